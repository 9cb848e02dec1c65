import { type Access, answered, each, inHalfAYear, inside, keeper, members, node, ofNetwork } from './access-terms.ts'

/** Rounds, and whose turn it is. */
export const supervision: Access = {
  types: {
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
    RoundRemains: {
      reach: ({ rounds }) => ({ open: `{ node(id: "Round_${rounds.open}") { ... on Round { remains { FIELDS } } } }` }),
      fields: each(['kind', 'count', 'until'], members),
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
  },
  added: {
    Network: {
      fields: {
        rounds: { active: inside },
        ...each(['openRound', 'ties'], { active: members }),
        ...each(['viewerCanBeginRound', 'viewerCanDeclareTies'], ofNetwork),
      },
      args: { rounds: '(first: 5)' },
    },
    Meeting: {
      fields: {
        ...each(['viewerCanPass', 'viewerCanSwapForOthers', 'viewerCanPlanRounds', 'roundsVersion'], inside),
        plannedRounds: { planned: inside },
        ...each(['turnPasses', 'turnSwaps'], { planned: members }),
        rounds: { over: inside },
        earlierSteps: { planned: members, cancelled: members },
      },
    },
  },
  mutations: {
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
  },
  subscriptions: {
    roundEvents: { sees: members, testedIn: 'supervision/round-live.test.ts' },
  },
  answers: {
    RecordedEvents: 'recordRoundEvents',
  },
}
