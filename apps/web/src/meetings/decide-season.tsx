import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { seasonChoice } from '@lederkreds/domain/meetings/season-decision'
import { Alert, Button, Paper, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type {
  DecideSeason_NetworkFragment,
  DecideSeasonMutation,
  DecideSeasonMutationVariables,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { Seal } from '../ui/seal.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './closing.module.css'
import { DateField } from './date-field.tsx'

const fragment: TypedDocumentNode<DecideSeason_NetworkFragment> = gql`
  fragment DecideSeason_network on Network {
    id
    endsOn
    viewerIsConsultant
    viewerCanDecideSeason
    viewerCanPlanSeason
    currentSeason {
      id
      number
      decision {
        id
        choice
        on
        decidedOn
        decidedBy {
          id
          name
        }
      }
    }
  }
`

const decideSeason: TypedDocumentNode<DecideSeasonMutation, DecideSeasonMutationVariables> = gql`
  mutation DecideSeason($seasonId: ID!, $choice: SeasonChoice!, $on: Day!) {
    decideSeason(seasonId: $seasonId, choice: $choice, on: $on) {
      __typename
      ... on SeasonDecision {
        id
      }
    }
  }
`

/** What the network has decided after its newest season, what follows from it, and the form for those who write it down. */
export function DecideSeason({ network }: { network: FragmentType<DecideSeason_NetworkFragment> }) {
  const { data } = useSuspenseFragment({ fragment, from: network })
  const { t } = useTranslation('meetings/closing')
  const dates = useDates()
  const [isChanging, setChanging] = useState(false)
  const { id, currentSeason, viewerCanDecideSeason, viewerIsConsultant, viewerCanPlanSeason } = data
  if (!currentSeason) return <p className={classes.text}>{t('noSeason')}</p>
  const { number, decision } = currentSeason
  const isOpen = viewerCanDecideSeason && (!decision || isChanging)
  return (
    <Section
      title={t('decision.title')}
      actions={
        viewerCanDecideSeason &&
        decision && (
          <Button variant="subtle" aria-expanded={isChanging} onClick={() => setChanging(!isChanging)}>
            {t('decision.change')}
          </Button>
        )
      }
    >
      {decision && (
        <Paper className={classes.decision ?? ''}>
          <p className={classes.choice}>{t(`decision.choice.${decision.choice}`)}</p>
          <p>{t('decision.holds', { day: dates.date(decision.on) })}</p>
          <p>{t(`decision.follows.${decision.choice}`)}</p>
          <div className={classes.actions}>
            {decision.choice === 'continue' && viewerCanPlanSeason && (
              <Button component={Link} to={`/networks/${id}/season`} variant="light">
                {t('decision.plan')}
              </Button>
            )}
            {(decision.choice === 'remix' || decision.choice === 'merge') && viewerIsConsultant && (
              <Button component={Link} to={`/consultant/networks/${id}`} variant="light">
                {t('decision.consultant')}
              </Button>
            )}
          </div>
          <p className={classes.quiet}>
            {t('decision.by', { day: dates.date(decision.decidedOn), name: decision.decidedBy.name })}
          </p>
        </Paper>
      )}
      {!decision && !viewerCanDecideSeason && <p className={classes.text}>{t('decision.none', { number })}</p>}
      {isOpen && (
        <DecisionForm
          key={decision?.id}
          seasonId={currentSeason.id}
          number={number}
          start={{ choice: decision?.choice ?? null, on: decision?.on ?? data.endsOn ?? '' }}
          onDone={() => setChanging(false)}
        />
      )}
    </Section>
  )
}
DecideSeason.fragment = fragment

type Choice = DecideSeasonMutationVariables['choice']

interface DecisionFormProps {
  seasonId: string
  number: number
  start: { choice: Choice | null; on: string }
  onDone: () => void
}

function DecisionForm({ seasonId, number, start, onDone }: DecisionFormProps) {
  const { t } = useTranslation('meetings/closing')
  const [choice, setChoice] = useState(start.choice)
  const [on, setOn] = useState(start.on)
  const [refused, setRefused] = useState<'on' | 'SeasonOver' | 'unknown'>()
  const [send, { loading }] = useMutation(decideSeason, { refetchQueries: ['ClosingPage'] })
  const save = async () => {
    if (!choice || !on) return
    const { data } = await send({ variables: { seasonId, choice, on } }).catch(() => ({ data: undefined }))
    const answer = data?.decideSeason.__typename
    if (answer === 'SeasonDecision') {
      notify({ text: t('decision.saved') })
      return onDone()
    }
    setRefused(answer === 'InvalidInput' ? 'on' : answer === 'SeasonOver' ? answer : 'unknown')
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Radio.Group
        label={t('decision.open', { number })}
        value={choice}
        onChange={(value) => setChoice(seasonChoice.parse(value))}
      >
        <div className={classes.choices}>
          {seasonChoice.options.map((option) => (
            <Radio
              key={option}
              value={option}
              label={t(`decision.choice.${option}`)}
              description={t(`decision.follows.${option}`)}
            />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.day}>
        <DateField
          label={t('decision.on')}
          value={on}
          error={refused === 'on' ? t('refusal.on') : undefined}
          onChange={setOn}
        />
      </div>
      {refused && refused !== 'on' && (
        <Alert color="rose" role="alert">
          {t(`refusal.${refused}`)}
        </Alert>
      )}
      <Seal reader="participation" readers={t('decision.readers')} />
      <div>
        <Button type="submit" loading={loading} disabled={!choice || !on}>
          {t('decision.save')}
        </Button>
      </div>
    </form>
  )
}
