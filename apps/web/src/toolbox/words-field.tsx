import { Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Readers } from '../ui/seal.tsx'
import { sealed } from '../ui/seal.tsx'
import type { WordsDraft } from './protocol-draft.ts'

interface WordsFieldProps {
  label: string
  value: WordsDraft
  onChange: (value: WordsDraft) => void
  maxLength: number
  problemAt: (language: 'da' | 'en') => string | undefined
  /** Whether the English text is written too. */
  english: boolean
  long?: boolean
  required?: boolean
  description?: string
  readers?: Readers
}

/** A text in Danish, and in English where that is wanted. */
export function WordsField({ label, value, onChange, english, long, readers, required, ...rest }: WordsFieldProps) {
  const { t } = useTranslation('toolbox/editor')
  const { maxLength, problemAt, description } = rest
  const field = (language: 'da' | 'en') => ({
    label: english ? t(`in.${language}`, { label }) : label,
    value: value[language],
    error: problemAt(language),
    maxLength,
    required: Boolean(required) && language === 'da',
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ ...value, [language]: currentTarget.value }),
    ...(readers ? sealed(readers, description) : description && { description }),
  })
  const shown = english ? (['da', 'en'] as const) : (['da'] as const)
  return shown.map((language) =>
    long ? (
      <Textarea key={language} {...field(language)} autosize minRows={2} lang={language} />
    ) : (
      <TextInput key={language} {...field(language)} lang={language} />
    ),
  )
}
