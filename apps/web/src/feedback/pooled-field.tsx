import { styleHintsIn, type Writer } from '@lederkreds/domain/feedback/style-hints'
import { Textarea } from '@mantine/core'
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { HintLines } from '../account/hint-lines.tsx'
import { type Readers, sealed } from '../ui/seal.tsx'

interface PooledFieldProps {
  label: string
  help: ReactNode
  value: string
  error: string | undefined
  readers: Readers
  writer: Writer
  /** Whom she must not be recognised by. */
  receiver: string
  onChange: (text: string) => void
}

/** Room to write where no name goes along: what may tell whose words they are stands under it. */
export function PooledField({ label, help, value, error, readers, writer, receiver, onChange }: PooledFieldProps) {
  const { t } = useTranslation('feedback/answer')
  const settled = useDeferredValue(value)
  const hints = useMemo(() => styleHintsIn(settled, writer), [settled, writer])
  return (
    <div>
      <Textarea
        label={label}
        value={value}
        error={error}
        autosize
        minRows={3}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        {...sealed(readers, help)}
      />
      <HintLines
        lead={t('hint.lead', { name: receiver })}
        lines={hints.map(({ kind, text: found }) => t(`hint.${kind}`, { found: found.trim() }))}
      />
    </div>
  )
}
