import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { createContext, type ReactNode, use, useRef, useState } from 'react'
import { withWords } from '../i18n.ts'
import { later } from '../ui/later.tsx'

const StepUpContext = createContext<() => Promise<boolean>>(() => Promise.resolve(false))
const StepUpDialog = later(
  withWords(() => import('./step-up-dialog.tsx').then(({ StepUpDialog }) => StepUpDialog), 'account'),
)

/** Whether an act was stopped only because the last sign-in is too long ago. */
const isStepUpNeeded = (error: unknown) =>
  CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === 'STEP_UP_NEEDED')

/**
 * For acts that ask for a recent sign-in: `const stepUp = useStepUp()`, then `await stepUp(() => giveRole({ variables }))`.
 * When the API asks for it, a dialog lets her sign in again and the act is done once more. Answers undefined when she
 * turns back; everything else that the act throws is thrown on.
 */
export function useStepUp() {
  const confirm = use(StepUpContext)
  return async <Result,>(act: () => Promise<Result>): Promise<Result | undefined> => {
    try {
      return await act()
    } catch (error) {
      if (!isStepUpNeeded(error)) throw error
      return (await confirm()) ? act() : undefined
    }
  }
}

/** Stands once, around the pages of whoever is signed in. The dialog's code is fetched when it is first needed. */
export function StepUpProvider({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<boolean>()
  const settle = useRef<(confirmed: boolean) => void>(undefined)

  const confirm = () => {
    settle.current?.(false)
    setOpened(true)
    return new Promise<boolean>((resolve) => {
      settle.current = resolve
    })
  }
  const answer = (confirmed: boolean) => {
    settle.current?.(confirmed)
    settle.current = undefined
    setOpened(false)
  }
  const turnBack = () => {
    answer(false)
    setOpened(undefined)
  }
  return (
    <StepUpContext value={confirm}>
      {children}
      {opened !== undefined && <StepUpDialog opened={opened} onAnswer={answer} onMissing={turnBack} />}
    </StepUpContext>
  )
}
