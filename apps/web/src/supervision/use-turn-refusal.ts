import { useTranslation } from 'react-i18next'
import type { messages } from './messages.turns.da.ts'

type Known = keyof typeof messages.refusal

/** Why a pass, a swap or a tie was not kept, in words. */
export function useTurnRefusal() {
  const { t, i18n } = useTranslation('supervision/turns')
  const isKnown = (name: string): name is Known => i18n.exists(`refusal.${name}`, { ns: 'supervision/turns' })
  return (name: string): string => t(`refusal.${isKnown(name) ? name : 'unknown'}`)
}
