import type { RoundHappening } from '@lederkreds/domain/supervision/round'
import { type Screen, screenOf } from '@lederkreds/domain/supervision/screen'
import { minutesOf } from '@lederkreds/domain/toolbox/protocol'
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Turn } from '../ui/turn.tsx'
import { type Act, Controls } from './controls.tsx'
import { PhaseLine } from './phase-line.tsx'
import { PhaseTimer } from './phase-timer.tsx'
import classes from './room.module.css'
import type { RoundEngine } from './round-engine.ts'
import { RoundPeople, RoundPhases } from './round-people.tsx'
import { Told } from './told.tsx'
import { useRound } from './use-round.ts'
import { useSound } from './use-sound.ts'
import { useTakeLead } from './use-take-lead.ts'
import { useWakeLock } from './use-wake-lock.ts'
import { useWords } from './use-words.ts'

interface RoomProps {
  engine: RoundEngine
  names: ReadonlyMap<string, string>
  /** Whose screen it is. */
  personId: string
  /** Said to everybody before the first word. */
  stays?: ReactNode
  /** What is written in silence, where the phase asks for it. */
  writing?: (screen: Screen) => ReactNode
  /** What this page can do besides. */
  more?: readonly Act[]
  /** What can be done by the lead before the start instead of starting. */
  instead?: Act
  /** Shown when the round is over. */
  end: ReactNode
}

/** A round as one person sees it. Works the same with others on a line and alone in a rehearsal. */
export function Room({ engine, names, personId, stays, writing, more = [], instead, end }: RoomProps) {
  const { t } = useTranslation('supervision')
  const { words, list } = useWords()
  const { state } = useRound(engine)
  const screen = screenOf(engine.setup, state, personId)
  const [passedIn, setPassedIn] = useState<string>()
  const sound = useSound(engine, screen.isLead)
  useWakeLock(state.status === 'running')
  const record = (happening: RoundHappening) => engine.record(happening, personId)
  const take = useTakeLead(engine, names, personId)
  const lead = names.get(state.leadId) ?? ''
  const role = engine.setup.protocol.roles.find(({ id }) => id === screen.role)
  const aside = (
    <>
      <div className={classes.about}>
        <h2>{t('roles.people')}</h2>
        <RoundPeople engine={engine} names={names} personId={personId} />
      </div>
      <div className={classes.about}>
        <h2>{t('roles.phases')}</h2>
        <RoundPhases engine={engine} />
      </div>
    </>
  )

  if (state.status === 'ended') return end
  if (screen.isAway)
    return (
      <div className={classes.plain}>
        <h1>{t('away.title')}</h1>
        <p>{t('away.text')}</p>
        <div>
          <Button onClick={() => record({ kind: 'joined', personId })}>{t('away.join')}</Button>
        </div>
      </div>
    )
  if (state.status === 'waiting')
    return (
      <div className={classes.plain}>
        <h1>{t('before.title')}</h1>
        <p>
          {t('before.lead', { method: words(engine.setup.protocol.name), count: minutesOf(engine.setup.protocol) })}
        </p>
        {stays}
        {screen.isLead ? (
          <div className={classes.endLinks}>
            <Button size="lg" onClick={() => record({ kind: 'started' })}>
              {t('begin')}
            </Button>
            {instead && (
              <Button size="lg" variant="subtle" onClick={instead.run}>
                {instead.label}
              </Button>
            )}
          </div>
        ) : (
          <>
            <p role="status">{t('before.wait', { name: lead })}</p>
            {take && (
              <div>
                <Button variant="default" onClick={() => void take()}>
                  {t('lead.take')}
                </Button>
              </div>
            )}
          </>
        )}
        <div className={classes.abouts}>{aside}</div>
      </div>
    )

  const { phase, prompt, speaking, isQuiet, isSilent, asks, does } = screen
  const isRoundOfTable = screen.isRoundOfTable && !isSilent
  const hasPassed = passedIn === phase.id && !screen.isLead
  const isHere = speaking.includes(personId)
  return (
    <div className={classes.room} data-quiet={isQuiet || undefined}>
      <div className={classes.main}>
        <p className={classes.role}>
          {role ? t('role', { role: words(role.name) }) : t('looksOn')}
          {screen.isLead && <span className={classes.quiet}>{t('lead.isYou')}</span>}
          {isHere && !isRoundOfTable && !isSilent && !hasPassed && <Turn>{t('does.speaks')}</Turn>}
        </p>
        <h1 className={classes.name}>{words(phase.name)}</h1>
        <PhaseTimer engine={engine} />
        {state.pauseReason === 'timeOut' && <p className={classes.timeOut}>{t('timeOutText')}</p>}
        {hasPassed ? (
          <div className={classes.passed}>
            <p className={classes.prompt}>{t('passed.title')}</p>
            <p>{t('passed.text')}</p>
            <div>
              <Button variant="default" onClick={() => setPassedIn(undefined)}>
                {t('passed.undo')}
              </Button>
            </div>
          </div>
        ) : (
          <>
            {prompt && <p className={classes.prompt}>{words(prompt)}</p>}
            {asks && phase.questions.length > 0 && (
              <ul className={classes.questions} aria-label={t('questions')}>
                {phase.questions.map((question) => (
                  <li key={question.da}>{words(question)}</li>
                ))}
              </ul>
            )}
          </>
        )}
        {!hasPassed && writing?.(screen)}
        {isRoundOfTable ? (
          <section className={classes.order} aria-label={t('order')}>
            <h2>{t('order')}</h2>
            <ol>
              {speaking.map((id) => (
                <li key={id}>{names.get(id)}</li>
              ))}
            </ol>
            <p className={classes.quiet}>{t('orderHint')}</p>
          </section>
        ) : (
          <p className={classes.speaking}>
            {does === 'works' && speaking.length === 0
              ? t('does.works')
              : t(isSilent ? 'writing.now' : 'speaking', { names: list(speaking.map((id) => names.get(id) ?? '')) })}
          </p>
        )}
        {!isQuiet && <p className={classes.happens}>{words(phase.instruction)}</p>}
        <PhaseLine {...screen} />
        {!isQuiet && (
          <details className={classes.fold}>
            <summary>{t('roles.peopleAndPhases')}</summary>
            {aside}
          </details>
        )}
      </div>
      {!isQuiet && <aside className={classes.aside}>{aside}</aside>}
      <Controls
        engine={engine}
        names={names}
        personId={personId}
        screen={screen}
        hasPassed={hasPassed}
        onPass={() => setPassedIn(phase.id)}
        more={[sound.act, ...more]}
      />
      <Told engine={engine} screen={screen} />
    </div>
  )
}
