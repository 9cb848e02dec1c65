import type { Screen } from '@lederkreds/domain/supervision/screen'
import { useTranslation } from 'react-i18next'
import classes from './room.module.css'
import { useWords } from './use-words.ts'

/** How far the round has come, in words and as a line; and what comes next. */
export function PhaseLine({ place, places, next }: Pick<Screen, 'place' | 'places' | 'next'>) {
  const { t } = useTranslation('supervision')
  const { words } = useWords()
  return (
    <div className={classes.phaseLine}>
      <p>
        <span className={classes.nowrap}>{t('phase', { at: place, of: places })}</span>
        <span className={classes.quiet}>{next ? t('nextPhase', { name: words(next.name) }) : t('lastPhase')}</span>
      </p>
      <div className={classes.line} aria-hidden>
        {Array.from({ length: places }, (_, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a phase is its place
            key={at}
            data-state={at + 1 < place ? 'done' : at + 1 === place ? 'now' : 'later'}
          />
        ))}
      </div>
    </div>
  )
}
