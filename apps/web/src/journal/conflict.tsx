import type { JournalDocument } from '@lederkreds/domain/journal/document'
import { Anchor, Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { today } from '../account/vault.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { useLeadOn } from '../ui/use-lead-on.ts'
import classes from './journal.module.css'
import { useJournalRoom } from './use-journal.ts'

interface ConflictProps {
  id: string
  document: JournalDocument
  /** The id of the one that it differs from. */
  other: string
}

/** Two devices had changed the same thing: both are here, and the writer says which to keep. */
export function Conflict({ id, document, other }: ConflictProps) {
  const { t } = useTranslation('journal')
  const { journal } = useJournalRoom()
  const leadOn = useLeadOn()
  const confirm = useConfirm()
  const keepBoth = async () => {
    await journal.save(id, document, { ...document, conflictOf: null }, today())
    notify({ text: t('conflict.keptBoth') })
  }
  const keep = async (which: 'this' | 'other') => {
    const question = { title: t('conflict.title'), text: t(`conflict.${which}Text`), action: t(`conflict.${which}`) }
    if (!(await confirm({ ...question, tone: 'harm' }))) return
    if (which === 'this') {
      await journal.remove(other, today())
      await journal.save(id, document, { ...document, conflictOf: null }, today())
    } else {
      await journal.remove(id, today())
      void leadOn(`/journal/${other}`, { replace: true })
    }
  }
  return (
    <Paper component="section" className={classes.card ?? ''} aria-labelledby="conflict">
      <h2 id="conflict">{t('conflict.title')}</h2>
      <p>{t('conflict.text')}</p>
      <p>
        <Anchor component={Link} to={`/journal/${other}`}>
          {t('conflict.see')}
        </Anchor>
      </p>
      <div className={classes.actions}>
        <Button variant="light" onClick={() => void keepBoth()}>
          {t('conflict.both')}
        </Button>
        <Button variant="default" onClick={() => void keep('this')}>
          {t('conflict.this')}
        </Button>
        <Button variant="default" onClick={() => void keep('other')}>
          {t('conflict.other')}
        </Button>
      </div>
    </Paper>
  )
}
