/** An exercise on its way: the phase, what was left of its time, and what was written, under `phase.question`. */
export interface ExerciseDraft {
  readonly writtenAt: string
  readonly phase: number
  readonly left: number
  readonly answers: Readonly<Record<string, string>>
}

export type ExerciseDrafts = Readonly<Record<string, ExerciseDraft>>

/** What was kept on this device, by exercise; anything that is not that is none. */
export function readExerciseDrafts(kept: unknown): ExerciseDrafts {
  return typeof kept === 'object' && kept !== null ? (kept as ExerciseDrafts) : {}
}
