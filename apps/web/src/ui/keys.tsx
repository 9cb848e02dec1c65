import { Kbd, Modal } from '@mantine/core'
import { Fragment, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './keys.module.css'

export interface KeyBinding {
  /** One key, or two pressed one after the other: `g i`. */
  keys: string
  label: string
  run: () => void
}

const patience = 1200

/** Runs what is bound to keys, and shows them all at `?`. Keys are left alone while somebody writes or a dialog is open. */
export function Keys({ bindings }: { bindings: readonly KeyBinding[] }) {
  const { t } = useTranslation('ui')
  const [opened, setOpened] = useState(false)

  const press = useEffectEvent((pressed: string) => {
    if (pressed === '?') return setOpened(true)
    bindings.find(({ keys }) => keys === pressed)?.run()
  })

  useEffect(() => {
    let before = { key: '', at: 0 }
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return
      const both = event.timeStamp - before.at < patience ? `${before.key} ${event.key}` : event.key
      before = { key: event.key, at: event.timeStamp }
      press(both === event.key ? event.key : both)
      if (both !== event.key && event.key === '?') press('?')
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  return (
    <Modal opened={opened} onClose={() => setOpened(false)} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <dl className={classes.keys}>
        {[...bindings, { keys: '?', label: t('keys.show') }, { keys: 'Esc', label: t('keys.closeDialog') }].map(
          ({ keys, label }) => (
            <div key={keys}>
              <dt>{label}</dt>
              <dd>
                {keys.split(' ').map((key, index) => (
                  <Fragment key={key}>
                    {index > 0 && <span className={classes.then}>{t('keys.then')}</span>}
                    <Kbd size="md">{key}</Kbd>
                  </Fragment>
                ))}
              </dd>
            </div>
          ),
        )}
      </dl>
    </Modal>
  )
}

const isBusy = (target: EventTarget | null) =>
  (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')) ||
  document.querySelector('[role=dialog], [role=alertdialog]') !== null
