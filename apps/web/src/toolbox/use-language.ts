import { useTranslation } from 'react-i18next'
import type { Language } from '../i18n.ts'

/** The language of the page, for texts that methods and rules bring along. */
export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'da')
