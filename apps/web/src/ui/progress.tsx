import { Progress as Bar } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './progress.module.css'

interface ProgressProps {
  label: string
  value: number
  max: number
  /** Instead of "3 af 8". */
  words?: string
}

/** How far something has come, as a bar and in words. */
export function Progress({ label, value, max, words }: ProgressProps) {
  const { t } = useTranslation('ui')
  const said = words ?? t('progress', { value, max })
  return (
    <div className={classes.progress}>
      <span aria-hidden>{label}</span>
      <span aria-hidden className={classes.words}>
        {said}
      </span>
      <Bar.Root size={8} className={classes.bar ?? ''}>
        <Bar.Section value={max > 0 ? (100 * value) / max : 0} aria-label={label} aria-valuetext={said} />
      </Bar.Root>
    </div>
  )
}
