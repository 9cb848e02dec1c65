import { useTranslation } from 'react-i18next'
import type { messages } from './messages.da.ts'

type Known<Key> = Key extends `${infer Name}_${string}` ? Name : Key
type Name = Known<keyof typeof messages.refusal>

/** A refusal of the account in words: what happened and what to do. `values` fill its gaps. */
export function useRefusal() {
  const { t, i18n } = useTranslation('account')
  const isKnown = (name: string): name is Name => i18n.exists(`refusal.${name}`, { ns: 'account', count: 0 })
  return (name: string, values: { count?: number; emails?: string } = {}): string =>
    t(`refusal.${isKnown(name) ? name : 'unknown'}`, { count: 0, emails: '', ...values })
}
