import { gql, type TypedDocumentNode } from '@apollo/client'
import { localDate } from '@lederkreds/domain/day'
import { Alert, Button, Paper, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, Navigate, type ShouldRevalidateFunctionArgs, useSearchParams } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { WizardPageQuery, WizardPageQueryVariables } from '../generated/graphql.ts'
import { PlaceFields } from '../meetings/place-fields.tsx'
import { RhythmFields } from '../meetings/rhythm-fields.tsx'
import { SeasonDays } from '../meetings/season-days.tsx'
import { type Changes, isRhythm, type Plan, planDays } from '../meetings/season-plan.ts'
import { notFound } from '../root.tsx'
import { AdviceList } from '../ui/advice-list.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Steps } from '../ui/steps.tsx'
import { useProblems } from '../use-problems.ts'
import { AccessField } from './access-field.tsx'
import { DiscardDraft } from './discard-draft.tsx'
import { type Draft, draftOf, isWizardStep, type WizardStep, wizardSteps } from './draft.ts'
import { GroundRulesFields } from './ground-rules-fields.tsx'
import { MethodFields } from './method-fields.tsx'
import { PeoplePicker } from './people-picker.tsx'
import { PurposeStep } from './purpose-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { SaveMark } from './save-mark.tsx'
import { isAboutPeople, useAdvice } from './use-advice.ts'
import { useDraft } from './use-draft.ts'
import classes from './wizard.module.css'

