import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'

/** Opens the browser's own way to paper, where the page shows its sheet. */
export function PrintButton() {
  const { t } = useTranslation('toolbox')
  return (
    <Button variant="default" leftSection={<Icon of={IconPrinter} />} onClick={() => window.print()}>
      {t('method.print')}
    </Button>
  )
}
