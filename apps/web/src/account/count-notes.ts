type Heads = readonly unknown[]

interface Counted {
  readonly notes: Heads
  readonly drafts: Heads
  readonly roundNotes: Heads
  readonly steps: Heads
  readonly writings: Heads
}

/** How many notes somebody has sealed beside her journal: cases, and what she kept or shared of rounds. */
export function countNotes(viewer: Counted | null | undefined): number {
  if (!viewer) return 0
  const { notes, drafts, roundNotes, steps, writings } = viewer
  return [notes, drafts, roundNotes, steps, writings].reduce((sum, { length }) => sum + length, 0)
}
