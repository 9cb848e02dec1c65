import type { Words } from '@lederkreds/domain/text'
import { useTranslation } from 'react-i18next'
import type { Language } from '../i18n.ts'

/** Texts and names as they are said in the language of the page. */
export function useWords() {
  const { i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'da'
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return { words: (text: Words) => text[language], list: (names: readonly string[]) => list.format(names) }
}
