import { useTranslation } from 'react-i18next'
import type { messages } from './messages.da.ts'

type Known = keyof typeof messages.refusal

/** A refusal of the calendar in words: what happened and what to do. */
export function useRefusal() {
  const { t, i18n } = useTranslation('meetings')
  const isKnown = (name: string): name is Known => i18n.exists(`refusal.${name}`, { ns: 'meetings' })
  return (name: string): string => t(`refusal.${isKnown(name) ? name : 'unknown'}`)
}
