import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './season.module.css'

interface DayFieldProps {
  label: string
  date: string
  onMove: (date: string) => void
  onClose: () => void
}

/** Another day for one meeting of the plan; Enter takes it, Escape leaves it. */
export function DayField({ label, date, onMove, onClose }: DayFieldProps) {
  const { t } = useTranslation(['meetings', 'ui'])
  const [chosen, setChosen] = useState(date)
  return (
    <div className={classes.moving}>
      <TextInput
        type="date"
        aria-label={label}
        autoFocus
        value={chosen}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (chosen) onMove(chosen)
        }}
      />
      <Button variant="light" disabled={!chosen} onClick={() => onMove(chosen)}>
        {t('season.move')}
      </Button>
      <Button variant="subtle" color="gray" onClick={onClose}>
        {t('ui:cancel')}
      </Button>
    </div>
  )
}
