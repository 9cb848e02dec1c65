import { type MethodId, type MethodKind, methods } from '@lederkreds/domain/toolbox/methods'
import { Checkbox, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './method-fields.module.css'

const kinds: readonly MethodKind[] = ['supervision', 'feedback', 'reflection', 'dialogue']

interface MethodFieldsProps {
  value: readonly MethodId[]
  onChange: (methods: MethodId[]) => void
}

/** The toolbox's methods by kind, to be ticked. */
export function MethodFields({ value, onChange }: MethodFieldsProps) {
  const { t, i18n } = useTranslation('networks/planning')
  const language = i18n.language === 'en' ? 'en' : 'da'
  const toggle = (id: MethodId, on: boolean) =>
    onChange(methods.map((method) => method.id).filter((each) => (each === id ? on : value.includes(each))))
  return (
    <div className={classes.kinds}>
      {kinds.map((kind) => (
        <fieldset key={kind} className={classes.kind}>
          <legend>{t(`methods.${kind}`)}</legend>
          <Stack gap="xs">
            {methods
              .filter((method) => method.kind === kind)
              .map(({ id, name, minutes }) => (
                <Checkbox
                  key={id}
                  label={name[language]}
                  description={t('methods.minutes', { minutes })}
                  checked={value.includes(id)}
                  onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
                />
              ))}
          </Stack>
        </fieldset>
      ))}
    </div>
  )
}
