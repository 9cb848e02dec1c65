import { type Access, answered, consultants, each, node } from './access-terms.ts'

/** A method's text is for everybody in the organisation's networks, whichever, and for all of its consultants. */
const readers = `member convenor leaderElsewhere ${consultants}`

const both = '{ da: "Runde", en: "Round" }'
const protocolInput = `{ name: ${both}, purpose: ${both}, minParticipants: 3, maxParticipants: 8, focusRole: "sag", leadRole: "leder",
  roles: [{ id: "leder", name: ${both}, size: fixed, count: 1 }, { id: "sag", name: ${both}, size: fixed, count: 1 }, { id: "andre", name: ${both}, size: rest }],
  phases: [{ id: "runde", name: ${both}, minutes: 20, speakers: ["leder"], instruction: ${both}, questions: [${both}], prompts: [{ role: "sag", da: "Lyt", en: "Listen" }], isWriting: false }],
  forNewcomers: true, needsConsultant: false }`

/** Protocols that consultants have made. */
export const toolbox: Access = {
  types: {
    Protocol: {
      reach: ({ protocols: { own, archived } }) => ({
        own: node('Protocol', own),
        archived: node('Protocol', archived),
      }),
      fields: {
        ...each(['id', 'organisation', 'basedOn', 'version', 'newest', 'versions', 'viewerCanEdit'], readers),
        archivedAt: { archived: readers },
      },
    },
    ProtocolVersion: {
      reach: ({ protocols: { version } }) => ({ newest: node('ProtocolVersion', version) }),
      fields: each(['id', 'number', 'createdAt', 'definition'], readers),
    },
  },
  queries: {
    protocol: { ask: ({ protocols }) => `{ protocol(id: "Protocol_${protocols.own}") { id } }`, sees: readers },
    ownProtocols: { ask: () => '{ ownProtocols(first: 5) { edges { node { id } } } }', sees: readers },
  },
  mutations: {
    addProtocol: {
      ask: () => `{ addProtocol(basedOn: "balint", input: ${protocolInput}) ${answered} }`,
      does: consultants,
    },
    editProtocol: {
      ask: ({ protocols }) =>
        `{ editProtocol(id: "Protocol_${protocols.own}", version: 2, input: ${protocolInput}) ${answered} }`,
      does: consultants,
    },
    archiveProtocol: {
      ask: ({ protocols }) => `{ archiveProtocol(id: "Protocol_${protocols.own}") { id } }`,
      does: consultants,
    },
    restoreProtocol: {
      ask: ({ protocols }) => `{ restoreProtocol(id: "Protocol_${protocols.archived}") { id } }`,
      does: consultants,
    },
  },
}
