import { useTranslation } from 'react-i18next'
import { useConfirm } from '../ui/confirm.tsx'
import type { RoundEngine } from './round-engine.ts'

/** Takes the lead once she has confirmed it; undefined for somebody who cannot have it. */
export function useTakeLead(engine: RoundEngine, names: ReadonlyMap<string, string>, personId: string) {
  const { t } = useTranslation('supervision')
  const confirm = useConfirm()
  const { state } = engine.view()
  if (!engine.may({ kind: 'leadPassed', personId }, personId)) return undefined
  return async () => {
    const text = t('lead.takeText', { name: names.get(state.leadId) ?? '' })
    const isSure = await confirm({ title: t('lead.takeTitle'), text, action: t('lead.take') })
    if (isSure) engine.record({ kind: 'leadPassed', personId }, personId)
  }
}
