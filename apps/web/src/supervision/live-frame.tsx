import { Anchor } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLost } from '../reach.ts'
import { Icon } from '../ui/icon.tsx'
import classes from './room.module.css'
import type { RoundEngine } from './round-engine.ts'
import { useRound } from './use-round.ts'

interface LiveFrameProps {
  engine: RoundEngine
  back: { to: string; label: string }
  children: ReactNode
}

/** What goes through at once is not worth a word. */
const patience = 2_000

/** Around a round with others: the way out, and what of it has not reached them yet. */
export function LiveFrame({ engine, back, children }: LiveFrameProps) {
  const { t } = useTranslation(['supervision', 'ui'])
  const isLost = useLost()
  const { unsent, refused } = useRound(engine)
  const [isSlow, setSlow] = useState(false)
  const isWaiting = unsent > 0
  useEffect(() => {
    setSlow(false)
    if (!isWaiting) return
    const timer = setTimeout(() => setSlow(true), patience)
    return () => clearTimeout(timer)
  }, [isWaiting])
  const news = [
    isLost && t('line.lost'),
    isWaiting && isSlow && t('line.unsent', { count: unsent }),
    refused && !isLost && t('line.refused'),
  ]
  return (
    <div className={classes.live}>
      <title>{`${t('title')} · Lederkreds`}</title>
      <Anchor
        component={Link}
        to={back.to}
        className={classes.out ?? ''}
        aria-label={t('ui:back', { place: back.label })}
      >
        <Icon of={IconArrowLeft} />
        {back.label}
      </Anchor>
      <p role="status" className={classes.news}>
        {news.filter(Boolean).join(' ')}
      </p>
      {children}
    </div>
  )
}
