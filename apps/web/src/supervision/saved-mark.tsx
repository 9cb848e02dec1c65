import { useTranslation } from 'react-i18next'
import type { SaveState } from '../account/use-autosave.ts'
import classes from './sealed.module.css'

/** Whether what is written is kept. */
export function SavedMark({ state }: { state: SaveState }) {
  const { t } = useTranslation('supervision/sealed')
  return (
    <p role="status" className={classes.quiet} data-tone={state}>
      {state === 'nothing' ? '' : t(`save.${state}`)}
    </p>
  )
}
