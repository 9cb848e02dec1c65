import { z } from 'zod'
import type { Words } from '../text.ts'
import { isoDate, line, prose } from '../text.ts'
import type { MethodId } from '../toolbox/methods.ts'
import { writtenAt } from './written-at.ts'

export interface ExercisePhase {
  readonly id: string
  readonly name: Words
  readonly minutes: number
  readonly instruction: Words
  readonly questions: readonly Words[]
}

/** A method of the toolbox as one person does it alone: the phases of silent work, without roles. */
export interface Exercise {
  readonly id: MethodId
  readonly name: Words
  readonly purpose: Words
  readonly origin: Words
  /** Where it can be read about: links, or a word on general knowledge. */
  readonly sources: readonly string[]
  readonly licence: Words
  /** What is known, and not known, about its effect. */
  readonly evidence: Words
  /** What was written is deleted at the end, unless the writer chooses to keep it. */
  readonly deletedByDefault: boolean
  readonly phases: readonly ExercisePhase[]
}

/** What somebody wrote in an exercise. It keeps the questions as they were asked, so that it reads right when they are reworded. */
export const exerciseDocument = z.looseObject({
  type: z.literal('exercise'),
  format: z.literal(1),
  /** Which exercise; one that only a newer version has is kept. */
  exercise: line(60),
  day: isoDate,
  writtenAt,
  answers: z
    .array(z.looseObject({ phase: line(60), asked: line(300), text: prose(20_000) }), { error: 'invalid' })
    .max(40, { error: 'tooMany' }),
})
export type ExerciseDocument = z.output<typeof exerciseDocument>

/** How long an exercise takes, in minutes. */
export const exerciseMinutes = ({ phases }: Pick<Exercise, 'phases'>): number =>
  phases.reduce((sum, { minutes }) => sum + minutes, 0)
