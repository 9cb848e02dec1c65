import type { Screen } from '@lederkreds/domain/supervision/screen'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withWords } from '../i18n.ts'
import { later } from '../ui/later.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import type { RoundAbout } from './kept-rounds.ts'
import classes from './room.module.css'
import type { RoundEngine } from './round-engine.ts'
import { useReveal } from './use-reveal.ts'
import { useRound } from './use-round.ts'

// What opens what is sealed comes only when there is something to write or to read.
const RoundWriting = later(
  withWords(
    () => import('./round-writing.tsx').then(({ RoundWriting }) => RoundWriting),
    'supervision/sealed',
    'account/writing',
    'account',
    'account/keys',
  ),
  <CardSkeleton lines={3} />,
)

interface WritingPartProps {
  engine: RoundEngine
  about: RoundAbout
  screen: Screen
}

/**
 * Silent writing as a part of the round: a field for whoever writes; for everybody what was written, once it is shown. In
 * later phases it is folded away.
 */
export function WritingPart({ engine, about, screen }: WritingPartProps) {
  const { t } = useTranslation('supervision')
  const { phase, writing, writers, isRevealed, isLead, isQuiet } = screen
  const [wasHereIn, setWasHereIn] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  const reveal = useReveal(engine, about.viewerId)
  const { sure } = useRound(engine)
  if (writing === phase && writing.id !== wasHereIn) setWasHereIn(writing.id)
  if (!writing) return null
  const writes = writers.includes(about.viewerId)
  // A reveal that may yet be refused shares nobody's text.
  const isSure = sure.revealed.has(writing.id)
  const texts = (
    <RoundWriting
      key={writing.id}
      viewerId={about.viewerId}
      roundId={about.roundId}
      phase={writing.id}
      isRevealed={isRevealed}
      writes={writes && isSure === isRevealed}
      writers={writers.length}
      readers={about.setup.people.length}
    />
  )
  if (writing !== phase)
    return isQuiet ? null : (
      <details className={classes.texts} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('writing.together')}</summary>
        {(isOpen || wasHereIn === writing.id) && texts}
      </details>
    )
  if (!isRevealed && !writes && !isLead) return null
  return (
    <section className={classes.writing} aria-label={t(isRevealed ? 'writing.together' : 'writing.title')}>
      {isRevealed && <h2>{t('writing.together')}</h2>}
      {(isRevealed || writes) && texts}
      {isLead && !isRevealed && (
        <div>
          <Button variant="default" onClick={() => void reveal(writing.id)}>
            {t('writing.reveal')}
          </Button>
        </div>
      )}
    </section>
  )
}
