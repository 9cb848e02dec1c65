import type { Words } from '@lederkreds/domain/text'
import { useLanguage } from '../toolbox/use-language.ts'

/** Texts and names as they are said in the language of the page. */
export function useWords() {
  const language = useLanguage()
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return { words: (text: Words) => text[language], list: (names: readonly string[]) => list.format(names) }
}
