import type { Period } from '@lederkreds/domain/journal/comparison'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../ui/data-table.tsx'
import { useDates } from '../ui/use-dates.ts'
import { FoldOut } from './fold-out.tsx'
import { JournalRows } from './journal-rows.tsx'
import classes from './patterns.module.css'
import type { Pictures } from './pictures.ts'
import { useJournal } from './use-journal.ts'

/** So many months are shown at once; of more than that the latest three, a row of them, until the others are asked for. */
const monthsAtOnce = 4

/** The days of a period as months, to find something again: a day that was written about is a button. */
export function CalendarPicture({ pictures: { period, days, daysInWords } }: { pictures: Pictures }) {
  const { t, i18n } = useTranslation('journal/patterns')
  const [chosen, setChosen] = useState<string>()
  const [isWhole, setWhole] = useState(false)
  const tag = i18n.language === 'da' ? 'da-DK' : 'en-GB'
  const named = (month: string) =>
    new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${month}-01`))
  if (daysInWords.key === 'noDays') return <p className={classes.words}>{t('calendar.noDays')}</p>
  const months = monthsOf(period.from, period.until)
  const shown = isWhole || months.length <= monthsAtOnce ? months : months.slice(-3)
  const counts = months.map((month) => ({ month, days: days.filter((day) => day.startsWith(month)).length }))
  return (
    <>
      <p className={classes.words}>{t('calendar.days', { count: daysInWords.days, of: daysInWords.of })}</p>
      {shown.length < months.length && (
        <div>
          <Button variant="default" onClick={() => setWhole(true)}>
            {t('calendar.earlier')}
          </Button>
        </div>
      )}
      <div className={classes.months}>
        {shown.map((month) => (
          <section key={month} className={classes.month} aria-label={named(month)}>
            <h3>{named(month)}</h3>
            <div className={classes.days}>
              {daysOf(month, period).map((day, index) => (
                <Day
                  key={day}
                  day={day}
                  column={index === 0 ? columnOf(day) : undefined}
                  isWritten={days.includes(day)}
                  isChosen={day === chosen}
                  onChoose={() => setChosen(day === chosen ? undefined : day)}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
      {chosen && <ChosenDay day={chosen} />}
      <FoldOut label={t('asTable')} isOpen={false}>
        <DataTable
          caption={t('calendar.table')}
          rows={counts.toReversed()}
          rowKey={({ month }) => month}
          columns={[
            { id: 'month', header: t('calendar.month'), names: true, cell: ({ month }) => named(month) },
            { id: 'days', header: t('calendar.count'), figures: true, cell: (row) => row.days },
          ]}
        />
      </FoldOut>
    </>
  )
}

interface DayProps {
  day: string
  column: number | undefined
  isWritten: boolean
  isChosen: boolean
  onChoose: () => void
}

function Day({ day, column, isWritten, isChosen, onChoose }: DayProps) {
  const { t } = useTranslation('journal/patterns')
  const dates = useDates()
  const place = column === undefined ? {} : { style: { gridColumn: column } }
  const number = Number(day.slice(8))
  if (!isWritten)
    return (
      <span aria-hidden {...place}>
        {number}
      </span>
    )
  const label = t('calendar.written', { day: dates.day(`${day}T12:00:00Z`) })
  return (
    <button type="button" aria-label={label} aria-pressed={isChosen} onClick={onChoose} {...place}>
      {number}
    </button>
  )
}

function ChosenDay({ day }: { day: string }) {
  const { t } = useTranslation('journal/patterns')
  const dates = useDates()
  const rows = useJournal((journal) => journal.day(day), day)
  const title = t('calendar.chosen', { day: dates.day(`${day}T12:00:00Z`) })
  return (
    <section className={classes.chosen} aria-label={title} aria-live="polite">
      <h3>{title}</h3>
      {rows && <JournalRows rows={rows} unsent={[]} />}
    </section>
  )
}

function monthsOf(from: string, until: string): readonly string[] {
  const [first, last] = [from, until].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1)
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) => {
    const month = (first ?? 0) + index
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

function daysOf(month: string, { from, until }: Period): readonly string[] {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const all = Array.from({ length }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
  return all.filter((day) => from <= day && day <= until)
}

/** Monday stands in the first column. */
const columnOf = (day: string): number => ((new Date(day).getUTCDay() + 6) % 7) + 1
