import { useTranslation } from 'react-i18next'
import { messages } from './messages.da.ts'

type Known = keyof typeof messages.refusal
const isKnown = (name: string): name is Known => name in messages.refusal

/** A refusal of the calendar in words: what happened and what to do. */
export function useRefusal() {
  const { t } = useTranslation('meetings')
  return (name: string): string => t(`refusal.${isKnown(name) ? name : 'unknown'}`)
}
