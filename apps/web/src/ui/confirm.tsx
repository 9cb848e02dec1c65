import { Button, Group, Modal, Text } from '@mantine/core'
import { createContext, type ReactNode, use, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Question {
  title: string
  /** What will happen, what cannot be taken back, and what stays. */
  text: ReactNode
  /** The verb on the button: "Slet mødet", never "OK". */
  action: string
  /** `harm` for what cannot be undone. */
  tone?: 'harm' | 'plain'
}

type Ask = (question: Question) => Promise<boolean>

const ConfirmContext = createContext<Ask>(() => Promise.resolve(false))

/** `const confirm = useConfirm()` … `if (await confirm({ title, text, action, tone: 'harm' })) …` */
export const useConfirm = () => use(ConfirmContext)

/** Asks before what cannot be undone. The focus begins at the way out. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui')
  const [question, setQuestion] = useState<Question>()
  const [opened, setOpened] = useState(false)
  const settle = useRef<(answer: boolean) => void>(undefined)

  const ask: Ask = (next) => {
    settle.current?.(false)
    setQuestion(next)
    setOpened(true)
    return new Promise((resolve) => {
      settle.current = resolve
    })
  }
  const answer = (yes: boolean) => {
    settle.current?.(yes)
    settle.current = undefined
    setOpened(false)
  }

  return (
    <ConfirmContext value={ask}>
      {children}
      <Modal
        opened={opened}
        onClose={() => answer(false)}
        title={question?.title}
        withCloseButton={false}
        role="alertdialog"
      >
        <Text component="div">{question?.text}</Text>
        <Group mt="lg" justify="flex-end">
          <Button variant="default" onClick={() => answer(false)} data-autofocus>
            {t('cancel')}
          </Button>
          <Button color={question?.tone === 'harm' ? 'rose' : 'spruce'} onClick={() => answer(true)}>
            {question?.action}
          </Button>
        </Group>
      </Modal>
    </ConfirmContext>
  )
}
