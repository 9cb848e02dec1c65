import { Button, CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataRouter } from 'react-router'
import { Icon } from './icon.tsx'
import classes from './notices.module.css'

interface Notice {
  /** What has happened: "Mødet er flyttet." */
  text: string
  tone?: 'done' | 'failed'
  /** Takes it back. The notice stays ten seconds longer, so that there is time to. */
  undo?: () => void
}

export interface Shown extends Notice {
  id: number
  /** It has come along to another page since it was said. */
  hasMoved?: boolean
}

let shown: readonly Shown[] = []
let nextId = 1
const watchers = new Set<() => void>()

function show(next: readonly Shown[]) {
  shown = next
  for (const tell of watchers) tell()
}

/** Says at the edge of the page that something has happened. Screen readers hear it once; failures stay until closed or left behind. */
export function notify(notice: Notice) {
  show([...shown.slice(-2), { ...notice, id: nextId++ }])
}

/**
 * What is still said after one has moved on to another page. Whoever has finished something is often led elsewhere, and
 * reads there that it is done; when she goes on from there it is over. Being led on once more is no going on.
 */
export const afterMove = (notices: readonly Shown[], isRedirect: boolean): Shown[] =>
  notices.filter(({ hasMoved }) => isRedirect || !hasMoved).map((notice) => ({ ...notice, hasMoved: true }))

/** From now on notices go by the pages that this router shows; another search or place on the same page is none. */
export function tieNotices({ state, subscribe }: Pick<DataRouter, 'state' | 'subscribe'>): void {
  let { pathname } = state.location
  subscribe(({ location, historyAction }) => {
    if (location.pathname === pathname) return
    pathname = location.pathname
    if (shown.length > 0) show(afterMove(shown, historyAction === 'REPLACE'))
  })
}

const dismiss = (id: number) => show(shown.filter((notice) => notice.id !== id))

const watch = (tell: () => void) => {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

/** Stands once, at the root of the app. */
export function Notices() {
  const notices = useSyncExternalStore(watch, () => shown)
  return (
    <div className={classes.notices} role="log" aria-live="polite" aria-relevant="additions">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} {...notice} />
      ))}
    </div>
  )
}

function NoticeCard({ id, text, tone = 'done', undo }: Shown) {
  const { t } = useTranslation('ui')
  useEffect(() => {
    if (tone === 'failed') return
    const timer = setTimeout(() => dismiss(id), undo ? 16_000 : 6_000)
    return () => clearTimeout(timer)
  }, [id, tone, undo])
  const takeBack = () => {
    undo?.()
    dismiss(id)
  }
  return (
    <div className={classes.notice} data-tone={tone}>
      <Icon of={tone === 'failed' ? IconAlertTriangle : IconCheck} />
      <p>{text}</p>
      {undo && (
        <Button variant="subtle" onClick={takeBack}>
          {t('undo')}
        </Button>
      )}
      <CloseButton size={44} aria-label={t('close')} onClick={() => dismiss(id)} />
    </div>
  )
}
