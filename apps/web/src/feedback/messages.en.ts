import type { Texts } from '../ui/texts.ts'
import type { messages as danish } from './messages.da.ts'

export const messages: Texts<typeof danish> = {
  title: 'Feedback',
  lead: 'What you have asked about, and what you are asked about.',
}
