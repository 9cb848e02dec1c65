import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstProblem, parse } from '../text.ts'
import {
  checkAdminRemains,
  checkManager,
  LastAdmin,
  mayAdministerPeople,
  newPerson,
  OwnManager,
  preferences,
  profile,
  ReportingCycle,
  reportsTo,
} from './person.ts'

test('somebody can be added by name and address alone', () => {
  expect(parse(newPerson, { name: ' Mette Holm ', email: 'Mette@Kommune.dk' })).toEqual({
    name: 'Mette Holm',
    email: 'mette@kommune.dk',
    title: null,
    workplace: null,
    managementLevel: null,
  })
})

test('a management level is 1 to 6', () => {
  const person = { name: 'Mette', email: 'm@k.dk' }
  expect(firstProblem(newPerson, { ...person, managementLevel: 0 })).toBe('tooSmall')
  expect(firstProblem(newPerson, { ...person, managementLevel: 7 })).toBe('tooLarge')
})

test('a profile says who one is; languages and themes are known', () => {
  const own = { name: 'Ali', title: '', workplace: 'Søndre Skole' }
  expect(parse(profile, own)).toEqual({ ...own, title: null })
  expect(firstProblem(preferences, { locale: 'de', theme: 'auto' })).toBe('unknown')
})

test('only admins of the same organisation administer its people', () => {
  const viewer = { personId: 'a', organisationId: 'nord', isAdmin: true, isConsultant: true }
  expect(mayAdministerPeople(viewer, 'nord')).toBe(true)
  expect(mayAdministerPeople(viewer, 'syd')).toBe(false)
  expect(mayAdministerPeople({ ...viewer, isAdmin: false }, 'nord')).toBe(false)
})

test('the last admin stays, whoever else goes', () => {
  expect(() => checkAdminRemains(['ada'], 'ada')).toThrow(LastAdmin)
  expect(() => checkAdminRemains(['ada', 'ben'], 'ada')).not.toThrow()
  expect(() => checkAdminRemains(['ada'], 'ben')).not.toThrow()
})

describe('reporting lines', () => {
  const managerOf = new Map([
    ['mette', 'jonas'],
    ['jonas', 'ali'],
    ['ali', null],
  ])

  test('are read from the own manager up', () => {
    expect(reportsTo('mette', managerOf)).toEqual(['jonas', 'ali'])
    expect(reportsTo('ali', managerOf)).toEqual([])
    expect(reportsTo('stranger', managerOf)).toEqual([])
  })

  test('never lead back to where they began', () => {
    expect(() => checkManager('ali', 'ali', managerOf)).toThrow(OwnManager)
    expect(() => checkManager('ali', 'jonas', managerOf)).toThrow(ReportingCycle)
    expect(() => checkManager('ali', 'mette', managerOf)).toThrow(
      expect.objectContaining({ chain: ['ali', 'mette', 'jonas'] }),
    )
    expect(() => checkManager('mette', 'ali', managerOf)).not.toThrow()
  })

  const person = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')

  test('stay free of cycles whatever changes are made through the check', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(person, person), { maxLength: 40 }), (changes) => {
        const lines = new Map<string, string | null>()
        for (const [report, manager] of changes) {
          try {
            checkManager(report, manager, lines)
          } catch {
            continue
          }
          lines.set(report, manager)
        }
        for (const start of lines.keys()) {
          const seen = new Set([start])
          for (let above = lines.get(start); above; above = lines.get(above)) {
            expect(seen).not.toContain(above)
            seen.add(above)
          }
        }
      }),
    )
  })

  test('end even where the data already runs in a circle', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(person, fc.option(person)), { maxLength: 20 }), person, (lines, start) => {
        const chain = reportsTo(start, new Map(lines))
        expect(new Set(chain).size).toBe(chain.length)
        expect(chain).not.toContain(start)
      }),
    )
  })
})
