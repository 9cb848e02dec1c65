import { askLengths } from '@lederkreds/domain/feedback/document'
import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SealedField } from '../account/sealed-field.tsx'
import type { Readers } from '../ui/seal.tsx'

interface WordsOfAsk {
  readonly question: string
  readonly situation: string
  readonly oneWish: string
}

interface AskWordsProps {
  words: WordsOfAsk
  readers: Readers
  onChange: (part: Partial<WordsOfAsk>) => void
}

/** What she asks about: one question of her own, and where it comes from if she will. */
export function AskWords({ words, readers, onChange }: AskWordsProps) {
  const { t } = useTranslation(['feedback', 'app'])
  const tooLong = (part: keyof WordsOfAsk) =>
    [...words[part].trim()].length > askLengths[part] ? t('app:problem.tooLong') : undefined
  return (
    <Stack gap="lg">
      <SealedField
        label={t('ask.question')}
        help={t('ask.questionHelp')}
        value={words.question}
        rows={2}
        error={tooLong('question')}
        readers={readers}
        onChange={(question) => onChange({ question })}
      />
      <SealedField
        label={t('ask.situation')}
        help={t('ask.situationHelp')}
        value={words.situation}
        rows={2}
        error={tooLong('situation')}
        readers={readers}
        onChange={(situation) => onChange({ situation })}
      />
      <SealedField
        label={t('ask.oneWish')}
        help={t('ask.oneWishHelp')}
        value={words.oneWish}
        rows={1}
        error={tooLong('oneWish')}
        readers={readers}
        onChange={(oneWish) => onChange({ oneWish })}
      />
    </Stack>
  )
}
