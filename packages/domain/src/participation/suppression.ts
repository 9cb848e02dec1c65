import { type Arc, canBe } from './circulation.ts'

/** Counts of people below this are not shown, as Danish practice has it for cells of figures. */
export const smallestShown = 5

/** A count of people; null where there was nothing to count (no meeting in that month), which everybody may know. */
export type Count = number | null

/**
 * What may be shown: the count; `few` for a count below {@link smallestShown}, zero included, since "nobody" says
 * something about everybody; `withheld` for a larger one that would give a small one away; null for nothing to count.
 */
export type Published = number | 'few' | 'withheld' | null

export interface PublishedList {
  readonly cells: readonly Published[]
  readonly total: Published
}

export interface PublishedTable {
  readonly cells: readonly (readonly Published[])[]
  readonly rowTotals: readonly Published[]
  readonly columnTotals: readonly Published[]
  readonly total: Published
}

const largestFew = smallestShown - 1

/**
 * A list with its total. If a count is small its neighbour is withheld too, and the total is shown only if every small
 * count could then still be anything from 0 to 4. Which neighbour, and whether the total is shown, depends on nothing but
 * what is shown, so that knowing this rule does not help a reader either.
 */
export function suppressList(counts: readonly Count[]): PublishedList {
  const cells = counts.map(primary)
  const few = indexesOf(cells, (cell) => cell === 'few')
  const neighbour = nearest(
    indexesOf(cells, (cell) => typeof cell === 'number'),
    few[0],
  )
  if (neighbour !== undefined) cells[neighbour] = 'withheld'
  const hidden = sum(counts.filter((_, index) => typeof cells[index] === 'string'))
  const isTotalSafe =
    few.length === 0 ||
    (neighbour === undefined
      ? hidden >= smallestShown && hidden <= largestFew * (few.length - 1)
      : hidden >= smallestShown + largestFew)
  return { cells, total: counts.every((count) => count === null) ? null : isTotalSafe ? sum(counts) : 'withheld' }
}

/**
 * A table with the totals of its rows and columns; all rows have the same length. Beside the small counts one cell of each
 * row and column that has one is withheld (all in one pivot row and one pivot column). The totals are shown only if every
 * small count could then still be anything from 0 to 4; else those over hidden cells are withheld. As in
 * {@link suppressList} the choices rest on what is shown.
 */
export function suppressTable(counts: readonly (readonly Count[])[]): PublishedTable {
  const small = counts.map((row) => row.map(primary))
  const pivot = { row: fullest(small), column: fullest(turned(small)) }
  const shown: PublishedTable = {
    cells: hideCells(small, pivot),
    rowTotals: hideTotals(counts, pivot.row),
    columnTotals: hideTotals(turned(counts), pivot.column),
    total: totalOf(counts.flat()),
  }
  return isSafe(counts, shown) ? shown : withoutTotals(shown)
}

/**
 * A share in per cent, in steps of five, as one figure that stands alone; `few` when either the part or the rest is small,
 * since each gives the other away. Null when there is nothing to take a share of.
 */
export function publishedShare(part: number, whole: number): Published {
  if (whole === 0) return null
  return part < smallestShown || whole - part < smallestShown ? 'few' : Math.round((part / whole) * 20) * 5
}

const primary = (count: Count): Published => (count !== null && count < smallestShown ? 'few' : count)

const sum = (counts: readonly Count[]): number => counts.reduce<number>((total, count) => total + (count ?? 0), 0)

const totalOf = (counts: readonly Count[]): Published =>
  counts.every((count) => count === null) ? null : primary(sum(counts))

/** Columns as lines. */
const turned = <Cell>(rows: readonly (readonly Cell[])[]): Cell[][] =>
  (rows[0] ?? []).map((_, column) => rows.flatMap((row) => row.slice(column, column + 1)))

const isHidden = (cell: Published): boolean => cell === 'few' || cell === 'withheld'

function indexesOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): number[] {
  return items.flatMap((item, index) => (holds(item) ? [index] : []))
}

function nearest(candidates: readonly number[], place: number | undefined): number | undefined {
  if (place === undefined) return undefined
  return candidates.toSorted((one, other) => Math.abs(one - place) - Math.abs(other - place) || other - one)[0]
}

function hideCells(small: readonly (readonly Published[])[], pivot: { row: number; column: number }): Published[][] {
  const fewRows = indexesOf(small, (row) => row.includes('few'))
  const fewColumns = indexesOf(turned(small), (column) => column.includes('few'))
  const isWithheld = (row: number, column: number) =>
    (column === pivot.column && (fewRows.includes(row) || row === pivot.row)) ||
    (row === pivot.row && fewColumns.includes(column))
  return small.map((cells, row) =>
    cells.map((cell, column) =>
      fewRows.length > 0 && typeof cell === 'number' && isWithheld(row, column) ? 'withheld' : cell,
    ),
  )
}

/** The first of the lines that have the most numbers to show. */
function fullest(lines: readonly (readonly Published[])[]): number {
  const numbers = lines.map((line) => line.filter((cell) => typeof cell === 'number').length)
  return numbers.indexOf(Math.max(...numbers))
}

/** The totals of the lines: the small ones hidden, and that of the pivot where there is a small one. */
function hideTotals(counts: readonly (readonly Count[])[], pivot: number): Published[] {
  const totals = counts.map(totalOf)
  const hasFew = totals.includes('few')
  return totals.map((total, line) => (hasFew && line === pivot && typeof total === 'number' ? 'withheld' : total))
}

/** Whether a reader of all this could still take every small count for anything from 0 to 4, and no withheld one for certain. */
function isSafe(counts: readonly (readonly Count[])[], shown: PublishedTable): boolean {
  const arcs = arcsOf(counts, shown)
  return arcs.every((arc) => {
    if (arc.min === arc.max) return true
    if (arc.max === largestFew) return canBe(arcs, arc, 0) && canBe(arcs, arc, largestFew)
    return canBe(arcs, arc, arc.value + 1) || canBe(arcs, arc, arc.value - 1)
  })
}

/** The table as a circulation: 0 → each row → each column → 1 → 0. */
function arcsOf(
  counts: readonly (readonly Count[])[],
  { cells, rowTotals, columnTotals, total }: PublishedTable,
): Arc[] {
  const rowNode = (row: number) => 2 + row
  const columnNode = (column: number) => 2 + counts.length + column
  return [
    ...counts.flatMap((row, index) =>
      row.map((count, at) => arcOf(rowNode(index), columnNode(at), count ?? 0, cells[index]?.[at] ?? 0)),
    ),
    ...rowTotals.map((each, row) => arcOf(0, rowNode(row), sum(counts[row] ?? []), each ?? 0)),
    ...turned(counts).map((column, index) => arcOf(columnNode(index), 1, sum(column), columnTotals[index] ?? 0)),
    arcOf(1, 0, sum(counts.flat()), total ?? 0),
  ]
}

function arcOf(from: number, to: number, value: number, shown: Exclude<Published, null>): Arc {
  if (shown === 'few') return { from, to, value, min: 0, max: largestFew }
  if (shown === 'withheld') return { from, to, value, min: smallestShown, max: Number.POSITIVE_INFINITY }
  return { from, to, value, min: value, max: value }
}

/** Only totals over cells that are all shown say nothing new; every other one goes, small or not. */
function withoutTotals({ cells, rowTotals, columnTotals }: PublishedTable): PublishedTable {
  const hide = (total: Published, line: readonly Published[]): Published => (line.some(isHidden) ? 'withheld' : total)
  return {
    cells,
    rowTotals: rowTotals.map((total, row) => hide(total, cells[row] ?? [])),
    columnTotals: columnTotals.map((total, column) =>
      hide(
        total,
        cells.map((row) => row[column] ?? null),
      ),
    ),
    total: 'withheld',
  }
}
