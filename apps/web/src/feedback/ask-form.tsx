import { type AskDraft, missingIn } from '@lederkreds/domain/feedback/ask-draft'
import { promiseVersion } from '@lederkreds/domain/feedback/promise'
import { Alert, Button, Stack } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { unreliableAmong } from '../account/joint-items.ts'
import { SavedMark } from '../account/saved-mark.tsx'
import { type ShareFault, ShareProblem } from '../account/share-problem.tsx'
import type { Vault } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { Section } from '../ui/page.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import { Still } from '../ui/still.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import { useLeadOn } from '../ui/use-lead-on.ts'
import type { AskPlace } from './ask-place.ts'
import { AskWords } from './ask-words.tsx'
import { noonOf } from './deadline.ts'
import { DeadlineField } from './deadline-field.tsx'
import classes from './feedback.module.css'
import { FormFields } from './form-fields.tsx'
import { GiverFields } from './giver-fields.tsx'
import { PromiseFields } from './promise-fields.tsx'
import { PromiseWords } from './promise-words.tsx'
import { makeCycle, sealAsk, unsentName } from './send-ask.ts'
import { StepFacts } from './step-facts.tsx'
import { useAskDraft } from './use-ask-draft.ts'

interface AskFormProps {
  room: Room
  vault: Vault
  place: AskPlace
}

/** Everything that is asked, whom, and what is promised them; all of it is frozen when it is sent. */
export function AskForm({ room, vault, place }: AskFormProps) {
  const { t } = useTranslation('feedback')
  const { draft, state, change, forget } = useAskDraft(room, vault, place)
  const { send, isSending, problem, refusal } = useSend(room, place, change, forget)
  if (!draft) return <CardSkeleton lines={8} />
  const { step } = place
  const deadline = step ? new Date(step.deadline) : noonOf(draft.day)
  const missing = missingIn(draft, deadline, new Date())
  const names = new Map(place.members.map(({ id, name }) => [id, name]))
  const givers = draft.giverIds.length
  return (
    <Unremembered>
      <Stack gap="xl">
        <Still when={isSending}>
          <Section title={t('ask.theme')}>
            <AskWords words={draft} readers={{ reader: 'asked', count: givers }} onChange={change} />
          </Section>
          {step ? (
            <StepFacts step={step} givers={givers} />
          ) : (
            <>
              <FormFields form={draft.form} onChange={(form) => change({ form })} />
              <GiverFields place={place} chosen={draft.giverIds} onChange={(giverIds) => change({ giverIds })} />
              <PromiseFields place={place} draft={draft} onChange={(promise) => change({ promise })} />
              <DeadlineField day={draft.day} onChange={(day) => change({ day })} />
            </>
          )}
        </Still>
        <Section title={t('ask.before')}>
          <p className={classes.text}>{t('ask.beforeText')}</p>
          {deadline && givers > 0 && (
            <PromiseWords
              promise={draft.promise}
              givers={givers}
              deadline={deadline}
              version={promiseVersion}
              receiver={place.viewerName}
            />
          )}
          {missing.length > 0 && (
            <ul className={classes.missing} aria-label={t('ask.missing')}>
              {missing.map((each) => (
                <li key={each}>{t(`ask.missing_${each}`)}</li>
              ))}
            </ul>
          )}
          <ShareProblem problem={problem} place={{ networkId: place.networkId, names }} />
          {refusal && (
            <Alert color="rose" role="alert">
              {t(`refusal.${refusal}`)}
            </Alert>
          )}
          <div className={classes.actions}>
            <Button
              loading={isSending}
              disabled={missing.length > 0 || !deadline}
              onClick={() => deadline && void send(draft, deadline)}
            >
              {t('ask.send', { count: givers })}
            </Button>
            <SavedMark state={state} />
          </div>
        </Section>
      </Stack>
    </Unremembered>
  )
}

const refusals = [
  'TooFewGivers',
  'TooManyOpen',
  'NotAGiver',
  'AlreadyAsked',
  'AskedOtherwise',
  'FeedbackClosed',
  'InvalidInput',
  'failed',
] as const
type Refused = (typeof refusals)[number]

/** First the cycle, then the question: what is not sealed in the end waits on the cycle's page, to be sent again. */
function useSend(room: Room, place: AskPlace, change: (part: Partial<AskDraft>) => void, forget: () => Promise<void>) {
  const leadOn = useLeadOn()
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<ShareFault>()
  const [refusal, setRefusal] = useState<Refused>()
  const changeNow = useRef(change)
  changeNow.current = change
  const tryToSend = async (draft: AskDraft, deadline: Date) => {
    const { networkId, previous, step } = place
    const giverIds = draft.giverIds.map((id) => `Person_${id}`)
    const people = await unreliableAmong(room, giverIds).catch(() => null)
    if (!people) return setRefusal('failed')
    if (people.length > 0) return setProblem({ state: 'blocked', people })
    const made = await makeCycle({
      id: `FeedbackCycle_${draft.cycleId}`,
      networkId,
      form: draft.form,
      promise: draft.promise,
      deadline: deadline.toISOString(),
      giverIds,
      previousId: previous?.id ?? null,
      stepId: step?.id ?? null,
    })
    // The one that is there stays as it is; what she has written since becomes another.
    if (made.state === 'refused' && made.refusal === 'AskedOtherwise')
      changeNow.current({ cycleId: crypto.randomUUID() })
    if (made.state !== 'made')
      return setRefusal(refusals.find((each) => made.state === 'refused' && each === made.refusal) ?? 'failed')
    const { cycle } = made
    await room.documents.keepDraft(unsentName(cycle.id), { ...draft, sentUntil: cycle.deadline })
    const sealed = await sealAsk(room, cycle, networkId, draft, giverIds)
    if (sealed.state === 'shared') await room.documents.dropDraft(unsentName(cycle.id))
    await forget()
    await leadOn(`/feedback/${cycle.id}`, { replace: true })
  }
  const send = async (draft: AskDraft, deadline: Date) => {
    setSending(true)
    setProblem(undefined)
    setRefusal(undefined)
    try {
      await tryToSend(draft, deadline)
    } catch {
      setRefusal('failed')
    } finally {
      setSending(false)
    }
  }
  return { send, isSending, problem, refusal }
}
