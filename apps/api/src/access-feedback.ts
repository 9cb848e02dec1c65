import { type Access, answered, dayAhead, each, inside, members, node, ofNetwork } from './access-terms.ts'

const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString()
const [nextWeek, inAMonth] = [inDays(7), inDays(30)]
/** A number below every key's. */
const blinded = Buffer.alloc(256, 7).fill(0, 0, 1).toString('base64url')

/** Cycles, their answers, and the sentences that a network publishes. */
export const feedback: Access = {
  types: {
    // A cycle is for whoever asked and those who are asked: no other member, no consultant, no administrator.
    FeedbackCycle: {
      reach: ({ feedback: { released, open, pooled, kept } }) => ({
        released: node('FeedbackCycle', released),
        open: node('FeedbackCycle', open),
        pooled: node('FeedbackCycle', pooled),
        kept: node('FeedbackCycle', kept),
      }),
      fields: {
        ...each(
          [
            'id',
            'networkId',
            'receiver',
            'form',
            'promise',
            'promiseVersion',
            'deadline',
            'createdOn',
            'state',
            'invited',
            'invitedCount',
            'isSent',
          ],
          {
            ...each(['released', 'open', 'pooled'], members),
            kept: 'former',
          },
        ),
        ...each(
          [
            'viewerIsReceiver',
            'viewerIsGiver',
            'viewerCanAnswer',
            'viewerHasAnswered',
            'viewerHasDeclined',
            'viewerCanCancel',
          ],
          { ...each(['released', 'open', 'pooled'], members), kept: 'former' },
        ),
        network: each(['released', 'open', 'pooled'], members),
        closedOn: { released: members, kept: 'former' },
        ask: { released: members, open: members },
        toldSteps: { released: members },
        ...each(['previous', 'next'], { released: 'member' }),
        step: { open: members },
        issuerKey: { pooled: members },
        answers: { released: 'member', kept: 'former' },
      },
    },
    FeedbackAnswer: {
      reach: ({ feedback: { answer, waiting } }) => ({
        released: node('FeedbackAnswer', answer),
        waiting: node('FeedbackAnswer', waiting),
      }),
      fields: each(['id', 'envelope', 'wrappedKey', 'giver'], { released: 'member' }),
    },
    FeedbackStep: {
      reach: ({ feedback: { step } }) => ({ planned: node('FeedbackStep', step) }),
      fields: {
        ...each(['id', 'network', 'promise', 'form', 'opensOn', 'deadline', 'viewerCanJoin'], members),
        viewerCycle: 'convenor',
      },
    },
    PublishedSentence: {
      reach: ({ sentence }) => ({ published: node('PublishedSentence', sentence.published) }),
      fields: each(['id', 'text', 'salt', 'publishedOn'], inside),
    },
  },
  added: {
    Network: {
      fields: {
        ...each(['feedbackSteps', 'feedbackGivers', 'toldSteps'], { active: members }),
        unsentFeedback: { active: 'convenor' },
        sentences: { active: inside },
        ...each(['proposedSentences', 'viewerConsent', 'agreedSentence'], { active: members }),
        ...each(['viewerCanAskForFeedback', 'viewerCanPlanFeedback'], ofNetwork),
        ...each(['viewerCanConsent', 'viewerCanPublishSentence', 'viewerCanTakeBackSentence'], ofNetwork),
      },
      args: { feedbackSteps: '(first: 5)' },
    },
  },
  queries: {
    feedbackCycle: {
      ask: ({ feedback }) => `{ feedbackCycle(id: "FeedbackCycle_${feedback.released}") { id } }`,
      sees: members,
    },
    feedbackToAnswer: {
      ask: () => '{ feedbackToAnswer(which: waiting, first: 5) { edges { node { id } } } }',
      sees: 'member',
    },
    feedbackAsked: {
      ask: () => '{ feedbackAsked(which: all, first: 5) { edges { node { id } } } }',
      sees: `${members} former`,
    },
  },
  mutations: {
    askForFeedback: {
      ask: ({ network, peer }) =>
        `{ askForFeedback(input: { id: "FeedbackCycle_${crypto.randomUUID()}", networkId: "Network_${network.id}", form: feedforward, promise: signed,
          deadline: "${nextWeek}", giverIds: ["Person_${peer.id}"] }) ${answered} }`,
      does: members,
    },
    cancelFeedback: {
      ask: ({ feedback }) => `{ cancelFeedback(cycleId: "FeedbackCycle_${feedback.open}") ${answered} }`,
      does: 'convenor',
    },
    answerFeedback: {
      ask: ({ feedback, sealing }) => `{ answerFeedback(input: ${sealing.answerTo(feedback.open)}) ${answered} }`,
      does: 'member',
    },
    declineFeedback: {
      ask: ({ feedback }) => `{ declineFeedback(cycleId: "FeedbackCycle_${feedback.open}") ${answered} }`,
      does: 'member',
    },
    feedbackToken: {
      ask: ({ feedback }) =>
        `{ feedbackToken(input: { cycleId: "FeedbackCycle_${feedback.pooled}", blinded: "${blinded}" }) ${answered} }`,
      does: 'member',
    },
    deleteFeedbackAnswer: {
      ask: ({ feedback }) => `{ deleteFeedbackAnswer(id: "FeedbackAnswer_${feedback.answer}") }`,
      does: 'member',
    },
    planFeedbackStep: {
      ask: ({ network }) =>
        `{ planFeedbackStep(input: { id: "FeedbackStep_${crypto.randomUUID()}", networkId: "Network_${network.id}", promise: pooled, form: sbi,
          opensOn: "${dayAhead(7)}", deadline: "${inAMonth}" }) ${answered} }`,
      does: 'convenor',
    },
    agreeToSentence: {
      ask: ({ network }) =>
        `{ agreeToSentence(networkId: "Network_${network.id}", hash: "${'A'.repeat(43)}") ${answered} }`,
      does: members,
    },
    withdrawAgreement: {
      ask: ({ network }) => `{ withdrawAgreement(networkId: "Network_${network.id}") }`,
      does: `${members} undecided`,
    },
    publishSentence: {
      ask: ({ network, sentence: { text, salt } }) =>
        `{ publishSentence(networkId: "Network_${network.id}", text: "${text}", salt: "${salt}") ${answered} }`,
      does: 'convenor',
    },
    takeBackSentence: {
      ask: ({ sentence }) => `{ takeBackSentence(id: "PublishedSentence_${sentence.published}") }`,
      does: members,
    },
  },
  answers: {
    FeedbackToken: 'feedbackToken',
    SentenceAgreed: 'agreeToSentence',
    SentencePublished: 'publishSentence',
  },
}
