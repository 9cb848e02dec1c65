import { groundRulesTemplate } from '@lederkreds/domain/networks/ground-rules-template'
import {
  type Access,
  all,
  answered,
  each,
  inside,
  keeper,
  nextYear,
  nobodyDoes,
  node,
  ofNetwork,
  signedIn,
} from './access-terms.ts'

/** The rules that a network of the product's own templates begins with, as an input. */
export const sections = `[${groundRulesTemplate.da.map(({ key, heading, text }) => `{ key: "${key}", heading: "${heading}", text: ${JSON.stringify(text)} }`).join()}]`

/** Networks, who is in them, and how one comes in. */
export const networks: Access = {
  types: {
    Network: {
      reach: ({ network, networks }) => ({
        active: node('Network', network.id),
        draft: node('Network', networks.draft),
        closed: node('Network', networks.closed),
      }),
      fields: {
        ...each(['id', 'name', 'createdAt', 'organisation', 'state', 'version', 'purpose', 'eventSeq'], ofNetwork),
        ...each(['consultants', 'viewerIsConsultant', 'viewerCanAgreeAccess', 'viewerCanEditGroundRules'], ofNetwork),
        ...each(['viewerCanClose', 'viewerCanConfigure', 'viewerCanInvite', 'viewerCanLeave'], ofNetwork),
        ...each(['viewerCanChooseMethods', 'viewerCanPassConvenor', 'viewerCanRemoveMembers'], ofNetwork),
        endsOn: { active: inside },
        methods: { active: inside, closed: inside },
        ...each(['members', 'formerMembers', 'groundRules', 'groundRulesVersions'], { active: inside, closed: inside }),
        ...each(['invitations', 'reportingPairs'], { active: 'consultant' }),
        forgetsAfter: { closed: inside },
      },
    },
    NetworkConsultant: {
      reach: ({ network }) => ({
        active: `{ node(id: "Network_${network.id}") { ... on Network { consultants { FIELDS } } } }`,
      }),
      fields: each(['person', 'accessUntil', 'isViewer'], inside),
    },
    Membership: {
      reach: ({ network }) => ({
        present: `{ node(id: "Network_${network.id}") { ... on Network { members { FIELDS } } } }`,
        former: `{ node(id: "Network_${network.id}") { ... on Network { formerMembers { FIELDS } } } }`,
      }),
      fields: {
        ...each(['id', 'person', 'isConvenor', 'isViewer', 'hasAccepted', 'joinedAt'], inside),
        leftAt: { former: inside },
      },
    },
    GroundRules: {
      reach: ({ network }) => ({
        active: `{ node(id: "Network_${network.id}") { ... on Network { groundRules { FIELDS } } } }`,
      }),
      fields: each(['id', 'version', 'sections', 'createdAt'], inside),
    },
    GroundRulesSection: {
      reach: ({ network }) => ({
        active: `{ node(id: "Network_${network.id}") { ... on Network { groundRules { sections { FIELDS } } } } }`,
      }),
      fields: each(['key', 'heading', 'text'], inside),
    },
    PendingGroundRules: {
      reach: () => ({ own: '{ viewer { pendingGroundRules { FIELDS } } }' }),
      fields: {
        ...each(['id', 'networkId', 'networkName', 'invitedBy', 'version', 'sections', 'isChange'], 'undecided'),
        ...each(['changedKeys', 'removed'], ''),
      },
    },
    Invitation: {
      reach: ({ invitations: { open, accepted, revoked, expired } }) => ({
        open: node('Invitation', open),
        accepted: node('Invitation', accepted),
        revoked: node('Invitation', revoked),
        expired: node('Invitation', expired),
      }),
      fields: {
        ...each(['id', 'name', 'email', 'state', 'createdAt', 'expiresAt', 'problem'], 'consultant'),
        sentAt: '',
        acceptedAt: { accepted: 'consultant' },
      },
    },
    // Whoever holds the link may read who invites her; that is what a link is for. It is known from her mail alone.
    InvitationLink: {
      reach: ({ invitationToken }) => ({ open: `{ invitation(token: "${invitationToken}") { FIELDS } }` }),
      fields: {
        ...each(['inviter', 'organisation', 'networkName', 'purpose', 'state', 'expiresAt', 'hasAccount'], all),
        ...each(['name', 'title', 'workplace', 'addressHint'], all),
        isForViewer: signedIn,
      },
    },
    ReportingPair: {
      reach: ({ network }) => ({
        active: `{ node(id: "Network_${network.id}") { ... on Network { reportingPairs { FIELDS } } } }`,
      }),
      fields: each(['report', 'manager'], 'consultant'),
    },
    NetworkEvent: { reach: () => ({}), fields: each(['seq', 'kind', 'at', 'network'], inside) },
  },
  added: { Viewer: { fields: { pendingGroundRules: 'undecided' } } },
  queries: {
    node: { ask: ({ network }) => `{ node(id: "Network_${network.id}") { id } }`, sees: inside },
    network: { ask: ({ network }) => `{ network(id: "Network_${network.id}") { id } }`, sees: inside },
    networks: {
      ask: () => '{ networks(first: 5) { edges { node { id } } } }',
      sees: 'member convenor leaderElsewhere',
    },
    facilitatedNetworks: {
      ask: () => '{ facilitatedNetworks(first: 5) { edges { node { id } } } }',
      sees: 'consultant consultantElsewhere',
    },
    invitation: { ask: ({ invitationToken }) => `{ invitation(token: "${invitationToken}") { state } }`, sees: all },
  },
  mutations: {
    editNetwork: {
      ask: ({ network }) =>
        `{ editNetwork(id: "Network_${network.id}", version: 1, input: { name: "Syd", purpose: "Et rum", methods: ["kollegial-sparring-8-trin"], endsOn: "${nextYear}" }) ${answered} }`,
      does: 'consultant',
    },
    chooseMethod: {
      ask: ({ network }) =>
        `{ chooseMethod(id: "Network_${network.id}", method: "troika", isChosen: true) ${answered} }`,
      does: keeper,
    },
    closeNetwork: {
      ask: ({ network }) => `{ closeNetwork(id: "Network_${network.id}", version: 1) ${answered} }`,
      does: 'consultant',
    },
    editGroundRules: {
      ask: ({ network }) =>
        `{ editGroundRules(networkId: "Network_${network.id}", version: 1, sections: ${sections}) ${answered} }`,
      does: keeper,
    },
    acceptGroundRules: {
      ask: ({ network }) => `{ acceptGroundRules(networkId: "Network_${network.id}", version: 1) ${answered} }`,
      does: 'undecided',
    },
    agreeAccess: {
      ask: ({ network, people }) =>
        `{ agreeAccess(networkId: "Network_${network.id}", personId: "Person_${people.consultantElsewhere.id}", accessUntil: "${nextYear}") ${answered} }`,
      does: 'consultant',
    },
    invite: {
      ask: ({ network }) =>
        `{ invite(networkId: "Network_${network.id}", locale: da, people: [{ name: "Ny", email: "helt.ny@example.dk" }]) ${answered} }`,
      does: 'consultant',
    },
    resendInvitation: {
      ask: ({ invitations }) => `{ resendInvitation(id: "Invitation_${invitations.open}") ${answered} }`,
      does: 'consultant',
    },
    revokeInvitation: {
      ask: ({ invitations }) => `{ revokeInvitation(id: "Invitation_${invitations.open}") ${answered} }`,
      does: 'consultant',
    },
    // The invitation is the bystander's, who is none of the askers: nobody else can use her link.
    acceptInvitation: {
      ask: ({ invitationToken }) => `{ acceptInvitation(token: "${invitationToken}") ${answered} }`,
      does: nobodyDoes,
    },
    passConvenor: {
      ask: ({ peerMembership }) => `{ passConvenor(membershipId: "Membership_${peerMembership}") ${answered} }`,
      does: keeper,
    },
    removeMember: {
      ask: ({ peerMembership }) => `{ removeMember(membershipId: "Membership_${peerMembership}") { id } }`,
      does: 'consultant',
    },
    leaveNetwork: {
      ask: ({ network }) => `{ leaveNetwork(networkId: "Network_${network.id}") { id } }`,
      does: 'member convenor undecided',
    },
  },
  subscriptions: {
    networkEvents: { sees: inside, testedIn: 'networks/event.test.ts' },
  },
  answers: {
    Joined: 'acceptInvitation',
  },
}
