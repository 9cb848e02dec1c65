import { dayAfter, localDate } from '@lederkreds/domain/day'
import { nextStep, type NextStep as Step } from '@lederkreds/domain/supervision/round-document'
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainId } from '../account/keyring.ts'
import { SavedMark } from '../account/saved-mark.tsx'
import { ShareProblem } from '../account/share-problem.tsx'
import { StepFields } from '../account/step-fields.tsx'
import { useDocuments } from '../account/use-documents.ts'
import { useHeldKey } from '../account/use-held-key.ts'
import { useKeptDocument } from '../account/use-kept-document.ts'
import { today, type Vault } from '../account/vault.ts'
import type { OpenDocument } from '../account/vault-documents.ts'
import type { Room } from '../account/vault-room.ts'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import { Still } from '../ui/still.tsx'
import { useBusy } from '../ui/use-busy.ts'
import { useDates } from '../ui/use-dates.ts'
import { LeftItem } from './left-item.tsx'
import classes from './sealed.module.css'
import { takeBackStep } from './take-back-step.ts'
import type { RoundItems, RoundPlace } from './use-round-items.ts'
import { useShare } from './use-share.ts'

interface NextStepProps {
  room: Room
  vault: Vault
  place: RoundPlace
  shared: RoundItems
}

/** For how many days a step is shared where nothing else is agreed: until the next meeting, more or less. */
const sharedDays = 42

/** What she will do: her own, until she shares it. Whether the others may ask about it is hers to say. */
export function NextStep({ room, vault, place, shared }: NextStepProps) {
  const { t } = useTranslation('supervision/sealed')
  const dates = useDates()
  const documents = useDocuments(room, vault, 'nextStep')
  const own = documents?.flatMap((each) => {
    const { data } = nextStep.safeParse(each.document)
    return data?.roundId === plainId(place.roundId) ? [{ ...each, document: data }] : []
  })[0]
  const { formKey, hold } = useHeldKey(own?.id)
  const { isBusy, run } = useBusy()
  if (!documents) return <CardSkeleton lines={4} />
  const steps = shared.items?.filter(({ kind }) => kind === 'nextStep') ?? []
  const mine = steps.find(({ ownerId }) => ownerId === place.viewerId)
  const takeBack = async () => {
    if (!mine) return
    if (!(await takeBackStep(room, mine, own?.id))) notify({ text: t('left.deleteFailed'), tone: 'failed' })
    await shared.look()
  }
  return (
    <Section title={t('step.title')}>
      {!mine && (
        <StepForm
          key={formKey}
          onTouched={hold}
          room={room}
          vault={vault}
          place={place}
          start={own ?? null}
          shared={shared}
        />
      )}
      {steps.length > 0 && (
        <ul className={classes.list}>
          {steps.map((item) => {
            const step = item.document?.type === 'nextStep' ? item.document : null
            const takeBackButton = (
              <Button variant="light" loading={isBusy} onClick={() => void run(takeBack)}>
                {t('step.takeBack')}
              </Button>
            )
            return (
              <LeftItem key={item.id} item={item} place={place} onChanged={shared.look} actions={takeBackButton}>
                {step && (
                  <p className={classes.quiet}>
                    {step.by && `${t('step.until', { day: dates.date(step.by) })} `}
                    {t(step.mayAsk ? 'step.mayAsk' : 'step.mayNotAsk')}
                  </p>
                )}
              </LeftItem>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

interface StepFormProps extends NextStepProps {
  start: OpenDocument<Step> | null
  onTouched: () => void
}

function StepForm({ room, vault, place, start, onTouched, shared }: StepFormProps) {
  const { t } = useTranslation('supervision/sealed')
  const dates = useDates()
  const [step, setStep] = useState<Step>(start?.document ?? emptyStep(plainId(place.roundId)))
  const { share, problem } = useShare(room, place)
  const { isBusy: isSharing, run } = useBusy()
  const { state, note, flush, remove } = useKeptDocument<Step>(room, vault, 'nextStep', start?.id ?? null)
  const checked = nextStep.safeParse(step)
  const change = (part: Partial<Step>) => {
    onTouched()
    const changed = { ...step, ...part }
    setStep(changed)
    const { data } = nextStep.safeParse(changed)
    if (data) note(data)
  }
  const until = laterDay(
    place.stays === 'group' ? place.staysUntil : null,
    step.by,
    dayAfter(localDate(new Date()), sharedDays),
  )
  const shareIt = async () => {
    if (!checked.success) return
    await flush()
    if (!(await share(checked.data, until))) return
    await remove()
    await shared.look()
  }
  return (
    <div className={classes.fields}>
      <Still when={isSharing}>
        <StepFields
          label={t('step.label')}
          help={t('step.help')}
          byLabel={t('step.by')}
          step={step}
          onChange={change}
        />
        <Checkbox
          label={t('step.ask')}
          description={t('step.askHelp')}
          checked={step.mayAsk}
          onChange={({ currentTarget }) => change({ mayAsk: currentTarget.checked })}
        />
      </Still>
      <ShareProblem problem={problem} place={place} />
      <div className={classes.actions}>
        <Button variant="default" loading={isSharing} disabled={!checked.success} onClick={() => void run(shareIt)}>
          {t('step.share')}
        </Button>
        <SavedMark state={state} />
      </div>
      <p className={classes.quiet}>{t('step.sharedUntil', { day: dates.date(until) })}</p>
    </div>
  )
}

const emptyStep = (roundId: string): Step => ({
  type: 'nextStep',
  format: 1,
  roundId,
  text: '',
  by: null,
  mayAsk: false,
  day: today(),
})

/** The latest of these days, and a year from now at most. */
const laterDay = (...days: readonly (string | null)[]): string => {
  const most = dayAfter(localDate(new Date()), 365)
  return (
    [today(), ...days]
      .filter((day) => day !== null && day <= most)
      .toSorted()
      .at(-1) ?? today()
  )
}
