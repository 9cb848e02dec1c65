import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Icon } from './icon.tsx'

/** Opens the browser's own way to paper, where the page shows its sheet. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button variant="default" leftSection={<Icon of={IconPrinter} />} onClick={() => window.print()}>
      {label}
    </Button>
  )
}
