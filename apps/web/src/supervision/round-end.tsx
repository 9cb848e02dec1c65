import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './room.module.css'
import type { RoundEngine } from './round-engine.ts'
import { useRound } from './use-round.ts'

interface RoundEndProps {
  engine: RoundEngine
  stays?: ReactNode
  /** The network's page, where there is one to go back to. */
  home?: { to: string; label: string }
  /** Where to from here, if it was held. */
  children?: ReactNode
}

/**
 * The end of a round: thanks, what stays of it, and a last round to be said or only thought. Nothing to fill in. Of one
 * that never started it is only said that it is called off.
 */
export function RoundEnd({ engine, stays, home, children }: RoundEndProps) {
  const { t } = useTranslation('supervision')
  const { state } = useRound(engine)
  const wasHeld = state.phaseBeganAt !== null
  return (
    <div className={classes.plain}>
      <h1>{t(wasHeld ? 'over.title' : 'callOff.done')}</h1>
      <p>{t(wasHeld ? 'over.lead' : 'callOff.doneText')}</p>
      {wasHeld && (
        <>
          {stays}
          <section className={classes.checkOut} aria-labelledby="check-out">
            <h2 id="check-out">{t('over.out')}</h2>
            <ol>
              <li>{t('over.three')}</li>
              <li>{t('over.two')}</li>
              <li>{t('over.one')}</li>
            </ol>
            <p className={classes.quiet}>{t('over.outLead')}</p>
          </section>
        </>
      )}
      <div className={classes.endLinks}>
        {wasHeld && children}
        {home && (
          <Button component={Link} to={home.to} variant="default">
            {t('over.home', { network: home.label })}
          </Button>
        )}
      </div>
    </div>
  )
}
