import type { Exercise } from '@lederkreds/domain/journal/exercise'
import { Alert, Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../account/vault.ts'
import { useLanguage } from '../toolbox/use-language.ts'
import { notify } from '../ui/notices.tsx'
import { Page } from '../ui/page.tsx'
import { ProseField } from '../ui/prose-field.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import { useLeadOn } from '../ui/use-lead-on.ts'
import { type ExerciseDraft, readExerciseDrafts } from './exercise-draft.ts'
import { ExerciseEnd } from './exercise-end.tsx'
import classes from './journal.module.css'
import { leftOf, type PhaseClock, pauseClock, runClock } from './phase-clock.ts'
import { PhaseTimer } from './phase-timer.tsx'
import { useJournalRoom } from './use-journal.ts'
import { useKept } from './use-kept.ts'

/** One phase at a time, with its time and its questions. Nothing hurries: a time that is up waits. */
export function ExerciseRun({ exercise, start }: { exercise: Exercise; start: ExerciseDraft }) {
  const { t } = useTranslation('journal')
  const language = useLanguage()
  const leadOn = useLeadOn()
  const { journal } = useJournalRoom()
  const heading = useRef<HTMLHeadingElement>(null)
  const [draft, setDraft] = useState(start)
  const [clock, setClock] = useState<PhaseClock>(() => runClock({ left: start.left, since: null }, Date.now()))
  const [isRefused, setRefused] = useState(false)
  const keeper = useKept<ExerciseDraft | null>(async (kept) => {
    const { [exercise.id]: _old, ...others } = readExerciseDrafts(await journal.draft('exercises'))
    await journal.keepDraft('exercises', kept ? { ...others, [exercise.id]: kept } : others)
  })
  const phase = exercise.phases[draft.phase]

  // biome-ignore lint/correctness/useExhaustiveDependencies: another phase is another heading
  useEffect(() => heading.current?.focus({ preventScroll: true }), [draft.phase])

  const change = (part: Partial<ExerciseDraft>) => {
    const changed = { ...draft, left: leftOf(clock, Date.now()), ...part }
    setDraft(changed)
    keeper.note(changed)
  }
  const goTo = (at: number) => {
    const left = (exercise.phases[at]?.minutes ?? 0) * 60_000
    setClock(runClock({ left, since: null }, Date.now()))
    change({ phase: at, left })
    scrollTo({ top: 0 })
  }
  const pause = (isPaused: boolean) => {
    const now = Date.now()
    setClock(isPaused ? pauseClock(clock, now) : runClock(clock, now))
    change({})
  }
  const written = exercise.phases.flatMap(({ id, questions }) =>
    questions.flatMap((question, at) => {
      const text = draft.answers[`${id}.${at}`]?.trim()
      return text ? [{ phase: id, asked: question[language], text }] : []
    }),
  )
  const end = async (isKept: boolean) => {
    if (isKept) {
      const document = {
        type: 'exercise',
        format: 1,
        exercise: exercise.id,
        day: draft.writtenAt.slice(0, 10),
        writtenAt: draft.writtenAt,
        answers: written,
      }
      const kept = await journal.save(null, null, document, today())
      if (!kept.isKept) return setRefused(true)
    }
    await keeper.drop()
    keeper.note(null)
    await keeper.now()
    notify({ text: t(isKept ? 'saved' : 'exercise.gone') })
    void leadOn('/journal', { replace: true })
  }

  return (
    <Page
      title={exercise.name[language]}
      back={{ to: '/journal/exercises', label: t('exercises.title') }}
      width="read"
      discreet
    >
      {phase ? (
        <section className={classes.phase} aria-labelledby="phase">
          <p className={classes.hint}>{t('exercise.phase', { at: draft.phase + 1, of: exercise.phases.length })}</p>
          <h2 id="phase" ref={heading} tabIndex={-1}>
            {phase.name[language]}
          </h2>
          <PhaseTimer clock={clock} minutes={phase.minutes} onPause={pause} />
          <p className={classes.instruction}>{phase.instruction[language]}</p>
          <Unremembered>
            {phase.questions.map((question, at) => (
              <ProseField
                key={`${phase.id}.${question.da}`}
                label={question[language]}
                value={draft.answers[`${phase.id}.${at}`] ?? ''}
                rows={3}
                onChange={(text) => change({ answers: { ...draft.answers, [`${phase.id}.${at}`]: text } })}
              />
            ))}
          </Unremembered>
          <div className={classes.actions}>
            <Button onClick={() => goTo(draft.phase + 1)}>
              {t(draft.phase + 1 < exercise.phases.length ? 'exercise.next' : 'exercise.finish')}
            </Button>
            {draft.phase > 0 && (
              <Button variant="default" onClick={() => goTo(draft.phase - 1)}>
                {t('exercise.back')}
              </Button>
            )}
          </div>
          <p className={classes.hint} data-tone={keeper.state === 'failed' ? 'failed' : undefined}>
            {t(`draft.${keeper.state}`)}
          </p>
        </section>
      ) : (
        <>
          {isRefused && <Alert color="rose">{t('exercise.refused')}</Alert>}
          <ExerciseEnd
            exercise={exercise}
            written={written}
            onEnd={(isKept) => void end(isKept)}
            onBack={() => goTo(exercise.phases.length - 1)}
          />
        </>
      )}
    </Page>
  )
}
