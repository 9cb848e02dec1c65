import {
  type Access,
  answered,
  dayAhead,
  each,
  inHalfAYear,
  inside,
  keeper,
  nextYear,
  node,
  ofNetwork,
} from './access-terms.ts'

const inTwoYears = dayAhead(600)
const later = `date: "${nextYear}", startTime: "13:00", minutes: 120`

/** Seasons and meetings. */
export const meetings: Access = {
  types: {
    Season: {
      reach: ({ season }) => ({ planned: node('Season', season) }),
      fields: each(
        ['id', 'number', 'from', 'until', 'everyWeeks', 'weekday', 'startTime', 'minutes', 'meetings', 'decision'],
        inside,
      ),
    },
    SeasonDecision: {
      reach: ({ season }) => ({
        decided: `{ node(id: "Season_${season}") { ... on Season { decision { FIELDS } } } }`,
      }),
      fields: each(['id', 'choice', 'on', 'decidedOn', 'decidedBy'], inside),
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
        cancelledAt: { cancelled: inside },
      },
    },
    Attendance: {
      reach: ({ meetings: { over } }) => ({
        over: `{ node(id: "Meeting_${over.id}") { ... on Meeting { attendances { FIELDS } } } }`,
      }),
      fields: each(['id', 'person', 'isViewer', 'rsvp', 'rsvpAt', 'attended'], inside),
    },
  },
  added: {
    Network: {
      fields: {
        ...each(['currentSeason', 'nextMeeting', 'meetings', 'seasons'], { active: inside }),
        ...each(['attendedCount', 'markedCount'], ofNetwork),
        ...each(['viewerCanPlanSeason', 'viewerCanDecideSeason', 'viewerCanEnd'], ofNetwork),
      },
      args: { meetings: '(first: 5, when: upcoming)', seasons: '(first: 5)' },
    },
  },
  queries: {
    viewerMeetings: { ask: () => '{ viewerMeetings(first: 5) { edges { node { id } } } }', sees: 'member convenor' },
    meetingsToMark: { ask: () => '{ meetingsToMark(first: 5) { edges { node { id } } } }', sees: '' },
  },
  mutations: {
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
  },
}
