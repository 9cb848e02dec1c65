import type { World } from '@lederkreds/testing/access-world'
import { type Access, colleagues, each, inside, node, ofNetwork, signedIn } from './access-terms.ts'

const figures = ({ meetings }: World, fields: string) =>
  `{ participationFigures(year: ${meetings.over.startsAt.getUTCFullYear()}) { ${fields} } }`

const report = ({ network, meetings }: World, fields: string) =>
  `{ node(id: "Network_${network.id}") { ... on Network { yearlyReport(year: ${meetings.over.startsAt.getUTCFullYear()}) { ${fields} } } } }`

/** Figures, reports and the log of who did what. */
export const participation: Access = {
  types: {
    ParticipationFigures: {
      reach: (world) => ({ year: figures(world, 'FIELDS') }),
      fields: {
        ...each(['id', 'year', 'networks', 'meetings', 'feedbackCycles'], 'admin adminElsewhere'),
        ...each(['years', 'people', 'months', 'methods'], 'admin'),
        attendedPercent: '',
      },
      byPolicy: {
        who: signedIn,
        because: 'They count what the caller administers: for everybody else nothing, a zero.',
      },
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
    YearlyReport: {
      reach: (world) => ({ lastMonths: report(world, 'FIELDS') }),
      fields: {
        ...each(['id', 'year', 'months', 'meetings', 'people', 'methods', 'cycles'], inside),
        attendedPercent: '',
      },
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
  },
  added: { Network: { fields: { yearlyReport: ofNetwork }, args: { yearlyReport: '(year: 2026)' } } },
  queries: {
    participationFigures: {
      ask: (world) => figures(world, 'meetings'),
      sees: 'admin adminElsewhere',
      byPolicy: {
        who: signedIn,
        because: 'They count what the caller administers: for everybody else nothing, a zero.',
      },
    },
    auditEntries: { ask: () => '{ auditEntries(first: 5) { edges { node { id } } } }', sees: colleagues },
  },
}
