import { TextInput } from '@mantine/core'
import { sealed } from '../ui/seal.tsx'
import { SealedField } from './sealed-field.tsx'
import classes from './writing.module.css'

interface StepFieldsProps {
  label: string
  help: string
  byLabel: string
  step: { readonly text: string; readonly by: string | null }
  onChange: (part: { text: string } | { by: string | null }) => void
}

/** What somebody will do, and by which day: hers alone until she tells others. */
export function StepFields({ label, help, byLabel, step, onChange }: StepFieldsProps) {
  return (
    <>
      <SealedField label={label} help={help} value={step.text} rows={2} onChange={(text) => onChange({ text })} />
      <TextInput
        type="date"
        label={byLabel}
        className={classes.day ?? ''}
        value={step.by ?? ''}
        onChange={({ currentTarget }) => onChange({ by: currentTarget.value || null })}
        {...sealed({ reader: 'self' })}
      />
    </>
  )
}
