import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultMethods, type MethodId, methodIds } from '../toolbox/methods.ts'
import { type AdviceDraft, type AdviceLevel, type AdvicePerson, type AdviceRule, advise, isStopped } from './advice.ts'

const person = (id: string, change: Partial<AdvicePerson> = {}): AdvicePerson => ({
  id,
  managementLevel: 3,
  workplace: `Skole ${id}`,
  managers: ['chief'],
  ...change,
})

const people = (count: number) => Array.from({ length: count }, (_, index) => person(`p${index}`))

const season = { meetings: 8, minutes: 150, everyWeeks: 4, until: '2027-06-15' }
const draft = (change: Partial<AdviceDraft> = {}): AdviceDraft => ({
  people: people(6),
  methods: defaultMethods,
  season,
  ...change,
})

const rules = (given: AdviceDraft, level: AdviceLevel): AdviceRule[] =>
  advise(given).flatMap((each) => (each.level === level ? [each.rule] : []))

test('a network by the book has nothing against it and hears so', () => {
  expect(advise(draft()).map(({ level, rule }) => `${level} ${rule}`)).toEqual([
    'good goodEndDate',
    'good goodLength',
    'good goodRhythm',
    'good goodSeason',
    'good idealSize',
    'good mixedWorkplaces',
    'good sameLevel',
  ])
})

describe('size', () => {
  test.each([
    [0, 'warn', 'tooSmall'],
    [4, 'warn', 'tooSmall'],
    [5, 'good', 'goodSize'],
    [6, 'good', 'idealSize'],
    [7, 'good', 'goodSize'],
    [8, 'good', 'goodSize'],
    [9, 'warn', 'tooLarge'],
    [20, 'warn', 'tooLarge'],
  ] as const)('%i members: %s %s', (count, level, rule) => {
    expect(rules(draft({ people: people(count) }), level)).toContain(rule)
  })

  test('above twelve case methods are refused, and named', () => {
    expect(rules(draft({ people: people(12) }), 'stop')).toEqual([])
    expect(advise(draft({ people: people(13) }))[0]).toEqual({
      rule: 'caseMethodsInLargeGroup',
      level: 'stop',
      subjects: ['kollegial-sparring-8-trin', 'reflekterende-team'],
      values: { members: 13, max: 12 },
    })
    expect(rules(draft({ people: people(13), methods: ['startkontrakt', 'tre-to-en'] }), 'stop')).toEqual([])
  })

  test('a method for a smaller or larger group is pointed out, one for threes is not', () => {
    const methods: MethodId[] = ['balint', 'case-clinic', 'triade-supervision']
    expect(advise(draft({ methods, people: people(8) })).filter(({ rule }) => rule === 'methodDoesNotFit')).toEqual([
      { rule: 'methodDoesNotFit', level: 'hint', subjects: ['case-clinic'], values: { members: 8, min: 4, max: 5 } },
    ])
    expect(rules(draft({ methods, people: people(5) }), 'hint')).toEqual(['methodDoesNotFit'])
  })
})

describe('level', () => {
  const others = people(5)

  test('a mixed one is a warning, with the span', () => {
    const mixed = draft({ people: [...others, person('x', { managementLevel: 5 })] })
    expect(advise(mixed)).toContainEqual({
      rule: 'mixedLevels',
      level: 'warn',
      subjects: [],
      values: { highest: 3, lowest: 5 },
    })
    expect(rules(mixed, 'good')).not.toContain('sameLevel')
  })

  test('an unknown one is asked for, and not taken for the same', () => {
    const unknown = draft({ people: [...others, person('x', { managementLevel: null })] })
    expect(advise(unknown)).toContainEqual({
      rule: 'unknownLevel',
      level: 'hint',
      subjects: ['x'],
      values: { people: 1 },
    })
    expect(rules(unknown, 'good')).not.toContain('sameLevel')
  })
})

describe('workplaces', () => {
  test('all from one place is worth a look', () => {
    const same = people(6).map((each, index) => ({ ...each, workplace: index % 2 ? 'Nordre  Skole' : ' nordre skole' }))
    expect(rules(draft({ people: same }), 'hint')).toEqual(['sameWorkplace'])
  })

  test('unknown ones are not taken for the same', () => {
    expect(rules(draft({ people: people(6).map((each) => ({ ...each, workplace: null })) }), 'hint')).toEqual([])
  })
})

describe('season', () => {
  test.each([
    [{ meetings: 5 }, 'tooFewMeetings'],
    [{ meetings: 11 }, 'tooManyMeetings'],
    [{ minutes: 149 }, 'shortMeetings'],
    [{ minutes: 181 }, 'longMeetings'],
    [{ everyWeeks: 2 }, 'meetingsTooClose'],
    [{ everyWeeks: 7 }, 'meetingsTooFarApart'],
    [{ until: null }, 'noEndDate'],
  ])('%j is a warning: %s', (change, rule) => {
    expect(rules(draft({ season: { ...season, ...change } }), 'warn')).toEqual([rule])
  })

  test.each([{ meetings: 6 }, { meetings: 10 }, { minutes: 180 }, { everyWeeks: 3 }, { everyWeeks: 6 }])(
    '%j is fine',
    (change) => {
      expect(rules(draft({ season: { ...season, ...change } }), 'warn')).toEqual([])
    },
  )

  test('nothing is said about a rhythm that is not chosen yet', () => {
    expect(rules(draft({ season: null }), 'warn')).toEqual([])
  })
})