const query: TypedDocumentNode<WizardPageQuery, WizardPageQueryVariables> = gql`
  query WizardPage($id: ID!) {
    network(id: $id) {
      id
      version
      draft {
        template
        locale
        name
        purpose
        place
        link
        methods
        facilitatedMeetings
        rhythm {
          from
          until
          everyWeeks
          weekday
          startTime
          minutes
        }
        moves {
          day
          to
        }
        people {
          name
          email
          title
          workplace
          managementLevel
        }
        groundRules {
          key
          heading
          text
        }
      }
    }
  }
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.networkId ?? '' })

/** Going from step to step asks nothing again: the wizard itself holds what is newest. */
export const shouldRevalidate = ({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) =>
  currentUrl.pathname !== nextUrl.pathname

/** Sets a network up in five steps that can be taken in any order; what one writes is kept, and advice comes while one writes. */
export function Component() {
  const network = usePreloaded(loader).data.network ?? notFound()
  if (!network.draft) return <Navigate to={`/networks/${network.id}`} replace />
  return <Wizard key={network.id} id={network.id} version={network.version} first={draftOf(network.draft)} />
}

function Wizard({ id, version, first }: { id: string; version: number; first: Draft }) {
  const { t } = useTranslation('networks/planning')
  const [search, setSearch] = useSearchParams()
  const asked = search.get('step')
  const step: WizardStep = isWizardStep(asked) ? asked : 'purpose'
  const { draft, change, state, flush, result } = useDraft(id, first, version)
  const problemAt = useProblems(result)
  const changes = changesOf(draft)
  const plan = isRhythm(draft.rhythm) ? planDays(draft.rhythm, changes, new Set(), localDate(new Date())) : null
  const { items, placed } = useAdvice({ ...draft, season: plan && seasonOf(draft, plan) })
  const go = (to: string) => setSearch({ step: to }, { preventScrollReset: false })
  const titles = wizardSteps.map((each) => ({
    id: each,
    title: t(`wizard.step_${each}`),
    done: isDone(each, draft, plan),
  }))
  const shown = items.filter((item) => isShown(step, item.level, isAboutPeople(item)))

  return (
    <Page
      title={draft.name || t('wizard.titleUnnamed')}
      back={{ to: '/consultant', label: t('consultant.title') }}
      actions={<SaveMark state={state} />}
    >
      {state === 'stale' && (
        <Alert color="rose" title={t('wizard.stale')} role="alert">
          <Button variant="default" onClick={() => location.reload()}>
            {t('wizard.reload')}
          </Button>
        </Alert>
      )}
      <Steps label={t('wizard.steps')} steps={titles} current={step} onGo={go} />
      <div className={classes.columns} data-advice={shown.length > 0 || undefined}>
        <div className={classes.step}>
          <h2 className={classes.title}>{t(`wizard.step_${step}`)}</h2>
          {step === 'purpose' && <PurposeStep draft={draft} change={change} problemAt={problemAt} />}
          {step === 'members' && (
            <PeoplePicker
              people={draft.people}
              known={new Set(placed.keys())}
              onChange={(people) => change({ people })}
            />
          )}
          {step === 'groundRules' && (
            <GroundRulesFields
              sections={draft.groundRules}
              path="groundRules."
              problemAt={problemAt}
              onChange={(groundRules) => change({ groundRules })}
            />
          )}
          {step === 'rhythm' && (
            <RhythmStep draft={draft} change={change} plan={plan} changes={changes} problemAt={problemAt} />
          )}
          {step === 'review' && <ReviewStep id={id} draft={draft} plan={plan} advice={items} flush={flush} onGo={go} />}
        </div>
        {shown.length > 0 && (
          <aside
            className={classes.advice}
            data-stop={shown.some(({ level }) => level === 'stop') || undefined}
            aria-label={t('wizard.advice')}
          >
            <AdviceList label={t('wizard.advice')} items={shown} />
          </aside>
        )}
      </div>
      <WayOn step={step} onGo={go} />
      <DiscardDraft id={id} />
    </Page>
  )
}

interface RhythmStepProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  plan: Plan | null
  changes: Changes
  problemAt: (path: string) => string | undefined
}

function RhythmStep({ draft, change, plan, changes, problemAt }: RhythmStepProps) {
  const { t } = useTranslation(['networks/planning', 'meetings'])
  return (
    <Stack gap="lg">
      <Paper>
        <Stack gap="lg">
          <RhythmFields
            value={draft.rhythm}
            onChange={(rhythm) => change({ rhythm, moves: [] })}
            problemAt={(path) => problemAt(`rhythm.${path}`)}
          />
          <PlaceFields value={{ place: draft.place, link: draft.link }} onChange={change} problemAt={problemAt} />
        </Stack>
      </Paper>
      <Section
        title={t('meetings:season.dates')}
        actions={plan && t('meetings:season.count', { count: plan.days.length })}
      >
        {plan && <SeasonDays plan={plan} changes={changes} onChange={(next) => change({ moves: movesOf(next) })} />}
      </Section>
      <Section title={t('methods.title')}>
        <p>{t('methods.lead')}</p>
        <MethodFields value={draft.methods} onChange={(methods) => change({ methods })} />
      </Section>
      <Section title={t('access.title')}>
        <AccessField
          value={draft.facilitatedMeetings}
          days={plan?.days.map(({ date }) => date) ?? []}
          until={draft.rhythm.until}
          onChange={(facilitatedMeetings) => change({ facilitatedMeetings })}
        />
      </Section>
    </Stack>
  )
}

function WayOn({ step, onGo }: { step: WizardStep; onGo: (step: string) => void }) {
  const { t } = useTranslation('networks/planning')
  const at = wizardSteps.indexOf(step)
  const [before, after] = [wizardSteps[at - 1], wizardSteps[at + 1]]
  return (
    <div className={classes.wayOn}>
      {before && (
        <Button variant="default" onClick={() => onGo(before)}>
          {t('wizard.back', { step: t(`wizard.step_${before}`) })}
        </Button>
      )}
      {after && <Button onClick={() => onGo(after)}>{t('wizard.next', { step: t(`wizard.step_${after}`) })}</Button>}
    </div>
  )
}

const changesOf = ({ moves }: Draft): Changes => ({
  moved: new Map(moves.flatMap(({ day, to }) => (to === null ? [] : [[day, to] as const]))),
  removed: new Set(moves.flatMap(({ day, to }) => (to === null ? [day] : []))),
})

const movesOf = ({ moved, removed }: Changes): Draft['moves'] => [
  ...[...moved].filter(([day]) => !removed.has(day)).map(([day, to]) => ({ day, to })),
  ...[...removed].map((day) => ({ day, to: null })),
]

const seasonOf = ({ rhythm: { minutes, everyWeeks, until } }: Draft, { days }: Plan) => ({
  meetings: days.length,
  minutes,
  everyWeeks,
  until,
})

const isDone = (step: WizardStep, draft: Draft, plan: Plan | null): boolean => {
  if (step === 'purpose') return draft.name.trim() !== '' && draft.purpose.trim() !== ''
  if (step === 'members') return draft.people.length > 0
  if (step === 'groundRules') return draft.groundRules.every(({ heading, text }) => heading.trim() && text.trim())
  if (step === 'rhythm') return draft.methods.length > 0 && plan !== null && plan.days.length > 0
  return false
}

const isShown = (step: WizardStep, level: string, aboutPeople: boolean): boolean => {
  if (step === 'members') return aboutPeople
  if (step === 'rhythm') return !aboutPeople
  return step === 'review' && level !== 'good'
}
