import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Count, type Published, publishedShare, suppressList, suppressTable } from './suppression.ts'

/** Every list of `length` counts from 0 to `max`. */
function allLists(length: number, max: number): number[][] {
  if (length === 0) return [[]]
  return allLists(length - 1, max).flatMap((rest) => Array.from({ length: max + 1 }, (_, count) => [...rest, count]))
}

interface Secret {
  readonly counts: readonly Count[]
  readonly cells: readonly Published[]
  readonly total: Published
  readonly published: string
}

/**
 * What a reader who knows the rule can learn: for each published form and small count in it, how many true values it may
 * have. Forms with a total above `max` are left out, since not all tables behind them are among the secrets.
 */
function learn(secrets: readonly Secret[], max: number) {
  const possible = new Map<string, Set<Count>>()
  for (const { counts, cells, total, published } of secrets) {
    if (typeof total === 'number' && total > max) continue
    cells.forEach((cell, index) => {
      if (cell !== 'few') return
      const place = `${published} at ${index}`
      possible.set(place, (possible.get(place) ?? new Set()).add(counts[index] ?? null))
    })
  }
  return [...possible].map(([place, values]) => ({ place, values: values.size }))
}

describe('a list', () => {
  test('shows everything when nothing is small', () => {
    expect(suppressList([5, 12, 30])).toEqual({ cells: [5, 12, 30], total: 47 })
  })

  test('hides a small count and its neighbour, and keeps the total', () => {
    expect(suppressList([12, 3, 28, 40])).toEqual({ cells: [12, 'few', 'withheld', 40], total: 83 })
  })

  test('takes the neighbour before it when there is none after it', () => {
    expect(suppressList([40, 28, 0]).cells).toEqual([40, 'withheld', 'few'])
  })

  test('withholds the total when it would narrow a small count', () => {
    expect(suppressList([0, 5])).toEqual({ cells: ['few', 'withheld'], total: 'withheld' })
    expect(suppressList([3])).toEqual({ cells: ['few'], total: 'withheld' })
  })

  test('keeps apart what was nobody and what could not be counted', () => {
    expect(suppressList([null, 0, 30])).toEqual({ cells: [null, 'few', 'withheld'], total: 30 })
    expect(suppressList([null, null])).toEqual({ cells: [null, null], total: null })
    expect(suppressList([])).toEqual({ cells: [], total: null })
  })

  test.each([1, 2, 3, 4])('of %i gives no small count away, even to a reader who knows the rule', (length) => {
    const max = length === 4 ? 11 : 14
    const secrets = allLists(length, max).map((counts) => {
      const { cells, total } = suppressList(counts)
      return { counts, cells, total, published: JSON.stringify([cells, total]) }
    })
    for (const { place, values } of learn(secrets, max)) expect(values, place).toBeGreaterThanOrEqual(4)
  })

  test('shows a total only where every small count could be 0 and could be 4', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(30), { nil: null }), { maxLength: 12 }), (counts) => {
        const { cells, total } = suppressList(counts)
        if (typeof total !== 'number') return
        const hidden = total - cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0)
        const few = cells.filter((cell) => cell === 'few').length
        const atLeast = cells.filter((cell) => cell === 'withheld').length * 5
        const atMost = atLeast > 0 ? Number.POSITIVE_INFINITY : (few - 1) * 4
        if (few > 0) expect([hidden - 4 >= atLeast, hidden <= atMost]).toEqual([true, true])
      }),
    )
  })

  test('never shows a count or a total below five', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12)), (counts) => {
        const { cells, total } = suppressList(counts)
        for (const cell of [...cells, total]) if (typeof cell === 'number') expect(cell).toBeGreaterThanOrEqual(5)
      }),
    )
  })
})

/** All true values that the small counts can have, by trying everything that fits the shown sums: independent of our own code. */
function attack({ cells, rowTotals, columnTotals, total }: ReturnType<typeof suppressTable>): Set<number>[][] {
  const possible = cells.map((row) => row.map(() => new Set<number>()))
  const limit = 60
  const places = cells.flatMap((row, y) => row.flatMap((cell, x) => (typeof cell === 'string' ? [{ y, x, cell }] : [])))
  const guess = cells.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : 0)))
  const fits = (sum: number, shown: Published, done: boolean) => {
    if (typeof shown === 'number') return done ? sum === shown : sum <= shown
    if (shown === 'few') return sum <= 4
    return true
  }
  const rowSum = (y: number) => (guess[y] ?? []).reduce((sum, cell) => sum + cell, 0)
  const columnSum = (x: number) => guess.reduce((sum, row) => sum + (row[x] ?? 0), 0)
  const visit = (at: number): void => {
    const place = places[at]
    if (!place) {
      const all = guess.reduce((sum, _, y) => sum + rowSum(y), 0)
      const holds =
        rowTotals.every((each, y) => fits(rowSum(y), each, true)) &&
        columnTotals.every((each, x) => fits(columnSum(x), each, true)) &&
        fits(all, total, true)
      if (holds) for (const { y, x } of places) possible[y]?.[x]?.add(guess[y]?.[x] ?? 0)
      return
    }
    const { y, x, cell } = place
    const row = guess[y] as number[]
    const [from, to] = cell === 'few' ? [0, 4] : [5, limit]
    for (let value = from; value <= to; value++) {
      row[x] = value
      if (!fits(rowSum(y), rowTotals[y] ?? null, false) || !fits(columnSum(x), columnTotals[x] ?? null, false)) break
      visit(at + 1)
    }
    row[x] = 0
  }
  visit(0)
  return possible
}

