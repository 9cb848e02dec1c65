import { hintsIn } from '@lederkreds/domain/hints'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { HintLines } from './hint-lines.tsx'

/** What in a passage may tell whom it is about. Looked for on the device alone. */
export function ReportHints({ text }: { text: string }) {
  const { t } = useTranslation('feedback/report')
  const settled = useDeferredValue(text)
  const hints = useMemo(() => hintsIn(settled), [settled])
  return <HintLines lead={t('hint.lead')} lines={hints.map(({ kind, text: found }) => t(`hint.${kind}`, { found }))} />
}
