import { Button } from '@mantine/core'
import { type ChangeEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './journal.module.css'

interface SliderFieldProps {
  label: string
  /** The words at its two ends. */
  low: string
  high: string
  /** 0 to 100; null for one that nobody has touched. */
  value: number | null
  /** Of the line that says who can read it; several sliders share one. */
  sealId: string
  onChange: (value: number | null) => void
}

const middle = 50

/** A slider with words at its ends and no figure. Untouched it has no handle and says so: that is no answer, not the middle. */
export function SliderField({ label, low, high, value, sealId, onChange }: SliderFieldProps) {
  const { t } = useTranslation('journal')
  const id = useId()
  const take = ({ currentTarget }: ChangeEvent<HTMLInputElement> | { currentTarget: HTMLInputElement }) =>
    onChange(Number(currentTarget.value))
  return (
    <div className={classes.slider} data-untouched={value === null || undefined}>
      <div className={classes.sliderHead}>
        <label htmlFor={id}>{label}</label>
        {value === null ? (
          <span className={classes.hint}>{t('slider.untouched')}</span>
        ) : (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onChange(null)}>
            {t('slider.clear')}
            <span className={classes.unseen}> {label}</span>
          </Button>
        )}
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        value={value ?? middle}
        aria-valuetext={value === null ? t('slider.untouched') : t('slider.value', { value, low, high })}
        aria-describedby={sealId}
        onChange={take}
        onPointerUp={take}
        onKeyDown={(event) => {
          if (event.key === ' ' || event.key === 'Enter') take(event)
        }}
      />
      <div className={classes.sliderEnds} aria-hidden>
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </div>
  )
}
