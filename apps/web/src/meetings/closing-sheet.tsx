import { closingMinutes, closingSteps } from '@lederkreds/domain/meetings/closing-meeting'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../toolbox/use-language.ts'
import { Sheet } from '../ui/sheet.tsx'
import classes from './closing.module.css'

/** The agenda of a season's last meeting on one sheet of A4. */
export function ClosingSheet({ networkName }: { networkName: string }) {
  const { t } = useTranslation('meetings/closing')
  const language = useLanguage()
  return (
    <Sheet>
      <div className={classes.sheet}>
        <h1>{t('sheet.title')}</h1>
        <p>{t('sheet.network', { network: networkName, count: closingMinutes })}</p>
        <ol>
          {closingSteps.map(({ id, name, minutes, instruction, questions }) => (
            <li key={id}>
              <h2>
                {name[language]}, {t('meeting.minutes', { count: minutes })}
              </h2>
              <p>{instruction[language]}</p>
              {questions.map((question) => (
                <p key={question.da} className={classes.asked}>
                  {question[language]}
                </p>
              ))}
            </li>
          ))}
        </ol>
        <p>{t('sheet.foot')}</p>
      </div>
    </Sheet>
  )
}
