import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { localDate } from '@lederkreds/domain/day'
import { maxSeasonMeetings } from '@lederkreds/domain/meetings/planning'
import type { Rhythm } from '@lederkreds/domain/networks/network'
import { Alert, Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  PlanSeasonMutation,
  PlanSeasonMutationVariables,
  SeasonPlanner_NetworkFragment,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { useLeadOn } from '../ui/use-lead-on.ts'
import { useProblems } from '../use-problems.ts'
import { firstRhythm } from './first-rhythm.ts'
import { PlaceFields } from './place-fields.tsx'
import { RhythmFields } from './rhythm-fields.tsx'
import classes from './season.module.css'
import { SeasonDays } from './season-days.tsx'
import { type Changes, isRhythm, noChanges, planDays } from './season-plan.ts'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<SeasonPlanner_NetworkFragment> = gql`
  fragment SeasonPlanner_network on Network {
    id
    endsOn
    draft {
      place
      link
      rhythm {
        from
        until
        everyWeeks
        weekday
        startTime
        minutes
      }
    }
    currentSeason {
      id
      until
      everyWeeks
      weekday
      startTime
      minutes
      meetings {
        id
        startsAt
        cancelledAt
        place
        link
      }
    }
  }
`

const planSeason: TypedDocumentNode<PlanSeasonMutation, PlanSeasonMutationVariables> = gql`
  mutation PlanSeason($networkId: ID!, $input: PlanSeasonInput!) {
    planSeason(networkId: $networkId, input: $input) {
      __typename
      ... on Season {
        id
        meetings {
          id
        }
      }
      ... on InvalidInput {
        issues {
          path
          problem
        }
      }
    }
  }
`

/** A season from a rhythm: its dates appear while one writes, each can be moved, and nothing is told before it is saved. */
export function SeasonPlanner({ network }: { network: FragmentType<SeasonPlanner_NetworkFragment> }) {
  const { id, currentSeason, ...known } = useSuspenseFragment({ fragment, from: network }).data
  const { t } = useTranslation('meetings')
  const leadOn = useLeadOn()
  const refusal = useRefusal()
  const today = localDate(new Date())
  const last = currentSeason?.meetings.at(-1)
  const [rhythm, setRhythm] = useState<Rhythm>(() => firstRhythm({ ...known, currentSeason }, today))
  const [place, setPlace] = useState({
    place: known.draft?.place ?? last?.place ?? '',
    link: known.draft?.link ?? last?.link ?? '',
  })
  const [changes, setChanges] = useState<Changes>(noChanges)
  const [save, { data, loading, error }] = useMutation(planSeason)
  const result = data?.planSeason
  const problemAt = useProblems(result)

  const taken = new Set(
    currentSeason?.meetings
      .filter(({ cancelledAt }) => !cancelledAt)
      .map(({ startsAt }) => localDate(new Date(startsAt))),
  )
  const plan = isRhythm(rhythm) ? planDays(rhythm, changes, taken, today) : null
  const count = plan?.days.length ?? 0
  const mayBeSaved = count > 0 && count <= maxSeasonMeetings && plan?.days.every(({ problem }) => problem === null)

  const submit = async () => {
    const dates = plan?.days.map(({ date }) => date) ?? []
    const input = { ...rhythm, ...place, dates }
    const { data: answer } = await save({
      variables: { networkId: id, input },
      awaitRefetchQueries: true,
      refetchQueries: ['SeasonPage'],
    }).catch(() => ({ data: undefined }))
    if (answer?.planSeason.__typename !== 'Season') return
    notify({ text: t('season.saved', { count: answer.planSeason.meetings.length }) })
    await leadOn(`/networks/${id}`)
  }

  return (
    <form noValidate className={classes.planner} onSubmit={(event) => [event.preventDefault(), void submit()]}>
      <Section title={t('season.rhythm')}>
        <Paper className={classes.fields ?? ''}>
          <RhythmFields value={rhythm} onChange={setRhythm} problemAt={problemAt} />
          <PlaceFields value={place} onChange={setPlace} problemAt={problemAt} />
          <p className={classes.hint}>{t('season.advice')}</p>
        </Paper>
      </Section>
      <Section
        title={t('season.dates')}
        actions={plan && <span aria-live="polite">{t('season.count', { count })}</span>}
      >
        {count > maxSeasonMeetings && <Alert color="rose">{t('season.tooMany', { max: maxSeasonMeetings })}</Alert>}
        {count === 0 && <Alert color="gray">{t('season.none')}</Alert>}
        {plan && count <= maxSeasonMeetings && <SeasonDays plan={plan} changes={changes} onChange={setChanges} />}
      </Section>
      {(error || (result && result.__typename !== 'Season')) && (
        <Alert color="rose">{refusal(result?.__typename ?? 'unknown')}</Alert>
      )}
      <div>
        <Button type="submit" size="lg" loading={loading} disabled={!mayBeSaved}>
          {t('season.save', { count })}
        </Button>
      </div>
    </form>
  )
}
SeasonPlanner.fragment = fragment
