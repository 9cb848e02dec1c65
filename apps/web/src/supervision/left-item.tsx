import { daysLeft } from '@lederkreds/domain/supervision/round-document'
import { Button, Paper } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteShared } from '../account/joint-items.ts'
import { today } from '../account/vault.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Seal } from '../ui/seal.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './sealed.module.css'
import type { RoundItem, RoundPlace } from './use-round-items.ts'

interface LeftItemProps {
  item: RoundItem
  place: Pick<RoundPlace, 'viewerId' | 'names'>
  onChanged: () => Promise<void>
  /** Words of its own under the text. */
  children?: ReactNode
  /** More for its owner than deleting. */
  actions?: ReactNode
}

/** One thing that was left in a round: by whom, for whom, for how long. Whoever left it can delete it for everybody. */
export function LeftItem({ item, place, onChanged, children, actions }: LeftItemProps) {
  const { t } = useTranslation('supervision/sealed')
  const confirm = useConfirm()
  const dates = useDates()
  const { id, ownerId, document, expiresOn, readers } = item
  const isOwn = ownerId === place.viewerId
  const name = isOwn ? t('left.you') : (place.names.get(ownerId) ?? t('left.somebody'))
  const remove = async () => {
    const question = { title: t('left.deleteTitle'), text: t('left.deleteText'), action: t('delete') }
    if (!(await confirm({ ...question, tone: 'harm' }))) return
    try {
      await deleteShared(id)
    } catch {
      notify({ text: t('left.deleteFailed'), tone: 'failed' })
    }
    await onChanged()
  }
  return (
    <Paper component="li" className={classes.card ?? ''}>
      <h3>{name}</h3>
      {document ? <p className={classes.prose}>{document.text}</p> : <p className={classes.quiet}>{t('left.shut')}</p>}
      {children}
      <div className={classes.left}>
        {document && (readers === 1 ? <Seal reader="self" /> : <Seal reader="present" count={readers} />)}
        {expiresOn && (
          <p className={classes.quiet}>
            {t('left.days', { count: daysLeft(expiresOn, today()), day: dates.date(expiresOn) })}
          </p>
        )}
      </div>
      {isOwn && (
        <div className={classes.actions}>
          {actions}
          <Button variant="subtle" color="rose" onClick={() => void remove()}>
            {t('left.delete')}
          </Button>
        </div>
      )}
    </Paper>
  )
}
