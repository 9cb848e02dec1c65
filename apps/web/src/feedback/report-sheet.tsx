import { reportQuestions } from '@lederkreds/domain/feedback/document'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../ui/sheet.tsx'
import classes from './report.module.css'

/** The questions with room for a hand to write: nothing of what stands on the screen. */
export function ReportSheet() {
  const { t } = useTranslation('feedback/report')
  return (
    <Sheet>
      <div className={classes.paper}>
        <p className={classes.paperTitle}>{t('sheet.title')}</p>
        <p>{t('sheet.lead')}</p>
        {reportQuestions.map((key, index) => (
          <div key={key} className={classes.paperQuestion}>
            <p>
              <strong>
                {index + 1}. {t(key)}
              </strong>
              <br />
              {t(`${key}Help`)}
            </p>
          </div>
        ))}
        <p>{t('sheet.after')}</p>
      </div>
    </Sheet>
  )
}
