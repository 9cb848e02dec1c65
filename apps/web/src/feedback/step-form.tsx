import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { localDate } from '@lederkreds/domain/day'
import { type PromiseKind, promiseKind } from '@lederkreds/domain/feedback/document'
import type { FeedbackForm } from '@lederkreds/domain/feedback/form'
import { fewestPooled, promiseVersion } from '@lederkreds/domain/feedback/promise'
import { Alert, Button, Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanFeedbackStepMutation, PlanFeedbackStepMutationVariables } from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { Seal } from '../ui/seal.tsx'
import { useDates } from '../ui/use-dates.ts'
import { useLeadOn } from '../ui/use-lead-on.ts'
import { noonOf, usualDay } from './deadline.ts'
import { DeadlineField } from './deadline-field.tsx'
import classes from './feedback.module.css'
import { FormFields } from './form-fields.tsx'
import { PromiseWords } from './promise-words.tsx'

const planFeedbackStep: TypedDocumentNode<PlanFeedbackStepMutation, PlanFeedbackStepMutationVariables> = gql`
  mutation PlanFeedbackStep($input: PlanFeedbackStepInput!) {
    planFeedbackStep(input: $input) {
      __typename
      ... on FeedbackStep {
        id
      }
    }
  }
`

interface StepFormProps {
  networkId: string
  /** How many members can be asked now: inside the network, with keys. */
  able: number
  members: number
}

/** Promise, form, opening and deadline for all; the theme stays with each of them. */
export function StepForm({ networkId, able, members }: StepFormProps) {
  const { t } = useTranslation(['feedback/step', 'feedback'])
  const dates = useDates()
  const leadOn = useLeadOn()
  const [id] = useState(() => `FeedbackStep_${crypto.randomUUID()}`)
  const [form, setForm] = useState<FeedbackForm>('feedforward')
  const [promise, setPromise] = useState<PromiseKind>('signed')
  const [opensOn, setOpensOn] = useState(() => localDate(new Date()))
  const [day, setDay] = useState(() => usualDay(new Date()))
  const [plan, { data, loading, error }] = useMutation(planFeedbackStep)
  const others = able - 1
  const tooFew = others < fewestPooled
  const deadline = noonOf(day)
  const isInOrder = deadline !== null && opensOn !== '' && opensOn < day
  const choose = (chosen: string) => {
    const { data: known } = promiseKind.safeParse(chosen)
    if (known) setPromise(known)
  }
  const save = async () => {
    if (!deadline) return
    const input = { id, networkId, promise, form, opensOn, deadline: deadline.toISOString() }
    const answer = await plan({ variables: { input } }).catch(() => null)
    if (answer?.data?.planFeedbackStep.__typename !== 'FeedbackStep') return
    notify({ text: t('done') })
    await leadOn(`/networks/${networkId}`)
  }
  const refused = error ? 'failed' : data?.planFeedbackStep.__typename
  return (
    <Stack gap="xl">
      <Section title={t('how')}>
        <ol className={classes.steps}>
          <li>{t('how1')}</li>
          <li>{t('how2')}</li>
          <li>{t('how3')}</li>
        </ol>
        {able < members && <p className={classes.quiet}>{t('notAble', { count: members - able })}</p>}
      </Section>
      <FormFields form={form} onChange={setForm} />
      <Section title={t('feedback:ask.promise')}>
        <Radio.Group aria-label={t('feedback:ask.promise')} value={promise} onChange={choose}>
          <Stack gap="sm">
            <Radio value="signed" label={t('feedback:ask.signed')} description={t('feedback:ask.signedText')} />
            <Radio
              value="pooled"
              label={t('feedback:ask.pooled')}
              disabled={tooFew}
              description={tooFew ? t('pooledTooFew', { count: Math.max(others, 0) }) : t('feedback:ask.pooledText')}
            />
          </Stack>
        </Radio.Group>
      </Section>
      <Section title={t('opens')}>
        <TextInput
          type="date"
          label={t('opensDay')}
          className={classes.day ?? ''}
          value={opensOn}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          description={opensOn ? dates.near(opensOn) : ' '}
          onChange={({ currentTarget }) => setOpensOn(currentTarget.value)}
        />
        <Seal reader="participation" readers={t('whoKnows')} />
      </Section>
      <DeadlineField day={day} onChange={setDay} />
      <Section title={t('before')}>
        <p className={classes.text}>{t('beforeText')}</p>
        {deadline && others > 0 && (
          <PromiseWords
            receiver={t('anybody')}
            promise={promise}
            givers={others}
            deadline={deadline}
            version={promiseVersion}
          />
        )}
        {!isInOrder && <p className={classes.missing}>{t('order')}</p>}
        {refused && refused !== 'FeedbackStep' && (
          <Alert color="rose" role="alert">
            {t(refusals[refused] ?? 'refused')}
          </Alert>
        )}
        <div className={classes.actions}>
          <Button loading={loading} disabled={!isInOrder} onClick={() => void save()}>
            {t('plan')}
          </Button>
        </div>
      </Section>
    </Stack>
  )
}

const refusals: Readonly<Record<string, 'invalid' | 'failed'>> = {
  InvalidInput: 'invalid',
  failed: 'failed',
}
