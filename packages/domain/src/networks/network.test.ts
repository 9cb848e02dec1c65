import { describe, expect, test } from 'vitest'
import { firstProblem, parse } from '../text.ts'
import { defaultMethods } from '../toolbox/methods.ts'
import { type Advice, advise } from './advice.ts'
import { groundRulesTemplate } from './ground-rules-template.ts'
import * as rules from './network.ts'
import {
  AdviceForbids,
  ConvenorMustBeMember,
  checkConvenor,
  checkOpen,
  chosenMethods,
  completeDraft,
  DraftIncomplete,
  type DraftProgress,
  hasConsultantAccess,
  mayCreateNetwork,
  mayExportParticipation,
  maySeeParticipation,
  missingSteps,
  NetworkClosed,
  type NetworkState,
  networkState,
  rhythm,
  type Standing,
} from './network.ts'
import { defaultRhythm, templates } from './template.ts'

const weekly = { from: '2026-12-01', until: '2027-06-15', everyWeeks: 4, weekday: 2, startTime: '13:00', minutes: 150 }

const draft: DraftProgress = {
  name: 'Skolelederne Nord',
  purpose: 'Vi hjælper hinanden.',
  memberCount: 6,
  groundRules: groundRulesTemplate.da,
  rhythm: weekly,
  methods: defaultMethods,
}

describe('the draft', () => {
  test('is complete when every step is taken', () => {
    expect(() => completeDraft(draft, [])).not.toThrow()
  })

  test.each([
    [{ name: null }, 'purpose'],
    [{ purpose: '' }, 'purpose'],
    [{ memberCount: 0 }, 'members'],
    [{ groundRules: null }, 'groundRules'],
    [{ groundRules: [] }, 'groundRules'],
    [{ rhythm: null }, 'rhythm'],
    [{ methods: [] }, 'methods'],
  ])('with %j waits for its step: %s', (change, step) => {
    expect(missingSteps({ ...draft, ...change })).toEqual([step])
    expect(() => completeDraft({ ...draft, ...change }, [])).toThrow(DraftIncomplete)
  })

  test('cannot pass a hard rule, but any warning', () => {
    const people = ['a', 'b', 'c'].map((id) => ({
      id,
      managementLevel: 2,
      workplace: null,
      managers: id === 'a' ? ['b', 'c'] : [],
    }))
    const advice = advise({ people, methods: [], season: null })
    expect(() => completeDraft(draft, advice)).toThrow(AdviceForbids)
    expect(() => completeDraft(draft, advice)).toThrow(expect.objectContaining({ rules: ['reportingLine'] }))
    const warnings = advice.filter(({ level }: Advice) => level !== 'stop')
    expect(warnings.map(({ level }) => level)).toContain('warn')
    expect(() => completeDraft(draft, warnings)).not.toThrow()
  })
})

describe('a rhythm', () => {
  test.each([
    [{ until: '2026-11-30' }, 'tooEarly'],
    [{ until: '2029-12-02' }, 'tooLate'],
    [{ everyWeeks: 0 }, 'tooSmall'],
    [{ weekday: 8 }, 'tooLarge'],
    [{ startTime: '25:00' }, 'notATime'],
    [{ minutes: 10_000 }, 'tooLarge'],
    [{ from: '2026-02-30' }, 'notADate'],
  ])('with %j is refused: %s', (change, problem) => {
    expect(firstProblem(rhythm, { ...weekly, ...change })).toBe(problem)
  })

  test('may last a day, and three years', () => {
    expect(parse(rhythm, { ...weekly, until: weekly.from })).toBeTruthy()
    expect(parse(rhythm, { ...weekly, until: '2029-12-01' })).toBeTruthy()
  })
})

test('methods are chosen once each, from the toolbox', () => {
  expect(parse(chosenMethods, defaultMethods)).toEqual(defaultMethods)
  expect(firstProblem(chosenMethods, ['troika', 'troika'])).toBe('duplicate')
  expect(firstProblem(chosenMethods, ['astrology'])).toBe('unknown')
})

test('a closed network no longer changes', () => {
  expect(() => checkOpen('closed')).toThrow(NetworkClosed)
  expect(() => checkOpen('active')).not.toThrow()
})

test('only somebody who is in and has accepted becomes convenor', () => {
  expect(() => checkConvenor({ member: true, accepted: false })).toThrow(ConvenorMustBeMember)
  expect(() => checkConvenor({ member: false, accepted: true })).toThrow(ConvenorMustBeMember)
  expect(() => checkConvenor({ member: true, accepted: true })).not.toThrow()
})

test('a consultant’s access ends by itself after the agreed day', () => {
  expect(hasConsultantAccess('2027-02-01', '2027-02-01')).toBe(true)
  expect(hasConsultantAccess('2027-02-01', '2027-02-02')).toBe(false)
  expect(hasConsultantAccess(null, '2099-01-01')).toBe(true)
})

