import { useTranslation } from 'react-i18next'
import type { SaveState } from './use-autosave.ts'
import classes from './writing.module.css'

/** Whether what is written is kept. */
export function SavedMark({ state }: { state: SaveState }) {
  const { t } = useTranslation('account/writing')
  return (
    <p role="status" className={classes.saved} data-tone={state}>
      {state === 'nothing' ? '' : t(`save.${state}`)}
    </p>
  )
}
