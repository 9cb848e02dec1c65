import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { lastDayOfAccess } from '@lederkreds/domain/networks/access'
import { missingSteps } from '@lederkreds/domain/networks/network'
import { methodOf } from '@lederkreds/domain/toolbox/methods'
import { Alert, Button, Paper } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StartNetworkMutation, StartNetworkMutationVariables } from '../generated/graphql.ts'
import type { AdviceItem } from '../ui/advice-list.tsx'
import { notify } from '../ui/notices.tsx'
import { useBusy } from '../ui/use-busy.ts'
import { useDates } from '../ui/use-dates.ts'
import { useLeadOn } from '../ui/use-lead-on.ts'
import type { Draft, WizardStep } from './draft.ts'
import { useRefusal } from './use-refusal.ts'
import classes from './wizard.module.css'

/** Two fields, one transaction: the network and its first season begin together or not at all. */
const startNetwork: TypedDocumentNode<StartNetworkMutation, StartNetworkMutationVariables> = gql`
  mutation StartNetwork($id: ID!, $version: Int!, $accessUntil: String!, $season: PlanSeasonInput!) {
    startNetwork(id: $id, version: $version, accessUntil: $accessUntil) {
      __typename
      ... on Network {
        id
        state
      }
      ... on ReportingLine {
        report {
          id
          name
        }
        manager {
          id
          name
        }
      }
    }
    planSeason(networkId: $id, input: $season) {
      __typename
      ... on Season {
        id
      }
    }
  }
`

interface ReviewStepProps {
  id: string
  draft: Draft
  plan: { readonly days: readonly { readonly date: string }[] } | null
  advice: readonly AdviceItem[]
  /** Keeps what is left to keep; answers the draft's version, or null where it could not be kept. */
  flush: () => Promise<number | null>
  onGo: (step: WizardStep) => void
}

/** Everything on one page, a way back to each part, and the button that starts the network. */
export function ReviewStep({ id, draft, plan, advice, flush, onGo }: ReviewStepProps) {
  const { t, i18n } = useTranslation('networks/planning')
  const language = i18n.language === 'en' ? 'en' : 'da'
  const dates = useDates()
  const refusal = useRefusal()
  const leadOn = useLeadOn()
  const [start, { data, error }] = useMutation(startNetwork)
  const { isBusy, run } = useBusy()
  const days = plan?.days.map(({ date }) => date) ?? []
  const accessUntil = lastDayOfAccess(draft.facilitatedMeetings, days, draft.rhythm.until)
  const missing = missingSteps({
    ...draft,
    memberCount: draft.people.length,
    rhythm: days.length > 0 ? draft.rhythm : null,
  })
  const isStopped = advice.some(({ level }) => level === 'stop')
  const noon = (date: string) => `${date}T12:00:00Z`

  const begin = async () => {
    const version = await flush()
    if (version === null) return
    const { from, until, everyWeeks, weekday, startTime, minutes } = draft.rhythm
    const season = {
      from,
      until,
      everyWeeks,
      weekday,
      startTime,
      minutes,
      place: draft.place,
      link: draft.link,
      dates: days,
    }
    const result = await start({ variables: { id, version, accessUntil, season } }).catch(() => undefined)
    const answer = result?.data
    if (answer?.startNetwork.__typename !== 'Network' || answer.planSeason.__typename !== 'Season') return
    notify({ text: t('wizard.started') })
    await leadOn(`/consultant/networks/${id}`)
  }

  const refused = refusalOf(data) ?? (error ? 'unknown' : null)
  const line = data?.startNetwork.__typename === 'ReportingLine' ? data.startNetwork : null
  const words =
    line?.report && line.manager
      ? refusal('ReportingLineNamed', { report: line.report.name, manager: line.manager.name })
      : refused && refusal(refused)
  const row = (step: WizardStep, label: string, value: ReactNode) => (
    <div className={classes.row}>
      <dt>{label}</dt>
      <dd>{value || <em>{t('review.missing')}</em>}</dd>
      <dd data-edit>
        <Button variant="subtle" aria-label={t('review.edit', { what: label })} onClick={() => onGo(step)}>
          {t('review.change')}
        </Button>
      </dd>
    </div>
  )
  return (
    <>
      <p>{t('review.lead')}</p>
      <Paper>
        <dl className={classes.review}>
          {row('purpose', t('review.name'), draft.name)}
          {row('purpose', t('review.purpose'), draft.purpose)}
          {row('members', t('review.members'), draft.people.map(({ name }) => name).join('\n'))}
          {row('groundRules', t('review.rules'), t('review.rulesCount', { count: draft.groundRules.length }))}
          {row(
            'rhythm',
            t('review.dates'),
            days.map((day) => `${dates.day(noon(day))}, ${dates.week(noon(day))}`).join('\n'),
          )}
          {row(
            'rhythm',
            t('review.methods'),
            draft.methods.map((method) => methodOf(method).name[language]).join('\n'),
          )}
          {row('rhythm', t('review.access'), t('access.until', { day: dates.date(noon(accessUntil)) }))}
        </dl>
      </Paper>
      {missing.length > 0 && (
        <Alert
          color="gray"
          title={t('review.incomplete', {
            steps: missing.map((step) => t(`wizard.step_${step === 'methods' ? 'rhythm' : step}`)).join(', '),
          })}
        />
      )}
      {isStopped && <Alert color="rose" title={t('review.stopped')} />}
      {words && <Alert color="rose" title={words} role="alert" />}
      <div>
        <Button size="lg" loading={isBusy} disabled={missing.length > 0 || isStopped} onClick={() => void run(begin)}>
          {t('review.start', { count: draft.people.length })}
        </Button>
      </div>
    </>
  )
}

/** Which of the two fields refused, the network first. */
function refusalOf(data: StartNetworkMutation | null | undefined): string | null {
  if (!data) return null
  if (data.startNetwork.__typename !== 'Network') return data.startNetwork.__typename
  return data.planSeason.__typename === 'Season' ? null : data.planSeason.__typename
}
