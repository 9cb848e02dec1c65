import { bodySignals } from '@lederkreds/domain/journal/body-signal'
import { labelOf } from '@lederkreds/domain/journal/chip'
import { exerciseOf } from '@lederkreds/domain/journal/exercises'
import { pulseAnswers } from '@lederkreds/domain/journal/pulse'
import { stressors } from '@lederkreds/domain/journal/stressor'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLanguage } from '../toolbox/use-language.ts'
import { useDates } from '../ui/use-dates.ts'
import classes from './journal.module.css'
import type { JournalRow } from './journal-row.ts'
import { useJournal } from './use-journal.ts'

interface JournalRowsProps {
  rows: readonly JournalRow[]
  unsent: readonly string[]
  /** How many there are in all, where older ones may be asked for. */
  total?: number
}

/** What was written, one line each: the day, the first words, what was tapped. */
export function JournalRows({ rows, unsent, total = rows.length }: JournalRowsProps) {
  const { t } = useTranslation('journal')
  const [pages, setPages] = useState(0)
  if (total === 0) return <p className={classes.hint}>{t('front.empty')}</p>
  return (
    <>
      <ul className={classes.rows}>
        {pages === 0 && rows.map((row) => <Row key={row.id} row={row} isUnsent={unsent.includes(row.id)} />)}
        {Array.from({ length: pages }, (_, page) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name than their number
          <RowsOfPage key={page} page={page} unsent={unsent} />
        ))}
      </ul>
      {(pages === 0 ? rows.length : pages * 30) < total && (
        <div>
          <Button variant="default" onClick={() => setPages(pages + 1)}>
            {t('front.older')}
          </Button>
        </div>
      )}
    </>
  )
}

function RowsOfPage({ page, unsent }: { page: number; unsent: readonly string[] }) {
  const rows = useJournal((journal) => journal.list(page), String(page))?.rows ?? []
  return rows.map((row) => <Row key={row.id} row={row} isUnsent={unsent.includes(row.id)} />)
}

function Row({ row, isUnsent }: { row: JournalRow; isUnsent: boolean }) {
  const { t } = useTranslation('journal')
  const language = useLanguage()
  const dates = useDates()
  const tapped = [
    ...row.stressors.map((key) => labelOf(stressors, key, language)),
    ...row.bodySignals.map((key) => labelOf(bodySignals, key, language)),
  ]
  return (
    <li>
      <Link to={`/journal/${row.id}`} className={classes.row ?? ''}>
        <span className={classes.rowDay}>
          <span className={classes.near}>{dates.near(row.day)}</span>
          <RowKind row={row} />
        </span>
        {row.words && <span className={classes.rowWords}>{row.words}</span>}
        {tapped.length > 0 && <span className={classes.rowTapped}>{tapped.join(' · ')}</span>}
        {row.conflictOf && <span className={classes.rowMark}>{t('conflict.mark')}</span>}
        {isUnsent && <span className={classes.rowMark}>{t('news.unsent')}</span>}
      </Link>
    </li>
  )
}

function RowKind({ row: { type, exercise, answer, quality } }: { row: JournalRow }) {
  const { t } = useTranslation('journal')
  const language = useLanguage()
  const words = () => {
    if (type === 'exercise') return exerciseOf(exercise ?? '')?.name[language] ?? exercise
    if (type === 'pulse') return `${t('pulse.name')}: ${labelOf(pulseAnswers, answer ?? '', language)}`
    if (type === 'sleep') return quality ? `${t('sleep.name')}: ${t(`sleep.q${quality as 1}`)}` : t('sleep.name')
    return type === 'newer' ? t('newer.name') : ''
  }
  const said = words()
  return said ? <span className={classes.rowKind}>{said}</span> : null
}
