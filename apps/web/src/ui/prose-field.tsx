import { Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Readers, sealed } from './seal.tsx'

export interface ProseFieldProps {
  label: string
  value: string | null
  rows?: number
  help?: ReactNode
  error?: string | undefined
  readers?: Readers
  onChange: (text: string) => void
}

/** Room to write, that grows with the text; who can read it stands under it. */
export function ProseField({
  label,
  value,
  rows = 3,
  help,
  error,
  readers = { reader: 'self' },
  onChange,
}: ProseFieldProps) {
  return (
    <Textarea
      label={label}
      value={value ?? ''}
      error={error}
      autosize
      minRows={rows}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      {...sealed(readers, help)}
    />
  )
}
