import { Kbd, Modal } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './keys.module.css'

export interface KeyBinding {
  /** One key, or two pressed one after the other: `g i`. */
  keys: string
  label: string
  run: () => void
}

interface KeysDialogProps {
  opened: boolean
  onClose: () => void
  bindings: readonly KeyBinding[]
}

/** What each key does. */
export function KeysDialog({ opened, onClose, bindings }: KeysDialogProps) {
  const { t } = useTranslation('ui')
  const always = [
    { keys: '?', label: t('keys.show') },
    { keys: 'Esc', label: t('keys.closeDialog') },
  ]
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('close'), size: 44 }}
    >
      <dl className={classes.keys}>
        {[...bindings, ...always].map(({ keys, label }) => (
          <div key={keys}>
            <dt>{label}</dt>
            <dd>
              {keys.split(' ').map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && <span className={classes.then}>{t('keys.after')}</span>}
                  <Kbd size="md">{key}</Kbd>
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
