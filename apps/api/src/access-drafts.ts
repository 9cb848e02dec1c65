import { sections } from './access-networks.ts'
import { type Access, answered, type ByPolicy, consultants, dayAhead, each, nextYear } from './access-terms.ts'

const adminsKeepPositions: ByPolicy = {
  who: 'admin',
  because: 'Administrators write these very rows; only this list of them is made for consultants.',
}

const draft = `{ template: "home", locale: "da", name: "Kladde", people: [], groundRules: ${sections}, moves: [], methods: ["kollegial-sparring-8-trin"],
  rhythm: { from: "${dayAhead(40)}", until: "${dayAhead(360)}", everyWeeks: 4, weekday: 1, startTime: "13:00", minutes: 150 } }`

/** Networks that a consultant prepares. */
export const drafts: Access = {
  types: {
    NetworkDraft: {
      reach: ({ networks }) => ({
        draft: `{ node(id: "Network_${networks.draft}") { ... on Network { draft { FIELDS } } } }`,
      }),
      fields: {
        ...each(
          [
            'template',
            'locale',
            'name',
            'purpose',
            'people',
            'groundRules',
            'rhythm',
            'methods',
            'facilitatedMeetings',
            'moves',
          ],
          'consultant',
        ),
        ...each(['place', 'link'], ''),
      },
    },
    DraftPerson: {
      reach: ({ networks }) => ({
        draft: `{ node(id: "Network_${networks.draft}") { ... on Network { draft { people { FIELDS } } } } }`,
      }),
      fields: { ...each(['name', 'email', 'workplace', 'managementLevel'], 'consultant'), title: '' },
    },
    Rhythm: {
      reach: ({ networks }) => ({
        draft: `{ node(id: "Network_${networks.draft}") { ... on Network { draft { rhythm { FIELDS } } } } }`,
      }),
      fields: each(['from', 'until', 'everyWeeks', 'weekday', 'startTime', 'minutes'], 'consultant'),
    },
    DraftMove: {
      reach: ({ networks }) => ({
        draft: `{ node(id: "Network_${networks.draft}") { ... on Network { draft { moves { FIELDS } } } } }`,
      }),
      fields: { day: 'consultant', to: 'consultant' },
    },
    Colleague: {
      reach: ({ peer }) => ({ peer: `{ placements(emails: ["${peer.email}"]) { FIELDS } }` }),
      fields: each(['personId', 'name', 'title', 'workplace', 'email', 'managementLevel', 'managers'], consultants),
      byPolicy: adminsKeepPositions,
    },
  },
  added: { Network: { fields: { draft: { draft: 'consultant' } } } },
  queries: {
    placements: {
      ask: ({ peer }) => `{ placements(emails: ["${peer.email}"]) { personId } }`,
      sees: consultants,
      byPolicy: adminsKeepPositions,
    },
  },
  mutations: {
    createNetwork: {
      ask: () => `{ createNetwork(locale: "da", template: "home") ${answered} }`,
      does: consultants,
    },
    saveDraft: {
      ask: ({ networks }) => `{ saveDraft(id: "Network_${networks.draft}", version: 1, draft: ${draft}) ${answered} }`,
      does: 'consultant',
    },
    discardDraft: { ask: ({ networks }) => `{ discardDraft(id: "Network_${networks.draft}") }`, does: 'consultant' },
    startNetwork: {
      ask: ({ networks }) =>
        `{ startNetwork(id: "Network_${networks.draft}", version: 1, accessUntil: "${nextYear}") ${answered} }`,
      does: 'consultant',
    },
  },
}