describe('who may', () => {
  const nobody: Standing = { member: false, convenor: false, consultant: false, accepted: false }
  const who = {
    outsider: nobody,
    invited: { ...nobody, member: true },
    member: { ...nobody, member: true, accepted: true },
    'convenor not accepted': { ...nobody, member: true, convenor: true },
    convenor: { ...nobody, member: true, convenor: true, accepted: true },
    'former convenor': { ...nobody, convenor: true, accepted: true },
    consultant: { ...nobody, consultant: true },
  } satisfies Record<string, Standing>
  type Who = keyof typeof who
  const consultant: Who[] = ['consultant']
  const lead: Who[] = ['convenor', 'consultant']
  const inside: Who[] = ['member', 'convenor', 'consultant']
  const asMember: Who[] = ['invited', 'member', 'convenor not accepted', 'convenor']

  test.each<[keyof typeof rules, (standing: Standing, state: NetworkState) => boolean, Record<NetworkState, Who[]>]>([
    ['maySeeNetwork', rules.maySeeNetwork, { draft: consultant, inviting: inside, active: inside, closed: inside }],
    ['mayConfigure', rules.mayConfigure, { draft: consultant, inviting: consultant, active: consultant, closed: [] }],
    ['mayInvite', rules.mayInvite, { draft: [], inviting: consultant, active: consultant, closed: [] }],
    [
      'mayAcceptGroundRules',
      rules.mayAcceptGroundRules,
      { draft: [], inviting: asMember, active: asMember, closed: [] },
    ],
    ['mayEditGroundRules', rules.mayEditGroundRules, { draft: lead, inviting: lead, active: lead, closed: [] }],
    ['mayPassConvenor', rules.mayPassConvenor, { draft: [], inviting: lead, active: lead, closed: [] }],
    ['mayPlanSeason', rules.mayPlanSeason, { draft: lead, inviting: lead, active: lead, closed: [] }],
    [
      'mayRemoveMember',
      rules.mayRemoveMember,
      { draft: consultant, inviting: consultant, active: consultant, closed: [] },
    ],
    ['mayCloseNetwork', rules.mayCloseNetwork, { draft: [], inviting: consultant, active: consultant, closed: [] }],
    ['mayLeave', rules.mayLeave, { draft: asMember, inviting: asMember, active: asMember, closed: asMember }],
  ])('%s', (_, may, expected) => {
    for (const state of networkState.options) {
      expect([state, Object.keys(who).filter((name) => may(who[name as Who], state))]).toEqual([state, expected[state]])
    }
  })

  const viewer = { personId: 'a', organisationId: 'nord', isAdmin: false, isConsultant: false }

  test('create a network: consultants', () => {
    expect(mayCreateNetwork({ ...viewer, isConsultant: true })).toBe(true)
    expect(mayCreateNetwork({ ...viewer, isAdmin: true })).toBe(false)
  })

  test('see participation: the owning organisation’s admins, and who sees the network', () => {
    const network = { organisationId: 'nord', state: 'active' } as const
    const admin = { ...viewer, isAdmin: true }
    expect(maySeeParticipation(admin, network, nobody)).toBe(true)
    expect(maySeeParticipation({ ...admin, organisationId: 'syd' }, network, nobody)).toBe(false)
    expect(maySeeParticipation(viewer, network, who.member)).toBe(true)
    expect(maySeeParticipation(viewer, network, who.invited)).toBe(false)
    expect(maySeeParticipation({ ...viewer, isConsultant: true }, network, nobody)).toBe(false)
  })

  test('export it: the owning organisation’s admins alone', () => {
    expect(mayExportParticipation({ ...viewer, isAdmin: true }, 'nord')).toBe(true)
    expect(mayExportParticipation({ ...viewer, isAdmin: true }, 'syd')).toBe(false)
    expect(mayExportParticipation({ ...viewer, isConsultant: true }, 'nord')).toBe(false)
  })

  test('an admin’s role gives no sight of a network', () => {
    expect(rules.maySeeNetwork(nobody, 'active')).toBe(false)
  })
})

test.each(Object.values(templates))('the template $id needs no change to be a good network', (template) => {
  const chosen = parse(rhythm, defaultRhythm(template, '2026-11-23'))
  const season = {
    meetings: template.meetings,
    minutes: chosen.minutes,
    everyWeeks: chosen.everyWeeks,
    until: chosen.until,
  }
  const people = Array.from({ length: 6 }, (_, at) => ({
    id: `p${at}`,
    managementLevel: 3,
    workplace: `${at}`,
    managers: [],
  }))
  expect(advise({ people, methods: template.methods, season }).filter(({ level }) => level !== 'good')).toEqual([])
  expect(parse(rules.purposeStep, { name: template.name.da, purpose: template.purpose.da })).toBeTruthy()
  expect(parse(rules.purposeStep, { name: template.name.en, purpose: template.purpose.en })).toBeTruthy()
})
