import { Textarea } from '@mantine/core'
import { sealed } from '../ui/seal.tsx'

interface ProseFieldProps {
  label: string
  value: string | null
  rows: number
  error?: string | undefined
  onChange: (text: string) => void
}

/** Room to write, that grows with the text. */
export function ProseField({ label, value, rows, error, onChange }: ProseFieldProps) {
  return (
    <Textarea
      label={label}
      value={value ?? ''}
      error={error}
      autosize
      minRows={rows}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      {...sealed({ reader: 'self' })}
    />
  )
}
