import type { Chip as ChipOf } from '@lederkreds/domain/journal/chip'
import { labelOf } from '@lederkreds/domain/journal/chip'
import { Chip } from '@mantine/core'
import { useId } from 'react'
import { useLanguage } from '../toolbox/use-language.ts'
import { Seal } from '../ui/seal.tsx'
import classes from './journal.module.css'

interface ChipFieldProps {
  label: string
  chips: readonly ChipOf[]
  tapped: readonly string[]
  onChange: (tapped: string[]) => void
}

/** Things to tap; those that only a newer version of the app knows are kept and shown too. */
export function ChipField({ label, chips, tapped, onChange }: ChipFieldProps) {
  const language = useLanguage()
  const id = useId()
  const known = chips.map(({ key }) => key)
  const keys = [...known, ...tapped.filter((key) => !known.includes(key))]
  return (
    <fieldset className={classes.field} aria-describedby={id}>
      <legend>{label}</legend>
      <div className={classes.chips}>
        <Chip.Group multiple value={[...tapped]} onChange={onChange}>
          {keys.map((key) => (
            <Chip key={key} value={key}>
              {labelOf(chips, key, language)}
            </Chip>
          ))}
        </Chip.Group>
      </div>
      <span id={id}>
        <Seal reader="self" />
      </span>
    </fieldset>
  )
}
