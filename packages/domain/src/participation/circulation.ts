/**
 * One figure of a table as a flow from one node to another. Rows, columns and the table are nodes at which what flows in
 * flows out, so that every sum in the table is a law of the network.
 */
export interface Arc {
  readonly from: number
  readonly to: number
  readonly value: number
  /** What a reader knows about the figure; a figure that is shown has `min` and `max` equal to its value. */
  readonly min: number
  readonly max: number
}

/**
 * Whether a reader who knows all sums and bounds must think it possible that the arc's figure is `target`. Exact: the
 * figure can move by as much as can flow back around it (Ford and Fulkerson, 1956). Cheap for targets near the value.
 */
export function canBe(arcs: readonly Arc[], arc: Arc, target: number): boolean {
  if (target < arc.min || target > arc.max) return false
  const others = arcs.filter((each) => each !== arc && each.min < each.max).map((each) => ({ ...each }))
  const [start, goal] = target > arc.value ? [arc.to, arc.from] : [arc.from, arc.to]
  for (let left = Math.abs(target - arc.value); left > 0; left--) if (!pushOne(others, start, goal)) return false
  return true
}

interface Step {
  readonly arc: { value: number }
  readonly change: 1 | -1
  readonly before: Step | undefined
}

/** Sends one unit from `start` to `goal` by raising and lowering arcs within their bounds; false when there is no way. */
function pushOne(arcs: (Omit<Arc, 'value'> & { value: number })[], start: number, goal: number): boolean {
  const reached = new Map<number, Step | undefined>([[start, undefined]])
  for (const node of reached.keys()) {
    if (node === goal) break
    const before = reached.get(node)
    for (const arc of arcs) {
      if (arc.from === node && arc.value < arc.max && !reached.has(arc.to))
        reached.set(arc.to, { arc, change: 1, before })
      if (arc.to === node && arc.value > arc.min && !reached.has(arc.from))
        reached.set(arc.from, { arc, change: -1, before })
    }
  }
  if (!reached.has(goal)) return false
  for (let step = reached.get(goal); step; step = step.before) step.arc.value += step.change
  return true
}