describe('reporting line', () => {
  const others = people(4)

  test.each(['before', 'after'])('one’s own manager is a stop, the manager listed %s', (order) => {
    const pair = [person('boss'), person('report', { managers: ['boss', 'chief'] })]
    const given = draft({ people: [...others, ...(order === 'before' ? pair : pair.reverse())] })
    expect(advise(given)[0]).toEqual({ rule: 'reportingLine', level: 'stop', subjects: ['report', 'boss'], values: {} })
    expect(isStopped(advise(given))).toBe(true)
  })

  test('a manager’s manager is a warning that says how far apart', () => {
    const given = draft({
      people: [...others, person('top', { managers: [] }), person('x', { managers: ['outside', 'top'] })],
    })
    expect(advise(given)).toContainEqual({
      rule: 'indirectReportingLine',
      level: 'warn',
      subjects: ['x', 'top'],
      values: { distance: 2 },
    })
    expect(rules(given, 'stop')).toEqual([])
  })

  test('colleagues under the same manager are fine', () => {
    expect(isStopped(advise(draft()))).toBe(false)
  })
})

describe('whatever the draft', () => {
  const id = fc.constantFrom(...'abcdefghijklmnop')
  const anyPerson = fc.record({
    id,
    managementLevel: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
    workplace: fc.option(fc.constantFrom('Nord', 'Syd', ' nord'), { nil: null }),
    managers: fc.uniqueArray(id, { maxLength: 4 }),
  })
  const anyDraft = fc.record({
    people: fc.uniqueArray(anyPerson, { selector: (each) => each.id, maxLength: 16 }),
    methods: fc.uniqueArray(fc.constantFrom(...methodIds), { maxLength: 8 }),
    season: fc.option(
      fc.record({
        meetings: fc.nat(14),
        minutes: fc.integer({ min: 30, max: 300 }),
        everyWeeks: fc.integer({ min: 1, max: 9 }),
        until: fc.option(fc.constant('2027-06-15'), { nil: null }),
      }),
      { nil: null },
    ),
  })

  test('the order of people and methods does not matter', () => {
    fc.assert(
      fc.property(anyDraft, fc.infiniteStream(fc.nat()), (given, numbers) => {
        const shuffled = <Item>(items: readonly Item[]) =>
          items
            .map((item) => ({ item, key: numbers.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item)
        expect(advise({ ...given, people: shuffled(given.people), methods: shuffled(given.methods) })).toEqual(
          advise(given),
        )
      }),
    )
  })

  test('no own manager or own report is ever missed, and none is invented', () => {
    fc.assert(
      fc.property(anyDraft, (given) => {
        const stops = advise(given)
          .filter(({ rule }) => rule === 'reportingLine')
          .map(({ subjects }) => subjects.join('>'))
        const pairs = given.people.flatMap((one) =>
          given.people
            .filter((other) => other.id !== one.id && one.managers[0] === other.id)
            .map((other) => `${one.id}>${other.id}`),
        )
        expect(stops.sort()).toEqual(pairs.sort())
      }),
    )
  })

  test('one more person never lifts a stop', () => {
    fc.assert(
      fc.property(anyDraft, anyPerson, (given, extra) => {
        fc.pre(given.people.every((each) => each.id !== extra.id))
        const before = advise(given).filter(({ level }) => level === 'stop')
        const after = advise({ ...given, people: [...given.people, extra] })
        for (const { rule, subjects } of before)
          expect(after).toContainEqual(expect.objectContaining({ rule, subjects, level: 'stop' }))
      }),
    )
  })

  test('the gravest comes first, nothing is said twice, and what is bad is not called good', () => {
    fc.assert(
      fc.property(anyDraft, (given) => {
        const all = advise(given)
        const order = all.map(({ level }) => ['stop', 'warn', 'hint', 'good'].indexOf(level))
        expect(order).toEqual(order.toSorted((a, b) => a - b))
        const keys = all.map(({ rule, subjects }) => `${rule} ${subjects}`)
        expect(new Set(keys).size).toBe(keys.length)
        const said = new Set(all.map(({ rule }) => rule))
        for (const [good, bad] of [
          ['goodSize', 'tooLarge'],
          ['sameLevel', 'mixedLevels'],
          ['mixedWorkplaces', 'sameWorkplace'],
          ['goodEndDate', 'noEndDate'],
        ] as const) {
          expect(said.has(good) && said.has(bad)).toBe(false)
        }
      }),
    )
  })
})
