import { createContext, type ReactNode, use, useRef, useState } from 'react'
import type { Question } from './confirm-dialog.tsx'
import { later } from './later.tsx'
import { fetchPart } from './part.ts'

type Ask = (question: Question) => Promise<boolean>

const ConfirmContext = createContext<Ask>(() => Promise.resolve(false))
const fetchDialog = () => import('./confirm-dialog.tsx').then(({ ConfirmDialog }) => ConfirmDialog)
const ConfirmDialog = later(fetchDialog)

/** Fetches the dialog's code beforehand, where fetching it would tell the server that somebody was asked. */
export const prepareToAsk = (): void => void fetchPart(fetchDialog).catch(() => {})

/** `const confirm = useConfirm()` … `if (await confirm({ title, text, action, tone: 'harm' })) …` */
export const useConfirm = () => use(ConfirmContext)

/** Lets everything below it ask before what cannot be undone. The dialog's code is fetched with the first question. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
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
  const turnBack = () => {
    answer(false)
    setQuestion(undefined)
  }

  return (
    <ConfirmContext value={ask}>
      {children}
      {question && <ConfirmDialog opened={opened} question={question} onAnswer={answer} onMissing={turnBack} />}
    </ConfirmContext>
  )
}
