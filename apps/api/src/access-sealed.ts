import { type Access, answered, each, inside, signedIn } from './access-terms.ts'

/** All askers but the undecided have keys. */
const withKeys = signedIn.replace('undecided ', '')

/** Keys and what is sealed with them. What is sealed is for her to whom it is sealed: no role sees more of it than an outsider, nothing at all. */
export const sealed: Access = {
  types: {
    KeyWrap: {
      reach: () => ({ own: '{ viewer { keyWraps { FIELDS } } }' }),
      fields: { ...each(['id', 'kind', 'wrapped', 'createdAt', 'version'], withKeys), passkeyId: 'member' },
    },
    OwnIdentity: {
      reach: () => ({ own: '{ viewer { identity { FIELDS } } }' }),
      fields: each(['number', 'entry', 'secret'], withKeys),
    },
    Identity: {
      reach: ({ peer, people: { member } }) => ({
        peer: `{ node(id: "Person_${peer.id}") { ... on Person { identities { FIELDS } } } }`,
        member: `{ node(id: "Person_${member.id}") { ... on Person { identities { FIELDS } } } }`,
      }),
      fields: {
        ...each(['personId', 'number', 'hpkePublicKey', 'signingPublicKey', 'signature', 'createdOn'], {
          peer: `${inside} former`,
          member: inside,
        }),
        ...each(['previousHash', 'endorsement'], ''),
      },
    },
    SealedHead: {
      reach: ({ rounds, feedback }) => ({
        own: '{ viewer { sealedHeads(kind: journal) { FIELDS } } }',
        round: `{ node(id: "Round_${rounds.open}") { ... on Round { sealedHeads { FIELDS } } } }`,
        cycle: `{ node(id: "FeedbackCycle_${feedback.released}") { ... on FeedbackCycle { toldSteps { FIELDS } } } }`,
      }),
      fields: {
        ...each(['id', 'kind', 'ownerId', 'version', 'sizeClass', 'createdOn', 'expiresOn'], {
          own: 'member',
          round: 'member convenor',
          cycle: 'member convenor',
        }),
        roundId: { round: 'member convenor' },
        cycleId: { cycle: 'member convenor' },
      },
    },
    SealedItem: {
      reach: ({ sealedItem, sharedItem, feedback }) => ({
        journal: `{ sealedItems(ids: ["SealedItem_${sealedItem}"]) { FIELDS } }`,
        shared: `{ sealedItems(ids: ["SealedItem_${sharedItem}"]) { FIELDS } }`,
        question: `{ sealedItems(ids: ["SealedItem_${feedback.question}"]) { FIELDS } }`,
      }),
      fields: {
        ...each(['id', 'kind', 'version', 'ownerId', 'createdOn', 'envelope', 'wrappedKey'], {
          journal: 'member',
          shared: 'member convenor',
          question: 'member convenor',
        }),
        expiresOn: { journal: 'member', shared: 'member convenor' },
        networkId: { shared: 'member convenor', question: 'member convenor' },
        roundId: { shared: 'member convenor' },
        cycleId: { question: 'member convenor' },
      },
    },
  },
  added: {
    Person: { fields: { identities: { member: `${inside} former` } } },
    Viewer: {
      fields: { ...each(['keyWraps', 'identity'], withKeys), sealedHeads: 'member' },
      args: { sealedHeads: '(kind: journal)' },
    },
  },
  queries: {
    identities: {
      ask: ({ peer }) => `{ identities(personIds: ["Person_${peer.id}"]) { number } }`,
      sees: `${inside} former`,
    },
    sealedItems: {
      ask: ({ sealedItem }) => `{ sealedItems(ids: ["SealedItem_${sealedItem}"]) { id } }`,
      sees: 'member',
    },
  },
  mutations: {
    makeKeys: {
      ask: ({ sealing }, asker) => `{ makeKeys(input: ${sealing.firstKeys(asker)}) ${answered} }`,
      does: 'undecided',
    },
    startKeysAnew: {
      ask: ({ sealing }, asker) => `{ startKeysAnew(input: ${sealing.nextKeys(asker)}) ${answered} }`,
      does: signedIn,
    },
    addKeyWrap: { ask: ({ sealing }) => `{ addKeyWrap(input: ${sealing.passkeyWrap()}) ${answered} }`, does: 'member' },
    replaceKeyWrap: {
      ask: ({ keyWraps, sealing }) =>
        `{ replaceKeyWrap(id: "KeyWrap_${keyWraps.passphrase}", version: 1, wrapped: ${sealing.passphrase()}, newId: "KeyWrap_${crypto.randomUUID()}") ${answered} }`,
      does: 'member',
    },
    removeKeyWrap: {
      ask: ({ keyWraps }) => `{ removeKeyWrap(id: "KeyWrap_${keyWraps.passkey}") ${answered} }`,
      does: 'member',
    },
    saveSealedItem: {
      ask: ({ sealing }, asker) => `{ saveSealedItem(input: ${sealing.nextVersion(asker)}) ${answered} }`,
      does: 'member',
    },
    deleteSealedItem: {
      ask: ({ sealedItem }) => `{ deleteSealedItem(id: "SealedItem_${sealedItem}") }`,
      does: 'member',
    },
    eraseSealed: { ask: () => `{ eraseSealed ${answered} }`, does: signedIn },
  },
  answers: {
    ErasedCounts: 'eraseSealed',
    SavedItem: 'saveSealedItem',
  },
}
