import { useTranslation } from 'react-i18next'
import { isUnreachable } from '../apollo-links.ts'
import { messages } from './messages.keys.da.ts'
import type { Opener } from './vault-desk.ts'
import { isCancelled } from './webauthn.ts'

type Name = Exclude<keyof typeof messages.fault, 'WrongSecret'>
const isKnown = (name: string): name is Name => Object.hasOwn(messages.fault, name) && name !== 'WrongSecret'

/** Nothing that this program ever wrote looks like that. */
const madeElsewhere = ['UnknownFormat', 'WeakParameters', 'ExcessiveParameters', 'ForeignAuthor']

/** What went wrong with keys, in words: a fault that was thrown, or a refusal by its name. */
export function useFaults() {
  const { t } = useTranslation('account/keys')
  return (fault: unknown, kind: Opener['kind'] = 'passphrase'): string => {
    const name = fault instanceof Error ? fault.name : String(fault)
    if (name === 'WrongSecret') return t(`fault.WrongSecret.${kind}`)
    if (isKnown(name)) return t(`fault.${name}`)
    if (madeElsewhere.includes(name)) return t('fault.Tampered')
    if (isCancelled(fault)) return t('fault.cancelled')
    return t(isUnreachable(fault) ? 'fault.unreachable' : 'fault.unknown')
  }
}
