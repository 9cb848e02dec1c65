import { useEffect, useEffectEvent, useState } from 'react'
import type { KeyBinding } from './keys-dialog.tsx'
import { later } from './later.tsx'

const patience = 1200
const KeysDialog = later(() => import('./keys-dialog.tsx').then(({ KeysDialog }) => KeysDialog))

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
    opened !== undefined && (
      <KeysDialog
        opened={opened}
        onClose={() => setOpened(false)}
        onMissing={() => setOpened(undefined)}
        bindings={bindings}
      />
    )
  )
}

const isBusy = (target: EventTarget | null) =>
  (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')) ||
  document.querySelector('[role=dialog]') !== null
