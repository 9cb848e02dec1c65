import type { SleepLog } from '@lederkreds/domain/journal/sleep'
import { Chip, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Seal, sealed } from '../ui/seal.tsx'
import classes from './journal.module.css'

interface SleepFieldsProps {
  sleep: SleepLog
  onChange: (sleep: SleepLog) => void
  problemAt?: (field: string) => string | undefined
}

const qualities = [1, 2, 3, 4, 5] as const
const thoughts = [0, 1, 2, 3, 4] as const

export const noSleep: SleepLog = { quality: null, bedtime: null, wakeTime: null, workThoughts: null }

/** One night: how it was, from when to when, and whether work was in the way. All of it may be left out. */
export function SleepFields({ sleep, onChange, problemAt = () => undefined }: SleepFieldsProps) {
  const { t } = useTranslation('journal')
  return (
    <div className={classes.fields}>
      <Steps
        label={t('sleep.quality')}
        steps={qualities.map((step) => ({ step, label: t(`sleep.q${step}`) }))}
        value={sleep.quality}
        onChange={(quality) => onChange({ ...sleep, quality })}
      />
      <div className={classes.times}>
        {(['bedtime', 'wakeTime'] as const).map((key) => (
          <TextInput
            key={key}
            type="time"
            label={t(`sleep.${key}`)}
            value={sleep[key] ?? ''}
            error={problemAt(key)}
            onChange={({ currentTarget }) => onChange({ ...sleep, [key]: currentTarget.value || null })}
            {...sealed({ reader: 'self' })}
          />
        ))}
      </div>
      <Steps
        label={t('sleep.workThoughts')}
        steps={thoughts.map((step) => ({ step, label: t(`sleep.t${step}`) }))}
        value={sleep.workThoughts}
        onChange={(workThoughts) => onChange({ ...sleep, workThoughts })}
      />
    </div>
  )
}

interface StepsProps {
  label: string
  steps: readonly { step: number; label: string }[]
  value: number | null
  onChange: (value: number | null) => void
}

/** A few steps to choose one of; tapped again, it is taken back. */
function Steps({ label, steps, value, onChange }: StepsProps) {
  return (
    <fieldset className={classes.field}>
      <legend>{label}</legend>
      <div className={classes.chips}>
        {steps.map(({ step, label: words }) => (
          <Chip key={step} checked={value === step} onChange={(checked) => onChange(checked ? step : null)}>
            {words}
          </Chip>
        ))}
      </div>
      <Seal reader="self" />
    </fieldset>
  )
}
