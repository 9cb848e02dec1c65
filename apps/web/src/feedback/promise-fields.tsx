import type { AskDraft } from '@lederkreds/domain/feedback/ask-draft'
import { promiseKind } from '@lederkreds/domain/feedback/document'
import { fewestPooled } from '@lederkreds/domain/feedback/promise'
import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '../ui/page.tsx'
import type { AskPlace } from './ask-place.ts'

interface PromiseFieldsProps {
  place: AskPlace
  draft: AskDraft
  onChange: (promise: AskDraft['promise']) => void
}

/** With names or without. Where too few can answer, it says plainly that nobody could be anonymous. */
export function PromiseFields({ place, draft, onChange }: PromiseFieldsProps) {
  const { t } = useTranslation('feedback')
  const able = place.members.filter(({ unready }) => unready === null).length
  const tooFew = able < fewestPooled
  const choose = (chosen: string) => {
    const { data } = promiseKind.safeParse(chosen)
    if (data) onChange(data)
  }
  return (
    <Section title={t('ask.promise')}>
      <Radio.Group aria-label={t('ask.promise')} value={draft.promise} onChange={choose}>
        <Stack gap="sm">
          <Radio value="signed" label={t('ask.signed')} description={t('ask.signedText')} />
          <Radio
            value="pooled"
            label={t('ask.pooled')}
            disabled={tooFew && draft.promise !== 'pooled'}
            description={tooFew ? t('ask.pooledTooFew', { count: able }) : t('ask.pooledText')}
          />
        </Stack>
      </Radio.Group>
    </Section>
  )
}
