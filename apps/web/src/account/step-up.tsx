import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { createContext, lazy, type ReactNode, Suspense, use, useRef, useState } from 'react'
import { page } from '../route.ts'

const StepUpContext = createContext<() => Promise<boolean>>(() => Promise.resolve(false))
const StepUpDialog = lazy(
  page(() => import('./step-up-dialog.tsx').then(({ StepUpDialog }) => ({ default: StepUpDialog })), 'account'),
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
  return (
    <StepUpContext value={confirm}>
      {children}
      <Suspense>{opened !== undefined && <StepUpDialog opened={opened} onAnswer={answer} />}</Suspense>
    </StepUpContext>
  )
}
