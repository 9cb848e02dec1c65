import { Input, type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

/** Light, dark, or as the device has it. Remembered in this browser; `onChange` lets the account remember it too. */
export function ThemeSwitch({ onChange }: { onChange?: (scheme: MantineColorScheme) => void }) {
  const { t } = useTranslation('ui')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const labelId = useId()
  const choose = (scheme: MantineColorScheme) => {
    setColorScheme(scheme)
    onChange?.(scheme)
  }
  return (
    <Input.Wrapper label={t('theme.label')} labelElement="div" labelProps={{ id: labelId }}>
      <SegmentedControl
        fullWidth
        aria-labelledby={labelId}
        value={colorScheme}
        onChange={choose}
        data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`theme.${value}`) }))}
      />
    </Input.Wrapper>
  )
}
