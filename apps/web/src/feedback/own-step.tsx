import { dayAfter, localDate } from '@lederkreds/domain/day'
import { type OwnStep, ownStep, type ToldStep } from '@lederkreds/domain/feedback/document'
import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteShared } from '../account/joint-items.ts'
import { plainId } from '../account/keyring.ts'
import { SavedMark } from '../account/saved-mark.tsx'
import { ShareProblem } from '../account/share-problem.tsx'
import { StepFields } from '../account/step-fields.tsx'
import { useKeptDocument } from '../account/use-kept-document.ts'
import { useSharing } from '../account/use-sharing.ts'
import { today, type Vault } from '../account/vault.ts'
import type { OpenDocument } from '../account/vault-documents.ts'
import type { Room } from '../account/vault-room.ts'
import { askAnew } from '../apollo.ts'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import { Still } from '../ui/still.tsx'
import { useBusy } from '../ui/use-busy.ts'
import { useDates } from '../ui/use-dates.ts'
import type { CyclePlace } from './cycle-place.ts'
import classes from './feedback.module.css'
import { ToldStepCard } from './told-step-card.tsx'
import { useOwn } from './use-own.ts'
import { useToldSteps } from './use-told-steps.ts'

interface OwnStepSectionProps {
  room: Room
  vault: Vault
  place: CyclePlace
  told: readonly { readonly id: string; readonly ownerId: string }[]
}

/** For how many days a step is told to the group: until she asks again, more or less. */
const toldDays = 90

/** What she will do: her own, until she tells the group. She can take it back at any time. */
export function OwnStepSection({ room, vault, place, told }: OwnStepSectionProps) {
  const { t } = useTranslation('feedback')
  const kept = useOwn(room, vault, 'step', place.cycleId)
  const mine = told.filter(({ ownerId }) => ownerId === place.viewerId)
  const { found: steps, isLost } = useToldSteps(
    room,
    mine.map(({ id }) => ({ id, cycleId: place.cycleId })),
  )
  const { isBusy, run } = useBusy()
  const refresh = () => askAnew(['FeedbackPage'])
  if (!kept) return <CardSkeleton lines={3} />
  const takeBack = async (id: string, step: ToldStep | null) => {
    try {
      if (step) await room.documents.save('feedbackOwn', kept.own?.id ?? null, { ...step, type: 'step' }, today())
      await deleteShared(id)
    } catch {
      notify({ text: t('step.takeBackFailed'), tone: 'failed' })
    }
    await refresh()
  }
  return (
    <Section title={t('step.title')}>
      {mine.length === 0 && (
        <OwnStepForm
          key={kept.formKey}
          room={room}
          vault={vault}
          place={place}
          start={kept.own}
          onTouched={kept.hold}
          onTold={refresh}
        />
      )}
      {isLost && <p className={classes.quiet}>{t('step.lost')}</p>}
      {steps && steps.length > 0 && (
        <ul className={classes.list}>
          {steps.map((each) => (
            <ToldStepCard
              key={each.id}
              told={each}
              name={t('step.yours')}
              actions={
                <Button
                  variant="subtle"
                  color="gray"
                  loading={isBusy}
                  onClick={() => void run(() => takeBack(each.id, each.step))}
                >
                  {t('step.takeBack')}
                </Button>
              }
            />
          ))}
        </ul>
      )}
    </Section>
  )
}

interface OwnStepFormProps extends Omit<OwnStepSectionProps, 'told'> {
  start: OpenDocument<OwnStep> | null
  onTouched: () => void
  onTold: () => Promise<unknown>
}

function OwnStepForm({ room, vault, place, start, onTouched, onTold }: OwnStepFormProps) {
  const { t } = useTranslation('feedback')
  const dates = useDates()
  const [step, setStep] = useState(start?.document ?? emptyStep(plainId(place.cycleId)))
  const { share, problem } = useSharing(room)
  const { isBusy: isTelling, run } = useBusy()
  const kept = useKeptDocument<OwnStep>(room, vault, 'feedbackOwn', start?.id ?? null)
  const { data: whole } = ownStep.safeParse(step)
  const change = (part: Partial<OwnStep>) => {
    onTouched()
    const changed = { ...step, ...part }
    setStep(changed)
    const { data } = ownStep.safeParse(changed)
    if (data) kept.note(data)
  }
  const expiresOn = dayAfter(localDate(new Date()), toldDays)
  const tellGroup = async () => {
    const { networkId, cycleId, groupIds: readerIds } = place
    if (!whole || networkId === null) return
    await kept.flush()
    const document = { ...whole, type: 'feedbackStep' }
    if (!(await share({ kind: 'feedbackStep', networkId, cycleId, expiresOn, document, readerIds }))) return
    await kept.remove()
    await onTold()
  }
  return (
    <Stack gap="lg">
      <Still when={isTelling}>
        <StepFields
          label={t('step.label')}
          help={t('step.help')}
          byLabel={t('step.by')}
          step={step}
          onChange={change}
        />
      </Still>
      <ShareProblem problem={problem} place={place} />
      {place.groupIds.length > 0 && (
        <div className={classes.stack}>
          <div className={classes.actions}>
            <Button variant="default" loading={isTelling} disabled={!whole} onClick={() => void run(tellGroup)}>
              {t('step.tell')}
            </Button>
            <SavedMark state={kept.state} />
          </div>
          <p className={classes.quiet}>
            {t('step.toldUntil', { count: place.groupIds.length, day: dates.date(expiresOn) })}
          </p>
        </div>
      )}
      {place.groupIds.length === 0 && <SavedMark state={kept.state} />}
    </Stack>
  )
}

const emptyStep = (cycleId: string): OwnStep => ({
  type: 'step',
  format: 1,
  cycleId,
  text: '',
  by: null,
  day: today(),
})
