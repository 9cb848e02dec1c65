import { useTranslation } from 'react-i18next'
import type { messages } from './messages.da.ts'

type Known = keyof typeof messages.refusal

/** A refusal of the networks in words: what happened and what to do. `values` fill its gaps. */
export function useRefusal() {
  const { t, i18n } = useTranslation('networks')
  const isKnown = (name: string): name is Known => i18n.exists(`refusal.${name}`, { ns: 'networks' })
  return (name: string, values: Record<string, string | number> = {}): string =>
    t(`refusal.${isKnown(name) ? name : 'unknown'}`, values)
}
