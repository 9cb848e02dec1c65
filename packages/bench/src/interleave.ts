/** One thing that is measured: answers the figures of one short run. */
export type Contender<Figures> = () => Promise<Figures>

/**
 * Runs every contender once in each round, in reversed order every other round, so that what slows the machine down
 * slows all of them. Answers each one's figures, round by round.
 */
export async function interleave<Name extends string, Figures>(
  contenders: Record<Name, Contender<Figures>>,
  rounds: number,
): Promise<Record<Name, Figures[]>> {
  const names = Object.keys(contenders) as Name[]
  const all = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Figures[]>
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 ? names.toReversed() : names) all[name].push(await contenders[name]())
  }
  return all
}

export function median(all: readonly number[]): number {
  const sorted = all.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const [below, above] = [sorted[Math.ceil(middle) - 1] ?? Number.NaN, sorted[Math.floor(middle)] ?? Number.NaN]
  return (below + above) / 2
}

/** The median over the rounds of what one was to the other in the same round. */
export const ratio = (one: readonly number[], other: readonly number[]) =>
  round(median(one.map((value, index) => value / (other[index] ?? Number.NaN))), 3)

export const round = (value: number, digits = 0) => Math.round(value * 10 ** digits) / 10 ** digits
