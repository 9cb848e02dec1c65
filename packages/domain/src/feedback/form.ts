import { z } from 'zod'
import type { MethodId } from '../toolbox/methods.ts'

/** How givers are asked to answer; each follows a feedback method of the toolbox, but for the free one. */
export const feedbackForm = z.enum(['sbi', 'feedforward', 'startStopContinue', 'strengths', 'free'], {
  error: 'unknown',
})
export type FeedbackForm = z.output<typeof feedbackForm>

/** One thing that a giver is asked to write. Its words stand in the page's messages under its form and key. */
export interface FormField {
  readonly key: string
  readonly isOptional: boolean
}

interface Form {
  /** The method that it comes from, which the toolbox explains. */
  readonly methodId: MethodId | null
  readonly fields: readonly FormField[]
}

const asked = (key: string): FormField => ({ key, isOptional: false })
const offered = (key: string): FormField => ({ key, isOptional: true })

/** The order is the order on the page: in SBI it is fixed (Center for Creative Leadership). */
export const feedbackForms: Readonly<Record<FeedbackForm, Form>> = {
  sbi: { methodId: 'sbi-feedback', fields: [asked('situation'), asked('behaviour'), asked('impact')] },
  feedforward: { methodId: 'feedforward', fields: [asked('suggestion'), offered('another')] },
  startStopContinue: {
    methodId: 'start-stop-fortsaet',
    fields: [offered('start'), offered('stop'), offered('continue')],
  },
  strengths: { methodId: 'spot-styrker', fields: [asked('strength'), asked('seen'), offered('more')] },
  free: { methodId: null, fields: [asked('text')] },
}
