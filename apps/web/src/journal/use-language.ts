import { useTranslation } from 'react-i18next'
import type { Language } from '../i18n.ts'

/** The language of the page, for texts that the rules of the journal bring along. */
export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'da')
