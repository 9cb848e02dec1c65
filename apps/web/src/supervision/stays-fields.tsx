import { NativeSelect, Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export interface Staying {
  readonly stays: 'nothing' | 'focusPerson' | 'group'
  /** For how many days, where the group keeps something. */
  readonly days: number
}

const choices = ['nothing', 'focusPerson', 'group'] as const
const lengths = [7, 30, 90, 180]

interface StaysFieldsProps {
  value: Staying
  hasFocus: boolean
  onChange: (staying: Staying) => void
}

/** What stays in the room: chosen before the round begins, and shown to everybody before the first word. */
export function StaysFields({ value: { stays, days }, hasFocus, onChange }: StaysFieldsProps) {
  const { t } = useTranslation('supervision/begin')
  const choose = (chosen: string) => {
    const found = choices.find((choice) => choice === chosen)
    if (found) onChange({ stays: found, days })
  }
  return (
    <Stack gap="md">
      <Radio.Group label={t('stays.title')} description={t('stays.lead')} value={stays} onChange={choose}>
        <Stack gap="sm" mt="sm">
          {choices
            .filter((choice) => hasFocus || choice !== 'focusPerson')
            .map((choice) => (
              <Radio key={choice} value={choice} label={t(`stays.${choice}`)} description={t(`stays.${choice}Text`)} />
            ))}
        </Stack>
      </Radio.Group>
      {stays === 'group' && (
        <NativeSelect
          label={t('stays.until')}
          data={lengths.map((length) => ({ value: String(length), label: t('stays.days', { count: length }) }))}
          value={String(days)}
          onChange={({ currentTarget }) => onChange({ stays, days: Number(currentTarget.value) })}
        />
      )}
    </Stack>
  )
}
