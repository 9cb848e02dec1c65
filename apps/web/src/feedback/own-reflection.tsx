import { type FeedbackReflection, feedbackReflection, landings } from '@lederkreds/domain/feedback/document'
import { Button, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainId } from '../account/keyring.ts'
import { SavedMark } from '../account/saved-mark.tsx'
import { SealedField } from '../account/sealed-field.tsx'
import { useKeptDocument } from '../account/use-kept-document.ts'
import { today, type Vault } from '../account/vault.ts'
import type { OpenDocument } from '../account/vault-documents.ts'
import type { Room } from '../account/vault-room.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { Section } from '../ui/page.tsx'
import { Seal } from '../ui/seal.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import classes from './feedback.module.css'
import { useOwn } from './use-own.ts'

interface OwnReflectionProps {
  room: Room
  vault: Vault
  cycleId: string
}

/** What she makes of the answers, for herself alone. */
export function OwnReflection({ room, vault, cycleId }: OwnReflectionProps) {
  const { t } = useTranslation('feedback')
  const kept = useOwn(room, vault, 'reflection', cycleId)
  return (
    <Section title={t('reflection.title')}>
      {kept ? (
        <ReflectionForm
          key={kept.formKey}
          room={room}
          vault={vault}
          cycleId={cycleId}
          start={kept.own}
          onTouched={kept.hold}
        />
      ) : (
        <CardSkeleton lines={4} />
      )}
    </Section>
  )
}

interface ReflectionFormProps extends OwnReflectionProps {
  start: OpenDocument<FeedbackReflection> | null
  onTouched: () => void
}

function ReflectionForm({ room, vault, cycleId, start, onTouched }: ReflectionFormProps) {
  const { t } = useTranslation('feedback')
  const confirm = useConfirm()
  const [shown, setShown] = useState(start?.document ?? emptyReflection(plainId(cycleId)))
  const kept = useKeptDocument<FeedbackReflection>(room, vault, 'feedbackOwn', start?.id ?? null)
  const change = (part: Partial<FeedbackReflection>) => {
    onTouched()
    const changed = { ...shown, ...part }
    setShown(changed)
    const { data } = feedbackReflection.safeParse(changed)
    if (data) kept.note(data)
  }
  const remove = async () => {
    const question = { title: t('reflection.deleteTitle'), text: t('reflection.deleteText'), action: t('delete') }
    if (!(await confirm({ ...question, tone: 'harm' }))) return
    await kept.remove()
    setShown(emptyReflection(plainId(cycleId)))
  }
  return (
    <Stack gap="lg">
      <SealedField
        label={t('reflection.label')}
        help={t('reflection.help')}
        value={shown.text}
        rows={4}
        onChange={(text) => change({ text })}
      />
      <div className={classes.stack}>
        <Radio.Group
          label={t('reflection.landing')}
          description={t('reflection.landingHelp')}
          value={shown.landing ?? ''}
          onChange={(chosen) => change({ landing: landings.find((each) => each === chosen) ?? null })}
        >
          <Stack gap="xs" mt="sm">
            {landings.map((each) => (
              <Radio key={each} value={each} label={t(`reflection.${each}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Seal reader="self" />
      </div>
      <div className={classes.actions}>
        <SavedMark state={kept.state} />
        {kept.isKept && (
          <Button variant="subtle" color="rose" onClick={() => void remove()}>
            {t('reflection.delete')}
          </Button>
        )}
      </div>
    </Stack>
  )
}

const emptyReflection = (cycleId: string): FeedbackReflection => ({
  type: 'reflection',
  format: 1,
  cycleId,
  text: null,
  landing: null,
  day: today(),
})
