import { randomUUID } from 'node:crypto'
import { envelopeOf, itemInput, makeKeys, sealedAnswerBytes } from './sealed-bytes.ts'
import type { Seed, SeededPerson } from './seed.ts'

const names = ['Ada', 'Ben', 'Cai', 'Dea', 'Eva', 'Finn', 'Gro'] as const

/** A network of seven who have keys, with whoever is around it; Eva is its convenor, and Hans has no keys yet. */
export function feedbackCircle(seed: Seed) {
  const organisation = seed.organisation('Aarhus')
  const person = (name: string, roles: ('admin' | 'consultant')[] = []) => seed.person(organisation, { name, roles })
  const members = names.map((name) => person(name)) as unknown as Record<number, SeededPerson> & SeededPerson[]
  const [ada, ben, cai, dea, eva, finn, gro] = members as [
    SeededPerson,
    SeededPerson,
    SeededPerson,
    SeededPerson,
    SeededPerson,
    SeededPerson,
    SeededPerson,
  ]
  const [hans, fie, ulla, ole] = [person('Hans'), person('Fie'), person('Ulla'), person('Ole')]
  const [kim, rut] = [person('Kim', ['consultant']), person('Rut', ['admin'])]
  const network = seed.network(organisation, {
    name: 'Nord',
    consultant: kim,
    members: [...members, hans],
    former: [fie],
    undecided: [ulla],
    convenor: eva,
  })
  const elsewhere = seed.network(organisation, { name: 'Syd', consultant: kim, members: [ole] })
  for (const one of [...members, fie, ulla, ole, kim]) seed.keys(one, makeKeys(one))
  return { ada, ben, cai, dea, eva, finn, gro, hans, fie, ulla, ole, kim, rut, network, elsewhere }
}

export type FeedbackCircle = ReturnType<typeof feedbackCircle>

/** Ada asks Ben and Cai, signed, within a week. */
export const askInput = ({ ben, cai, network }: FeedbackCircle, more: object = {}) => ({
  id: `FeedbackCycle_${randomUUID()}`,
  networkId: `Network_${network.id}`,
  form: 'sbi',
  promise: 'signed',
  deadline: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  giverIds: [ben, cai].map(({ id }) => `Person_${id}`),
  ...more,
})

/** The question of a cycle, sealed to these. */
export const questionInput = (
  receiver: SeededPerson,
  { id, networkId }: { id: string; networkId: string },
  readers: readonly SeededPerson[],
) =>
  itemInput(receiver, {
    kind: 'feedbackAsk',
    envelope: envelopeOf(1),
    cycle: { id: id.replace('FeedbackCycle_', ''), networkId: networkId.replace('Network_', '') },
    readers,
  })

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** A signed answer. */
export function answerInput(id: string, more: object = {}) {
  const { envelope, wrapped } = sealedAnswerBytes()
  return {
    cycleId: `FeedbackCycle_${id.replace('FeedbackCycle_', '')}`,
    envelope: base64url(envelope),
    wrappedKey: base64url(wrapped),
    ...more,
  }
}

const refused = '... on InvalidInput { issues { path problem } } ... on NotAGiver { giverIds }'

export const askForFeedback = `mutation ($input: AskForFeedbackInput!) { askForFeedback(input: $input) { __typename
  ... on FeedbackCycle { id state form promise promiseVersion deadline closedOn receiver { name } invited { name }
    viewerIsReceiver viewerIsGiver viewerCanAnswer viewerHasAnswered viewerHasDeclined viewerCanCancel } ${refused} } }`

export const saveQuestion = `mutation ($input: SaveSealedItemInput!) { saveSealedItem(input: $input) { __typename
  ... on SavedItem { id version } ... on InvalidInput { issues { path problem } } } }`

export const answerFeedback = `mutation ($input: AnswerFeedbackInput!) { answerFeedback(input: $input) { __typename
  ... on FeedbackCycle { viewerCanAnswer viewerHasAnswered viewerHasDeclined state }
  ... on InvalidInput { issues { path problem } } } }`

export const declineFeedback = `mutation ($id: ID!) { declineFeedback(cycleId: $id) { __typename
  ... on FeedbackCycle { viewerCanAnswer viewerHasAnswered viewerHasDeclined state } } }`

export const cancelFeedback = `mutation ($id: ID!) { cancelFeedback(cycleId: $id) { __typename
  ... on FeedbackCycle { state viewerCanCancel } } }`

/** Everything that somebody can be told of a cycle. */
export const wholeCycle = `query ($id: ID!) { feedbackCycle(id: $id) { id state closedOn form promise promiseVersion deadline
  network { name } receiver { name } invited { name } issuerKey
  ask { id kind ownerId cycleId version createdOn expiresOn sizeClass } toldSteps { id }
  viewerIsReceiver viewerIsGiver viewerCanAnswer viewerHasAnswered viewerHasDeclined viewerCanCancel
  previous { id } next { id } step { id } answers { id envelope wrappedKey giver { name } } } }`
