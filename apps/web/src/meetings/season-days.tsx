import { Button } from '@mantine/core'
import { IconArrowsHorizontal, IconRotate, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import { useDates } from '../ui/use-dates.ts'
import { DayField } from './day-field.tsx'
import classes from './season.module.css'
import type { Changes, Plan, PlannedDay } from './season-plan.ts'

interface SeasonDaysProps {
  plan: Plan
  changes: Changes
  onChange: (changes: Changes) => void
}

/** The days of a season before it is saved, in their order, with what was passed over and why. */
export function SeasonDays({ plan, changes, onChange }: SeasonDaysProps) {
  const { t } = useTranslation('meetings')
  const dates = useDates()
  const [moving, setMoving] = useState<string>()
  const rows = [...plan.days, ...plan.skipped].sort((one, other) => one.date.localeCompare(other.date))
  const move = (key: string, date: string) => {
    onChange({ ...changes, moved: new Map(changes.moved).set(key, date) })
    setMoving(undefined)
  }
  const remove = (key: string) => onChange({ ...changes, removed: new Set(changes.removed).add(key) })
  const isChanged = changes.moved.size + changes.removed.size > 0

  return (
    <>
      <ol className={classes.days} aria-label={t('season.dates')}>
        {rows.map((row) => {
          if (!('key' in row))
            return (
              <li key={`skipped ${row.date}`} className={classes.day} data-skipped>
                {t('season.skipped', { day: dates.day(noon(row.date)), reason: t(`reason.${row.because.key}`) })}
              </li>
            )
          const day = dates.day(noon(row.date))
          return (
            <li key={row.key} className={classes.day} data-problem={row.problem ?? undefined}>
              <div className={classes.words}>
                <strong>{day}</strong> <span className={classes.week}>{dates.week(noon(row.date))}</span>
                <DayNote day={row} />
              </div>
              {moving === row.key ? (
                <DayField
                  label={t('season.moveLabel', { day })}
                  date={row.date}
                  onMove={(date) => move(row.key, date)}
                  onClose={() => setMoving(undefined)}
                />
              ) : (
                <div className={classes.acts}>
                  <Button
                    variant="subtle"
                    leftSection={<Icon of={IconArrowsHorizontal} size={18} />}
                    aria-label={`${t('season.move')} ${day}`}
                    onClick={() => setMoving(row.key)}
                  >
                    {t('season.move')}
                  </Button>
                  <Button
                    variant="subtle"
                    color="gray"
                    leftSection={<Icon of={IconTrash} size={18} />}
                    aria-label={t('season.removeLabel', { day })}
                    onClick={() => remove(row.key)}
                  >
                    {t('season.remove')}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ol>
      {isChanged && (
        <div>
          <Button
            variant="default"
            leftSection={<Icon of={IconRotate} />}
            onClick={() => onChange({ moved: new Map(), removed: new Set() })}
          >
            {t('season.undo')}
          </Button>
        </div>
      )}
    </>
  )
}

function DayNote({ day: { shifted, byHand, collides, problem } }: { day: PlannedDay }) {
  const { t } = useTranslation('meetings')
  const dates = useDates()
  if (problem) return <p className={classes.problem}>{t(`season.${problem}`)}</p>
  if (byHand)
    return (
      <p className={classes.note}>
        {t('season.byHand')}. {collides && t('season.collides', { reason: t(`reason.${collides.key}`) })}
      </p>
    )
  if (!shifted) return null
  return (
    <p className={classes.note}>
      {t('season.movedFrom', { day: dates.day(noon(shifted.from)), reason: t(`reason.${shifted.because.key}`) })}
    </p>
  )
}

/** A day without a time of day, as an instant that falls on it everywhere in Denmark. */
const noon = (date: string) => `${date}T12:00:00Z`
