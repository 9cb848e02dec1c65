import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react'
import type { KeyBinding } from './keys-dialog.tsx'

const patience = 1200
const KeysDialog = lazy(() => import('./keys-dialog.tsx').then((module) => ({ default: module.KeysDialog })))

/** Runs what is bound to keys, and shows them all at `?`. Keys are left alone while somebody writes or a dialog is open. */
export function Keys({ bindings }: { bindings: readonly KeyBinding[] }) {
  const [opened, setOpened] = useState<boolean>()

  const press = useEffectEvent((key: string, before: string) => {
    if (key === '?') setOpened(true)
    else bindings.find(({ keys }) => keys === `${before} ${key}` || keys === key)?.run()
  })

  useEffect(() => {
    let before = { key: '', at: 0 }
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return
      const { key, timeStamp: at } = event
      press(key, at - before.at < patience ? before.key : '')
      before = { key, at }
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  return (
    <Suspense>
      {opened !== undefined && <KeysDialog opened={opened} onClose={() => setOpened(false)} bindings={bindings} />}
    </Suspense>
  )
}

const isBusy = (target: EventTarget | null) =>
  (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')) ||
  document.querySelector('[role=dialog]') !== null
