import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router'
import { useConfirm } from '../ui/confirm.tsx'

/**
 * Asks before a page with unsaved text is left: by a link, by going back, by closing the window. What it gives is called
 * once all is saved: then the page is left without a question.
 */
export function useLeaveQuestion(isUnsaved: boolean): () => void {
  const { t } = useTranslation('toolbox/editor')
  const confirm = useConfirm()
  const isFree = useRef(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isUnsaved && !isFree.current && currentLocation.pathname !== nextLocation.pathname,
  )
  const ask = useEffectEvent(async () => {
    const leaves = await confirm({
      title: t('leave.title'),
      text: t('leave.text'),
      action: t('leave.action'),
      tone: 'harm',
    })
    if (leaves) blocker.proceed?.()
    else blocker.reset?.()
  })
  useEffect(() => {
    if (blocker.state === 'blocked') void ask()
  }, [blocker.state])
  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => {
      if (!isFree.current) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isUnsaved])
  return () => {
    isFree.current = true
  }
}
