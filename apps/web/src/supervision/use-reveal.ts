import { useTranslation } from 'react-i18next'
import { useConfirm } from '../ui/confirm.tsx'
import type { RoundEngine } from './round-engine.ts'

/** Lets what all wrote in a phase lie open, once whoever leads has confirmed it. Works without keys and without a network. */
export function useReveal(engine: RoundEngine, personId: string) {
  const { t } = useTranslation('supervision')
  const confirm = useConfirm()
  return async (phase: string) => {
    const question = { title: t('writing.revealTitle'), text: t('writing.revealText'), action: t('writing.reveal') }
    if (await confirm(question)) engine.record({ kind: 'revealed', phase }, personId)
  }
}
