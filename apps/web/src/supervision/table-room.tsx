import type { RoundHappening } from '@lederkreds/domain/supervision/round'
import { screenOf } from '@lederkreds/domain/supervision/screen'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfirm } from '../ui/confirm.tsx'
import { PhaseLine } from './phase-line.tsx'
import { PhaseTimer } from './phase-timer.tsx'
import type { RoundEngine } from './round-engine.ts'
import classes from './table-room.module.css'
import { Told } from './told.tsx'
import { useReveal } from './use-reveal.ts'
import { useRound } from './use-round.ts'
import { useSound } from './use-sound.ts'
import { useTakeLead } from './use-take-lead.ts'
import { useWakeLock } from './use-wake-lock.ts'
import { useWords } from './use-words.ts'

interface TableRoomProps {
  engine: RoundEngine
  names: ReadonlyMap<string, string>
  /** Whose phone lies on the table. */
  personId: string
  end: ReactNode
}

/** A round on the phone that lies on the table: read by all from two metres, touched only to go on. */
export function TableRoom({ engine, names, personId, end }: TableRoomProps) {
  const { t } = useTranslation('supervision')
  const { words, list } = useWords()
  const confirm = useConfirm()
  const reveal = useReveal(engine, personId)
  const { state } = useRound(engine)
  const screen = screenOf(engine.setup, state, personId)
  const sound = useSound(engine, true)
  useWakeLock(state.status !== 'ended')
  const { phase, next, previous, isLead, speaking, isSilent } = screen
  const record = (happening: RoundHappening) => engine.record(happening, personId)
  const goTo = (to: string) => record({ kind: 'advanced', from: phase.id, to })
  const finish = async () => {
    if (await confirm({ title: t('endTitle'), text: t('endText'), action: t('end') })) record({ kind: 'ended' })
  }
  const take = useTakeLead(engine, names, personId)
  const isPaused = state.status === 'paused'
  const isUnderWay = state.status === 'running' || isPaused
  const canResume = isPaused && engine.may({ kind: 'resumed' }, personId)

  if (state.status === 'ended') return end
  return (
    <div className={classes.table}>
      <div className={classes.read} data-timed={state.status !== 'waiting' || undefined}>
        <h1>{words(phase.name)}</h1>
        <PhaseTimer engine={engine} />
        <p className={classes.speaking}>
          {speaking.length > 0
            ? t(isSilent ? 'writing.atTable' : 'speaking', { names: list(speaking.map((id) => names.get(id) ?? '')) })
            : t(isSilent ? 'writing.allAtTable' : 'does.works')}
        </p>
        {phase.questions.length > 0 && (
          <ul className={classes.questions} aria-label={t('questions')}>
            {phase.questions.map((question) => (
              <li key={question.da}>{words(question)}</li>
            ))}
          </ul>
        )}
        <section className={classes.aloud} aria-label={t('table.aloud')}>
          <h2>{t('table.aloud')}</h2>
          <p>{words(phase.instruction)}</p>
        </section>
        <PhaseLine {...screen} />
      </div>
      <section className={classes.touch} aria-label={t('controls')}>
        {!isLead && !canResume && take && (
          <Button className={classes.large ?? ''} onClick={() => void take()}>
            {t('lead.take')}
          </Button>
        )}
        {isLead && state.status === 'waiting' && (
          <Button className={classes.large ?? ''} onClick={() => record({ kind: 'started' })}>
            {t('begin')}
          </Button>
        )}
        {canResume && (
          <Button className={classes.large ?? ''} onClick={() => record({ kind: 'resumed' })}>
            {t('resume')}
          </Button>
        )}
        {isLead && state.status === 'running' && (
          <Button className={classes.large ?? ''} onClick={() => (next ? goTo(next.id) : void finish())}>
            {t(next ? 'table.next' : 'end')}
          </Button>
        )}
        <div className={classes.small}>
          {!isLead && canResume && take && (
            <Button variant="default" onClick={() => void take()}>
              {t('lead.take')}
            </Button>
          )}
          {isUnderWay && screen.canAdd && (
            <Button variant="default" onClick={() => record({ kind: 'extended', phase: phase.id, minutes: 1 })}>
              {t('minute')}
            </Button>
          )}
          {state.status === 'running' && (
            <Button variant="default" onClick={() => record({ kind: 'paused', reason: isLead ? 'pause' : 'timeOut' })}>
              {t(isLead ? 'pause' : 'timeOut')}
            </Button>
          )}
          {isLead && isUnderWay && isSilent && (
            <Button variant="default" onClick={() => void reveal(phase.id)}>
              {t('writing.reveal')}
            </Button>
          )}
          {isLead && isUnderWay && previous && (
            <Button variant="default" onClick={() => goTo(previous.id)}>
              {t('table.back')}
            </Button>
          )}
          <Button variant="default" onClick={sound.act.run}>
            {sound.act.label}
          </Button>
        </div>
      </section>
      <Told engine={engine} screen={screen} />
    </div>
  )
}
