import { dayAfter, localDate } from '@lederkreds/domain/day'
import { groundRulesTemplate } from '@lederkreds/domain/networks/ground-rules-template'
import type { Asker, World } from '@lederkreds/testing/access-world'

/** Those who get to see it: names of askers, separated by spaces. */
type Seers = string

/** An object of one type in each of its states: the operation that reaches it, with FIELDS where its fields are asked. */
type Reach = (world: World) => Record<string, string>

export type Expected = {
  reach: Reach
  /** Who sees a field; an object of states where they differ. */
  fields: Record<string, Seers | Record<string, Seers>>
  /** Arguments that a field needs. */
  args?: Record<string, string>
  byPolicy?: ByPolicy
}

/** Who would see or do it too if only the row policies stood, and why that takes nothing from anybody. */
type ByPolicy = { who: Seers; because: string }

const all =
  'nobody member convenor undecided former leaderElsewhere consultant consultantElsewhere consultantBefore admin adminElsewhere'
const signedIn = all.replace('nobody ', '')
const members = 'member convenor'
const inside = `${members} consultant`
const colleagues = signedIn.replace(' adminElsewhere', '')
const withKeys = signedIn.replace('undecided ', '')
/** A method's text is for everybody in the organisation's networks, whichever, and for all of its consultants. */
const consultants = 'consultant consultantElsewhere consultantBefore'
const toolbox = `member convenor leaderElsewhere ${consultants}`
const directory = 'consultant consultantElsewhere consultantBefore admin'

const node = (type: string, id: string) => `{ node(id: "${type}_${id}") { ... on ${type} { FIELDS } } }`
const each = <Who extends Expected['fields'][string]>(names: string[], seers: Who) =>
  Object.fromEntries(names.map((name) => [name, seers]))

const adminsKeepPositions: ByPolicy = {
  who: 'admin',
  because: 'Administrators write these very rows; only this list of them is made for consultants.',
}

const figures = ({ meetings }: World, fields: string) =>
  `{ participationFigures(year: ${meetings.over.startsAt.getUTCFullYear()}) { ${fields} } }`

const report = ({ network, meetings }: World, fields: string) =>
  `{ node(id: "Network_${network.id}") { ... on Network { yearlyReport(year: ${meetings.over.startsAt.getUTCFullYear()}) { ${fields} } } } }`

