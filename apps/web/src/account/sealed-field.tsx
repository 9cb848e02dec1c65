import { Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Readers, sealed } from '../ui/seal.tsx'
import { HintList } from './hint-list.tsx'

interface SealedFieldProps {
  label: string
  value: string | null
  rows?: number
  help?: ReactNode
  error?: string | undefined
  readers?: Readers
  onChange: (text: string) => void
}

/** Room to write about a case: who can read it stands under it, and what may tell who it is about. */
export function SealedField({
  label,
  value,
  rows = 3,
  help,
  error,
  readers = { reader: 'self' },
  onChange,
}: SealedFieldProps) {
  return (
    <div>
      <Textarea
        label={label}
        value={value ?? ''}
        error={error}
        autosize
        minRows={rows}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        {...sealed(readers, help)}
      />
      <HintList text={value} />
    </div>
  )
}
