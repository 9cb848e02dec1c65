import type { FeedbackForm } from '@lederkreds/domain/feedback/form'
import { useTranslation } from 'react-i18next'

/** The words of a form's fields: how each is called, and a line of help. */
export function useFieldWords(form: FeedbackForm) {
  const { t } = useTranslation('feedback/form')
  const at = (key: string): string => t(`${form}.${key}` as 'free.text')
  return (key: string) => ({ label: at(key), help: at(`${key}Help`) })
}
