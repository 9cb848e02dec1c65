import { IconAlertTriangle, IconCheck, IconCloudUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import type { SaveState } from './use-draft.ts'
import classes from './wizard.module.css'

const icons = { saved: IconCheck, saving: IconCloudUpload, unsaved: IconCloudUpload }

/** Says whether what one has written is kept; read out only when it is not. */
export function SaveMark({ state }: { state: SaveState }) {
  const { t } = useTranslation('networks/planning')
  const isFault = state === 'notSaved' || state === 'notReached' || state === 'stale'
  return (
    <span className={classes.mark} data-state={state} role={isFault ? 'alert' : undefined}>
      <Icon of={isFault ? IconAlertTriangle : icons[state]} size={18} />
      {state === 'stale' ? t('wizard.unsaved') : t(`wizard.${state}`)}
    </span>
  )
}
