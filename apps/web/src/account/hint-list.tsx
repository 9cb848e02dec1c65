import { hintsIn } from '@lederkreds/domain/hints'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { HintLines } from './hint-lines.tsx'

/** What in a text may tell who it is about. Looked for on the device alone; it says so and stops nothing. */
export function HintList({ text }: { text: string | null }) {
  const { t } = useTranslation('account/writing')
  const settled = useDeferredValue(text)
  const hints = useMemo(() => hintsIn(settled ?? ''), [settled])
  return <HintLines lead={t('hint.lead')} lines={hints.map(({ kind, text: found }) => t(`hint.${kind}`, { found }))} />
}
