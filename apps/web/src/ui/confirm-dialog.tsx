import { Button, Group, Modal, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface Question {
  title: string
  /** What will happen, what cannot be taken back, and what stays. */
  text: ReactNode
  /** The verb on the button: "Slet mødet", never "OK". */
  action: string
  /** `harm` for what cannot be undone. */
  tone?: 'harm' | 'plain'
}

interface ConfirmDialogProps {
  opened: boolean
  question: Question
  onAnswer: (yes: boolean) => void
}

/** The question itself; the focus begins at the way out. */
export function ConfirmDialog({ opened, question, onAnswer }: ConfirmDialogProps) {
  const { t } = useTranslation('ui')
  const { title, text, action, tone } = question
  return (
    <Modal opened={opened} onClose={() => onAnswer(false)} title={title} withCloseButton={false}>
      <Text component="div">{text}</Text>
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={() => onAnswer(false)} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color={tone === 'harm' ? 'rose' : 'spruce'} onClick={() => onAnswer(true)}>
          {action}
        </Button>
      </Group>
    </Modal>
  )
}