const tables = (rows: number, columns: number, max: number) =>
  fc.array(fc.array(fc.nat(max), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })

describe('a table', () => {
  test('shows everything when nothing is small', () => {
    expect(
      suppressTable([
        [5, 6],
        [7, 8],
      ]),
    ).toEqual({
      cells: [
        [5, 6],
        [7, 8],
      ],
      rowTotals: [11, 15],
      columnTotals: [12, 14],
      total: 26,
    })
  })

  test('hides a rectangle around one small count and keeps all totals', () => {
    const counts = [
      [20, 21, 22],
      [23, 3, 24],
      [25, 26, 27],
    ]
    expect(suppressTable(counts)).toEqual({
      cells: [
        ['withheld', 'withheld', 22],
        ['withheld', 'few', 24],
        [25, 26, 27],
      ],
      rowTotals: [63, 50, 78],
      columnTotals: [68, 50, 73],
      total: 191,
    })
  })

  test('withholds the totals that would give a small count away, and no other', () => {
    expect(
      suppressTable([
        [5, 5, 9],
        [5, 0, 9],
        [7, 8, 9],
      ]),
    ).toEqual({
      cells: [
        ['withheld', 'withheld', 9],
        ['withheld', 'few', 9],
        [7, 8, 9],
      ],
      rowTotals: ['withheld', 'withheld', 24],
      columnTotals: ['withheld', 'withheld', 27],
      total: 'withheld',
    })
  })

  test('withholds the total of a pivot beside a small total, and keeps the others', () => {
    const counts = [
      [20, 0, 30],
      [21, 1, 31],
      [22, 2, 32],
    ]
    expect(suppressTable(counts)).toMatchObject({
      rowTotals: [50, 53, 56],
      columnTotals: ['withheld', 'few', 93],
      total: 159,
    })
  })

  test('withholds the totals that would give a withheld count away, too', () => {
    const counts = [
      [10, null],
      [null, 0],
      [20, 10],
    ]
    expect(suppressTable(counts)).toMatchObject({
      cells: [
        [10, null],
        [null, 'few'],
        ['withheld', 'withheld'],
      ],
      total: 'withheld',
    })
  })

  test('keeps apart what was nobody and what could not be counted', () => {
    const { cells, columnTotals } = suppressTable([
      [null, 30, 31],
      [null, 32, 0],
      [null, 33, 34],
    ])
    expect(cells.map((row) => row[0])).toEqual([null, null, null])
    expect(cells[1]?.[2]).toBe('few')
    expect(columnTotals[0]).toBeNull()
  })

  test.each([
    [2, 2, 24],
    [2, 3, 14],
    [3, 3, 9],
    [1, 3, 20],
    [3, 1, 20],
  ])('of %i × %i hides every small count from all sums', (rows, columns, max) => {
    fc.assert(
      fc.property(tables(rows, columns, max), (counts) => {
        const published = suppressTable(counts)
        const possible = typeof published.total === 'number' ? attack(published) : null
        published.cells.forEach((row, y) => {
          row.forEach((cell, x) => {
            if (typeof cell === 'number') expect(cell).toBe(counts[y]?.[x])
            if (cell === 'few') expect(counts[y]?.[x]).toBeLessThan(5)
            if (cell === 'few' && possible) expect(possible[y]?.[x]).toEqual(new Set([0, 1, 2, 3, 4]))
            if (cell === 'withheld' && possible) expect(possible[y]?.[x]?.size).toBeGreaterThan(1)
          })
        })
      }),
      { numRuns: 60 },
    )
  })

  test('never shows a total beside hidden cells once one total is withheld, nor any number below five', () => {
    fc.assert(
      fc.property(tables(4, 5, 14), (counts) => {
        const { cells, rowTotals, columnTotals, total } = suppressTable(counts)
        for (const each of [...cells.flat(), ...rowTotals, ...columnTotals, total]) {
          if (typeof each === 'number') expect(each).toBeGreaterThanOrEqual(5)
        }
        if (total !== 'withheld') return
        const hides = (line: readonly Published[]) => line.some((cell) => typeof cell === 'string')
        expect(rowTotals.map((each) => each === 'withheld')).toEqual(cells.map(hides))
        expect(columnTotals.map((each) => each === 'withheld')).toEqual(
          columnTotals.map((_, x) => hides(cells.map((row) => row[x] ?? null))),
        )
      }),
    )
  })

  test('of 2 × 2 gives no small count away, even to a reader who knows the rule', () => {
    const max = 15
    const secrets = allLists(4, max).map((counts) => {
      const [a = 0, b = 0, c = 0, d = 0] = counts
      const published = suppressTable([
        [a, b],
        [c, d],
      ])
      return { counts, cells: published.cells.flat(), total: published.total, published: JSON.stringify(published) }
    })
    for (const { place, values } of learn(secrets, max)) expect(values, place).toBeGreaterThanOrEqual(2)
  })
})

describe('a share', () => {
  test('is shown in steps of five per cent', () => {
    expect(publishedShare(52, 61)).toBe(85)
  })

  test('is hidden when the part or the rest is small, since each gives the other away', () => {
    expect([publishedShare(4, 60), publishedShare(57, 60), publishedShare(60, 60)]).toEqual(['few', 'few', 'few'])
    expect(publishedShare(0, 0)).toBeNull()
  })
})
