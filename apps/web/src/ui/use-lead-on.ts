import { useRef } from 'react'
import { type NavigateOptions, useLocation, useNavigate, useNavigation } from 'react-router'

/**
 * Leads on when something is done: `const leadOn = useLeadOn()`. Whoever has gone elsewhere meanwhile stays there, and
 * whoever is on her way to another page, whose data are still being fetched, gets there.
 */
export function useLeadOn() {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { state } = useNavigation()
  const way = useRef(state)
  way.current = state
  return async (to: string, options?: NavigateOptions): Promise<void> => {
    if (location.pathname === pathname && way.current === 'idle') await navigate(to, options)
  }
}
