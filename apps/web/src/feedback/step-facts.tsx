import { useTranslation } from 'react-i18next'
import { Section } from '../ui/page.tsx'
import { useDates } from '../ui/use-dates.ts'
import type { AskStep } from './ask-place.ts'
import classes from './feedback.module.css'

/** What the network has agreed on for everybody: it is told here, not chosen. */
export function StepFacts({ step, givers }: { step: AskStep; givers: number }) {
  const { t } = useTranslation(['feedback', 'feedback/form'])
  const dates = useDates()
  return (
    <Section title={t('ask.step')}>
      <p className={classes.text}>
        {t('ask.stepText', {
          count: givers,
          form: t(`feedback/form:${step.form}.name`),
          deadline: dates.moment(step.deadline),
        })}{' '}
        {t(step.promise === 'signed' ? 'ask.signedText' : 'ask.pooledText')}
      </p>
    </Section>
  )
}
