import { type NavigateOptions, useLocation, useNavigate } from 'react-router'

/** Leads on when something is done: `const leadOn = useLeadOn()`. Whoever has gone elsewhere meanwhile stays there. */
export function useLeadOn() {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  return (to: string, options?: NavigateOptions): void => {
    if (location.pathname === pathname) void navigate(to, options)
  }
}