/** Every type that holds something of somebody, and who sees it. */
export const types: Record<string, Expected> = {
  Network: {
    reach: ({ network, networks }) => ({
      active: node('Network', network.id),
      draft: node('Network', networks.draft),
      closed: node('Network', networks.closed),
    }),
    args: {
      meetings: '(first: 5, when: upcoming)',
      seasons: '(first: 5)',
      rounds: '(first: 5)',
      feedbackSteps: '(first: 5)',
      yearlyReport: '(year: 2026)',
    },
    fields: {
      ...each(
        ['id', 'name', 'createdAt', 'organisation', 'state', 'version', 'purpose', 'eventSeq', 'viewerIsConsultant'],
        { active: inside, draft: 'consultant', closed: inside },
      ),
      ...each(['viewerCanClose', 'viewerCanConfigure', 'viewerCanInvite', 'viewerCanLeave', 'viewerCanBeginRound'], {
        active: inside,
        draft: 'consultant',
        closed: inside,
      }),
      ...each(['viewerCanChooseMethods', 'viewerCanPassConvenor', 'viewerCanPlanSeason', 'viewerCanRemoveMembers'], {
        active: inside,
        draft: 'consultant',
        closed: inside,
      }),
      ...each(['currentSeason', 'nextMeeting', 'meetings', 'seasons', 'endsOn'], { active: inside }),
      methods: { active: inside, closed: inside },
      ...each(['members', 'formerMembers', 'groundRules', 'groundRulesVersions'], { active: inside, closed: inside }),
      consultants: { active: inside, draft: 'consultant', closed: inside },
      ...each(['eventSeq', 'viewerCanAgreeAccess', 'viewerCanEditGroundRules'], {
        active: inside,
        draft: 'consultant',
        closed: inside,
      }),
      ...each(['attendedCount', 'markedCount'], { active: inside, draft: 'consultant', closed: inside }),
      ...each(['invitations', 'reportingPairs'], { active: 'consultant' }),
      rounds: { active: inside },
      openRound: { active: members },
      ties: { active: members },
      viewerCanDeclareTies: { active: inside, draft: 'consultant', closed: inside },
      draft: { draft: 'consultant' },
      ...each(['viewerCanDecideSeason', 'viewerCanEnd'], { active: inside, draft: 'consultant', closed: inside }),
      forgetsAfter: { closed: inside },
      ...each(['feedbackSteps', 'feedbackGivers', 'toldSteps'], { active: members }),
      unsentFeedback: { active: 'convenor' },
      ...each(['viewerCanAskForFeedback', 'viewerCanPlanFeedback'], {
        active: inside,
        draft: 'consultant',
        closed: inside,
      }),
      ...each(['viewerCanConsent', 'viewerCanPublishSentence', 'viewerCanTakeBackSentence', 'yearlyReport'], {
        active: inside,
        draft: 'consultant',
        closed: inside,
      }),
      sentences: { active: inside },
      ...each(['proposedSentences', 'viewerConsent', 'agreedSentence'], { active: members }),
    },
  },
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
  Season: {
    reach: ({ season }) => ({ planned: node('Season', season) }),
    fields: each(
      ['id', 'number', 'from', 'until', 'everyWeeks', 'weekday', 'startTime', 'minutes', 'meetings', 'decision'],
      inside,
    ),
  },
  SeasonDecision: {
    reach: ({ season }) => ({ decided: `{ node(id: "Season_${season}") { ... on Season { decision { FIELDS } } } }` }),
    fields: each(['id', 'choice', 'on', 'decidedOn', 'decidedBy'], inside),
  },
  PublishedSentence: {
    reach: ({ sentence }) => ({ published: node('PublishedSentence', sentence.published) }),
    fields: each(['id', 'text', 'salt', 'publishedOn'], inside),
  },
  YearlyReport: {
    reach: (world) => ({ lastMonths: report(world, 'FIELDS') }),
    fields: {
      ...each(['id', 'year', 'months', 'meetings', 'people', 'methods', 'cycles'], inside),
      attendedPercent: '',
    },
  },
  Meeting: {
    reach: ({ meetings: { planned, over, cancelled } }) => ({
      planned: node('Meeting', planned.id),
      over: node('Meeting', over.id),
      cancelled: node('Meeting', cancelled.id),
    }),
    fields: {
      ...each(['id', 'startsAt', 'endsAt', 'network', 'version', 'place', 'link', 'attendances', 'now'], inside),
      ...each(['viewerCanAnswer', 'viewerCanChange', 'viewerCanMark'], inside),
      ...each(['viewerCanPass', 'viewerCanSwapForOthers', 'viewerCanPlanRounds', 'roundsVersion'], inside),
      plannedRounds: { planned: inside },
      ...each(['turnPasses', 'turnSwaps'], { planned: members }),
      cancelledAt: { cancelled: inside },
      rounds: { over: inside },
      earlierSteps: { planned: members, cancelled: members },
    },
  },
  PlannedRound: {
    reach: ({ meetings: { planned } }) => ({
      planned: `{ node(id: "Meeting_${planned.id}") { ... on Meeting { plannedRounds { FIELDS } } } }`,
    }),
    fields: each(['id', 'number', 'method', 'protocol', 'hasFocus'], inside),
  },
  TurnPass: {
    reach: ({ meetings: { planned } }) => ({
      planned: `{ node(id: "Meeting_${planned.id}") { ... on Meeting { turnPasses { FIELDS } } } }`,
    }),
    fields: each(['id', 'person', 'at', 'isViewer'], members),
  },
  TurnSwap: {
    reach: ({ meetings: { planned } }) => ({
      planned: `{ node(id: "Meeting_${planned.id}") { ... on Meeting { turnSwaps { FIELDS } } } }`,
    }),
    fields: each(['id', 'round', 'role', 'from', 'to', 'at', 'viewerCanTakeBack'], members),
  },
  DeclaredTie: {
    reach: ({ network }) => ({
      active: `{ node(id: "Network_${network.id}") { ... on Network { ties { FIELDS } } } }`,
    }),
    fields: each(['id', 'by', 'with', 'viewerCanRemove'], members),
  },
  Attendance: {
    reach: ({ meetings: { over } }) => ({
      over: `{ node(id: "Meeting_${over.id}") { ... on Meeting { attendances { FIELDS } } } }`,
    }),
    fields: each(['id', 'person', 'isViewer', 'rsvp', 'rsvpAt', 'attended'], inside),
  },
  // To be a network's consultant is not to see its rounds: only those that she facilitates.
  Round: {
    reach: ({ rounds }) => ({ facilitated: node('Round', rounds.facilitated), open: node('Round', rounds.open) }),
    args: { events: '(afterSeq: 0)' },
    fields: {
      ...each(['id', 'network', 'method', 'protocol', 'lead', 'stays', 'people', 'eventSeq', 'now'], {
        open: members,
        facilitated: inside,
      }),
      ...each(['viewerCanLead', 'viewerCanCallOff', 'viewerTakesPart'], { open: members, facilitated: inside }),
      sealedHeads: { open: 'member convenor' },
      remains: { open: members },
      ...each(['meeting', 'timekeeper', 'facilitator', 'staysUntil', 'startedAt', 'endedAt', 'events'], {
        facilitated: inside,
      }),
    },
  },
  RoundRemains: {
    reach: ({ rounds }) => ({ open: `{ node(id: "Round_${rounds.open}") { ... on Round { remains { FIELDS } } } }` }),
    fields: each(['kind', 'count', 'until'], members),
  },
  RoundRole: {
    reach: ({ rounds }) => ({
      open: `{ node(id: "Round_${rounds.open}") { ... on Round { people { FIELDS } } } }`,
      facilitated: `{ node(id: "Round_${rounds.facilitated}") { ... on Round { people { FIELDS } } } }`,
    }),
    fields: each(['person', 'role', 'isFocus', 'isViewer'], { open: members, facilitated: inside }),
  },
  RoundEvent: {
    reach: ({ rounds }) => ({
      facilitated: `{ node(id: "Round_${rounds.facilitated}") { ... on Round { events { FIELDS } } } }`,
    }),
    fields: each(['id', 'seq', 'clock', 'at', 'by', 'kind', 'detail'], inside),
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
  Colleague: {
    reach: ({ peer }) => ({ peer: `{ placements(emails: ["${peer.email}"]) { FIELDS } }` }),
    fields: each(
      ['personId', 'name', 'title', 'workplace', 'email', 'managementLevel', 'managers'],
      directory.replace(' admin', ''),
    ),
    byPolicy: adminsKeepPositions,
  },
  AuditEntry: {
    reach: ({ auditEntries }) => ({
      export: node('AuditEntry', auditEntries.export),
      aboutMember: node('AuditEntry', auditEntries.aboutMember),
      forEverybody: node('AuditEntry', auditEntries.forEverybody),
    }),
    fields: {
      ...each(['id', 'act', 'actorName', 'at'], {
        export: `${inside} admin`,
        aboutMember: 'member admin',
        forEverybody: colleagues,
      }),
      ...each(['from', 'until', 'rows'], { export: `${inside} admin` }),
      networkNames: { export: `${inside} admin` },
      role: { aboutMember: 'member admin' },
      person: { aboutMember: 'member admin' },
    },
  },
  ParticipationFigures: {
    reach: (world) => ({ year: figures(world, 'FIELDS') }),
    fields: {
      ...each(['id', 'year', 'networks', 'meetings', 'feedbackCycles'], 'admin adminElsewhere'),
      ...each(['years', 'people', 'months', 'methods'], 'admin'),
      attendedPercent: '',
    },
    byPolicy: { who: signedIn, because: 'They count what the caller administers: for everybody else nothing, a zero.' },
  },
  MonthFigures: {
    reach: (world) => ({ year: figures(world, 'months { FIELDS }') }),
    fields: each(['month', 'meetings', 'people'], 'admin'),
  },
  MethodCount: {
    reach: (world) => ({
      ofNetwork: report(world, 'methods { FIELDS }'),
      ofOrganisation: figures(world, 'methods { FIELDS }'),
    }),
    fields: each(['method', 'rounds'], { ofNetwork: inside, ofOrganisation: 'admin' }),
  },
  PeopleCount: {
    reach: (world) => ({ year: figures(world, 'people { FIELDS }') }),
    fields: each(['count', 'isFew'], 'admin'),
  },
  DraftMove: {
    reach: ({ networks }) => ({
      draft: `{ node(id: "Network_${networks.draft}") { ... on Network { draft { moves { FIELDS } } } } }`,
    }),
    fields: { day: 'consultant', to: 'consultant' },
  },
  Protocol: {
    reach: ({ protocols: { own, archived } }) => ({ own: node('Protocol', own), archived: node('Protocol', archived) }),
    fields: {
      ...each(['id', 'organisation', 'basedOn', 'version', 'newest', 'versions', 'viewerCanEdit'], toolbox),
      archivedAt: { archived: toolbox },
    },
  },
  ProtocolVersion: {
    reach: ({ protocols: { version } }) => ({ newest: node('ProtocolVersion', version) }),
    fields: each(['id', 'number', 'createdAt', 'definition'], toolbox),
  },
  NetworkEvent: { reach: () => ({}), fields: each(['seq', 'kind', 'at', 'network'], inside) },
  Organisation: {
    reach: ({ organisation }) => ({ own: node('Organisation', organisation) }),
    fields: each(['id', 'name'], signedIn.replace(' adminElsewhere', '')),
  },
  Person: {
    reach: ({ peer, bystander }) => ({ member: node('Person', peer.id), bystander: node('Person', bystander.id) }),
    fields: {
      ...each(['id', 'name', 'title', 'workplace', 'version', 'organisation', 'viewerCanAdminister'], {
        // Whom she asked for feedback while she was a member: what they gave stays hers, and says who signed it.
        member: `member convenor former ${directory}`,
        bystander: directory,
      }),
      ...each(['email', 'position'], directory),
      identities: { member: `${inside} former` },
      roles: '',
    },
  },
  Position: {
    reach: ({ peer }) => ({ member: `{ node(id: "Person_${peer.id}") { ... on Person { position { FIELDS } } } }` }),
    fields: { ...each(['managementLevel', 'version', 'manager'], directory), deactivatedAt: '' },
  },
  Passkey: {
    reach: ({ passkey }) => ({ own: node('Passkey', passkey) }),
    fields: each(['id', 'credentialId', 'name', 'createdAt', 'lastUsedAt'], 'member'),
  },
  // What is sealed is for her to whom it is sealed. No role sees more of it than an outsider: nothing at all.
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
  Session: {
    reach: ({ session }) => ({ own: node('Session', session) }),
    fields: each(['id', 'device', 'createdAt', 'lastUsedAt', 'expiresAt', 'isThis'], 'member'),
  },
  HelpContactList: {
    reach: () => ({ own: '{ viewer { helpContacts { FIELDS } } }' }),
    args: { contacts: '(locale: da)' },
    fields: each(['version', 'isDefault', 'contacts', 'viewerCanEdit'], signedIn),
  },
  // The other organisation has written none: its people see what the product brings along, which has no links.
  HelpContact: {
    reach: () => ({ own: '{ viewer { helpContacts { contacts(locale: da) { FIELDS } } } }' }),
    fields: {
      ...each(['label', 'text', 'phone'], signedIn),
      url: colleagues,
    },
  },
  Reminder: {
    reach: () => ({ own: '{ viewer { reminder { FIELDS } } }' }),
    fields: each(['hour', 'weekends', 'version'], 'member'),
  },
  Viewer: {
    reach: () => ({ self: '{ viewer { FIELDS } }' }),
    fields: {
      ...each(
        ['id', 'name', 'title', 'workplace', 'email', 'locale', 'theme', 'version', 'organisation', 'person'],
        signedIn,
      ),
      ...each(['isAdmin', 'isConsultant', 'sessions', 'steppedUpUntil', 'helpContacts'], signedIn),
      ...each(['keyWraps', 'identity'], withKeys),
      sealedHeads: 'member',
      reminder: 'member',
      passkeys: 'member',
      pendingGroundRules: 'undecided',
    },
    args: { sealedHeads: '(kind: journal)' },
  },
}

export type MutationExpected = { ask: (world: World, asker: Asker) => string; does: Seers; byPolicy?: ByPolicy }

export const queries: Record<string, { ask: (world: World) => string; sees: Seers; byPolicy?: ByPolicy }> = {
  viewer: { ask: () => '{ viewer { id } }', sees: signedIn },
  node: { ask: ({ network }) => `{ node(id: "Network_${network.id}") { id } }`, sees: inside },
  network: { ask: ({ network }) => `{ network(id: "Network_${network.id}") { id } }`, sees: inside },
  networks: { ask: () => '{ networks(first: 5) { edges { node { id } } } }', sees: 'member convenor leaderElsewhere' },
  facilitatedNetworks: {
    ask: () => '{ facilitatedNetworks(first: 5) { edges { node { id } } } }',
    sees: 'consultant consultantElsewhere',
  },
  people: { ask: () => '{ people(first: 5, search: "Bo Forbi") { edges { node { id } } } }', sees: directory },
  peopleByAddress: {
    ask: ({ bystander }) => `{ peopleByAddress(emails: ["${bystander.email}"]) { id } }`,
    sees: directory,
  },
  placements: {
    ask: ({ peer }) => `{ placements(emails: ["${peer.email}"]) { personId } }`,
    sees: directory.replace(' admin', ''),
    byPolicy: adminsKeepPositions,
  },
  invitation: { ask: ({ invitationToken }) => `{ invitation(token: "${invitationToken}") { state } }`, sees: all },
  participationFigures: {
    ask: (world) => figures(world, 'meetings'),
    sees: 'admin adminElsewhere',
    byPolicy: { who: signedIn, because: 'They count what the caller administers: for everybody else nothing, a zero.' },
  },
  protocol: { ask: ({ protocols }) => `{ protocol(id: "Protocol_${protocols.own}") { id } }`, sees: toolbox },
  ownProtocols: { ask: () => '{ ownProtocols(first: 5) { edges { node { id } } } }', sees: toolbox },
  auditEntries: { ask: () => '{ auditEntries(first: 5) { edges { node { id } } } }', sees: colleagues },
  identities: {
    ask: ({ peer }) => `{ identities(personIds: ["Person_${peer.id}"]) { number } }`,
    sees: `${inside} former`,
  },
  sealedItems: { ask: ({ sealedItem }) => `{ sealedItems(ids: ["SealedItem_${sealedItem}"]) { id } }`, sees: 'member' },
  viewerMeetings: { ask: () => '{ viewerMeetings(first: 5) { edges { node { id } } } }', sees: 'member convenor' },
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
  meetingsToMark: { ask: () => '{ meetingsToMark(first: 5) { edges { node { id } } } }', sees: '' },
}

const dayAhead = (days: number) => dayAfter(localDate(new Date()), days)
const answered = '{ __typename }'
const sections = `[${groundRulesTemplate.da.map(({ key, heading, text }) => `{ key: "${key}", heading: "${heading}", text: ${JSON.stringify(text)} }`).join()}]`
const draft = `{ template: "home", locale: "da", name: "Kladde", people: [], groundRules: ${sections}, moves: [], methods: ["kollegial-sparring-8-trin"],
  rhythm: { from: "${dayAhead(40)}", until: "${dayAhead(360)}", everyWeeks: 4, weekday: 1, startTime: "13:00", minutes: 150 } }`
const nextYear = dayAhead(400)
const inTwoYears = dayAhead(600)
const inHalfAYear = dayAhead(180)
const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString()
const [nextWeek, inAMonth] = [inDays(7), inDays(30)]
/** A number below every key's. */
const blinded = Buffer.alloc(256, 7).fill(0, 0, 1).toString('base64url')
const later = `date: "${nextYear}", startTime: "13:00", minutes: 120`

const both = '{ da: "Runde", en: "Round" }'
const protocolInput = `{ name: ${both}, purpose: ${both}, minParticipants: 3, maxParticipants: 8, focusRole: "sag", leadRole: "leder",
  roles: [{ id: "leder", name: ${both}, size: fixed, count: 1 }, { id: "sag", name: ${both}, size: fixed, count: 1 }, { id: "andre", name: ${both}, size: rest }],
  phases: [{ id: "runde", name: ${both}, minutes: 20, speakers: ["leder"], instruction: ${both}, questions: [${both}], prompts: [{ role: "sag", da: "Lyt", en: "Listen" }], isWriting: false }],
  forNewcomers: true, needsConsultant: false }`

const helpContact = '{ label: "Din læge", text: "Ring først", phone: "70 20 12 01", url: "https://laege.example/" }'

const keeper = 'convenor consultant'
const somebody = signedIn
const nobodyDoes = ''

export const mutations: Record<string, MutationExpected> = {
  addMeeting: {
    ask: ({ network }) => `{ addMeeting(networkId: "Network_${network.id}", input: { ${later} }) ${answered} }`,
    does: keeper,
  },
  answerMeeting: {
    ask: ({ meetings }) => `{ answerMeeting(id: "Meeting_${meetings.planned.id}", rsvp: regrets) ${answered} }`,
    does: 'member convenor',
  },
  markAttendance: {
    ask: ({ meetings, peer }) =>
      `{ markAttendance(id: "Meeting_${meetings.over.id}", marks: [{ personId: "Person_${peer.id}", attended: false }]) ${answered} }`,
    does: 'convenor',
  },
  cancelMeeting: {
    ask: ({ meetings }) => `{ cancelMeeting(id: "Meeting_${meetings.planned.id}", version: 1) ${answered} }`,
    does: keeper,
  },
  editMeeting: {
    ask: ({ meetings }) =>
      `{ editMeeting(id: "Meeting_${meetings.planned.id}", version: 1, input: { place: "Skolen" }) ${answered} }`,
    does: keeper,
  },
  moveMeeting: {
    ask: ({ meetings }) =>
      `{ moveMeeting(id: "Meeting_${meetings.planned.id}", version: 1, input: { ${later} }) ${answered} }`,
    does: keeper,
  },
  planSeason: {
    ask: ({ network }) =>
      `{ planSeason(networkId: "Network_${network.id}", input: { from: "${nextYear}", until: "${inTwoYears}", everyWeeks: 6, weekday: 2, startTime: "13:00", minutes: 150 }) ${answered} }`,
    does: keeper,
  },
  decideSeason: {
    ask: ({ season }) =>
      `{ decideSeason(seasonId: "Season_${season}", choice: merge, on: "${inHalfAYear}") ${answered} }`,
    does: keeper,
  },
  endNetwork: {
    ask: ({ networks }) => `{ endNetwork(id: "Network_${networks.quiet}", version: 1) ${answered} }`,
    does: keeper,
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

  beginRound: {
    ask: ({ networks, people, peer }) =>
      `{ beginRound(input: { id: "Round_${crypto.randomUUID()}", networkId: "Network_${networks.quiet}", method: "triade-supervision",
        roles: [${[
          [people.member.id, 'fokusperson'],
          [people.convenor.id, 'supervisor'],
          [peer.id, 'mediator'],
        ]
          .map(([id, role]) => `{ personId: "Person_${id}", role: "${role}" }`)
          .join()}],
        leadId: "Person_${people.convenor.id}", timekeeperId: "Person_${peer.id}", stays: group, staysUntil: "${inHalfAYear}" }) ${answered} }`,
    does: members,
  },
  recordRoundEvents: {
    ask: ({ rounds }) =>
      `{ recordRoundEvents(roundId: "Round_${rounds.open}", events: [{ id: "${crypto.randomUUID()}", clock: 1, at: "${new Date().toISOString()}", kind: extended, detail: { phase: "ramme", minutes: 1 } }]) ${answered} }`,
    does: members,
  },

  callOffRound: {
    ask: ({ rounds }) => `{ callOffRound(id: "Round_${rounds.open}") ${answered} }`,
    does: 'convenor',
    byPolicy: { who: 'member', because: 'Leading a round is a courtesy within it; the policies know who is in it.' },
  },
  planRounds: {
    ask: ({ meetings, protocols }) =>
      `{ planRounds(meetingId: "Meeting_${meetings.planned.id}", version: 1, rounds: [{ method: "kollegial-sparring-8-trin", protocolId: "Protocol_${protocols.own}" }]) ${answered} }`,
    does: keeper,
  },
  passTurn: {
    ask: ({ meetings }) => `{ passTurn(meetingId: "Meeting_${meetings.planned.id}") ${answered} }`,
    does: members,
  },
  takeTurnBack: {
    ask: ({ meetings }) => `{ takeTurnBack(meetingId: "Meeting_${meetings.planned.id}") ${answered} }`,
    does: members,
  },
  swapTurns: {
    ask: ({ meetings, people, peer }) =>
      `{ swapTurns(input: { meetingId: "Meeting_${meetings.planned.id}", role: supervisor, round: 1, backRound: 2, fromId: "Person_${peer.id}", toId: "Person_${people.member.id}" }) ${answered} }`,
    does: members,
  },
  takeSwapBack: {
    ask: ({ meetings, people, peer }) =>
      `{ takeSwapBack(meetingId: "Meeting_${meetings.planned.id}", role: focus, fromId: "Person_${peer.id}", toId: "Person_${people.member.id}") ${answered} }`,
    does: members,
  },
  declareTie: {
    ask: ({ network, peer }) =>
      `{ declareTie(networkId: "Network_${network.id}", personId: "Person_${peer.id}") ${answered} }`,
    does: members,
  },
  removeTie: {
    ask: ({ network, peer }) =>
      `{ removeTie(networkId: "Network_${network.id}", personId: "Person_${peer.id}") ${answered} }`,
    does: members,
  },

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
  editNetwork: {
    ask: ({ network }) =>
      `{ editNetwork(id: "Network_${network.id}", version: 1, input: { name: "Syd", purpose: "Et rum", methods: ["kollegial-sparring-8-trin"], endsOn: "${nextYear}" }) ${answered} }`,
    does: 'consultant',
  },
  chooseMethod: {
    ask: ({ network }) => `{ chooseMethod(id: "Network_${network.id}", method: "troika", isChosen: true) ${answered} }`,
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

  editProfile: { ask: () => `{ editProfile(version: 1, input: { name: "Nyt Navn" }) ${answered} }`, does: somebody },
  choosePreferences: { ask: () => '{ choosePreferences(locale: en, theme: dark) { id } }', does: somebody },
  chooseReminder: {
    ask: (_world, asker) =>
      `{ chooseReminder(hour: 15, weekends: true, version: ${asker === 'member' ? 1 : 0}) ${answered} }`,
    does: somebody,
  },
  stopReminder: { ask: () => '{ stopReminder { id } }', does: somebody },
  addPasskey: { ask: () => `{ addPasskey(answer: "{}", name: "Min telefon") ${answered} }`, does: nobodyDoes },
  askNewPasskey: { ask: () => `{ askNewPasskey ${answered} }`, does: somebody },
  renamePasskey: {
    ask: ({ passkey }) => `{ renamePasskey(id: "Passkey_${passkey}", name: "Gammel") ${answered} }`,
    does: 'member',
  },
  removePasskey: { ask: ({ passkey }) => `{ removePasskey(id: "Passkey_${passkey}") ${answered} }`, does: 'member' },
  makeKeys: {
    ask: ({ sealing }, asker) => `{ makeKeys(input: ${sealing.firstKeys(asker)}) ${answered} }`,
    does: 'undecided',
  },
  startKeysAnew: {
    ask: ({ sealing }, asker) => `{ startKeysAnew(input: ${sealing.nextKeys(asker)}) ${answered} }`,
    does: somebody,
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
  eraseSealed: { ask: () => `{ eraseSealed ${answered} }`, does: somebody },
  endSession: { ask: ({ session }) => `{ endSession(id: "Session_${session}") }`, does: 'member' },
  endOtherSessions: { ask: () => '{ endOtherSessions }', does: somebody },
  signOut: { ask: () => '{ signOut }', does: somebody },

  addPeople: {
    ask: () => `{ addPeople(people: [{ name: "Ny", email: "ganske.ny@example.dk" }]) ${answered} }`,
    does: 'admin adminElsewhere',
  },
  giveRole: {
    ask: ({ bystander }) => `{ giveRole(personId: "Person_${bystander.id}", role: consultant) { id } }`,
    does: 'admin',
  },
  takeRole: {
    ask: ({ people }) =>
      `{ takeRole(personId: "Person_${people.consultantElsewhere.id}", role: consultant) ${answered} }`,
    does: 'admin',
  },
  changePosition: {
    ask: ({ bystander }) =>
      `{ changePosition(personId: "Person_${bystander.id}", version: 1, managementLevel: 2) ${answered} }`,
    does: 'admin',
  },
  correctProfile: {
    ask: ({ bystander }) =>
      `{ correctProfile(personId: "Person_${bystander.id}", version: 1, input: { name: "Bo Forbi-Holm" }) ${answered} }`,
    does: 'admin',
  },
  correctEmail: {
    ask: ({ bystander }) =>
      `{ correctEmail(personId: "Person_${bystander.id}", version: 1, email: "bo.rettet@example.dk") ${answered} }`,
    does: 'admin',
  },
  deactivatePerson: {
    ask: ({ bystander }) => `{ deactivatePerson(personId: "Person_${bystander.id}") ${answered} }`,
    does: 'admin',
  },
  reactivatePerson: {
    ask: ({ bystander }) => `{ reactivatePerson(personId: "Person_${bystander.id}") { id } }`,
    does: 'admin',
  },

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

  editHelpContacts: {
    ask: (_world, asker) =>
      `{ editHelpContacts(version: ${asker === 'adminElsewhere' ? 0 : 1}, lists: { da: [${helpContact}], en: [${helpContact}] }) ${answered} }`,
    does: 'admin adminElsewhere',
  },
  resetHelpContacts: {
    ask: (_world, asker) => `{ resetHelpContacts(version: ${asker === 'adminElsewhere' ? 0 : 1}) ${answered} }`,
    does: 'admin adminElsewhere',
  },

  // The door is open to everybody: it gives nothing but a chance to prove who one is.
  askCode: { ask: (_world, asker) => `{ askCode(email: "${asker}@example.dk") ${answered} }`, does: all },
  redeemCode: {
    ask: () => `{ redeemCode(codeId: "0193a0f0-0000-7000-8000-000000000000", code: "123456") ${answered} }`,
    does: nobodyDoes,
  },
  askNewEmail: {
    ask: (_world, asker) => `{ askNewEmail(email: "ny.${asker}@example.dk") ${answered} }`,
    does: somebody,
  },
  redeemNewEmail: {
    ask: () => `{ redeemNewEmail(codeId: "0193a0f0-0000-7000-8000-000000000000", code: "123456") ${answered} }`,
    does: nobodyDoes,
  },
  askPasskey: { ask: () => `{ askPasskey ${answered} }`, does: all },
  signInWithPasskey: { ask: () => `{ signInWithPasskey(answer: "{}") ${answered} }`, does: nobodyDoes },
  setUp: {
    ask: () =>
      `{ setUp(token: "${'B'.repeat(43)}", input: { organisationName: "Ny", name: "Ny", email: "ny@example.dk", locale: da }) ${answered} }`,
    does: nobodyDoes,
  },
}

/** Each event is read again as its viewer: the test named here asks for it as everybody. */
export const subscriptions: Record<string, { sees: Seers; testedIn: string }> = {
  networkEvents: { sees: inside, testedIn: 'networks/event.test.ts' },
  roundEvents: { sees: members, testedIn: 'supervision/round-live.test.ts' },
}

/** Types that only a mutation answers: whoever may do it sees them, nobody else reaches them. */
export const answers: Record<string, string> = {
  AddedPeople: 'addPeople',
  ErasedCounts: 'eraseSealed',
  FeedbackToken: 'feedbackToken',
  CodeAsked: 'askCode',
  Joined: 'acceptInvitation',
  PairInNetwork: 'changePosition',
  PasskeyQuestion: 'askNewPasskey',
  PositionChanged: 'changePosition',
  RecordedEvents: 'recordRoundEvents',
  SavedItem: 'saveSealedItem',
  SentenceAgreed: 'agreeToSentence',
  SentencePublished: 'publishSentence',
  SetUpDone: 'setUp',
  SignedIn: 'redeemCode',
}
