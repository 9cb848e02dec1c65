import { type FeedbackForm, feedbackForm, feedbackForms } from '@lederkreds/domain/feedback/form'
import { Anchor, Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Section } from '../ui/page.tsx'

interface FormFieldsProps {
  form: FeedbackForm
  onChange: (form: FeedbackForm) => void
}

/** In which form the givers answer, each in a sentence; the toolbox tells more. */
export function FormFields({ form, onChange }: FormFieldsProps) {
  const { t } = useTranslation(['feedback', 'feedback/form'])
  const { methodId } = feedbackForms[form]
  const choose = (chosen: string) => {
    const { data } = feedbackForm.safeParse(chosen)
    if (data) onChange(data)
  }
  return (
    <Section title={t('ask.form')}>
      <Radio.Group aria-label={t('ask.form')} value={form} onChange={choose}>
        <Stack gap="sm">
          {feedbackForm.options.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`feedback/form:${each}.name`)}
              description={t(`feedback/form:${each}.explains`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {methodId && (
        <div>
          <Anchor component={Link} to={`/toolbox/${methodId}`} target="_blank">
            {t('feedback/form:toolbox')}
          </Anchor>
        </div>
      )}
    </Section>
  )
}
