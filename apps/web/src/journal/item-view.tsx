import { labelOf } from '@lederkreds/domain/journal/chip'
import type { Entry } from '@lederkreds/domain/journal/entry'
import { exerciseOf } from '@lederkreds/domain/journal/exercises'
import { pulseAnswers, pulseQuestion } from '@lederkreds/domain/journal/pulse'
import { Button } from '@mantine/core'
import { IconArrowRight, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { today } from '../account/vault.ts'
import { useLanguage } from '../toolbox/use-language.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { Icon } from '../ui/icon.tsx'
import { notify } from '../ui/notices.tsx'
import { Page } from '../ui/page.tsx'
import { Seal } from '../ui/seal.tsx'
import { useDates } from '../ui/use-dates.ts'
import { useLeadOn } from '../ui/use-lead-on.ts'
import { CarryIn } from './carry-in.tsx'
import { Conflict } from './conflict.tsx'
import { EntryText } from './entry-text.tsx'
import classes from './journal.module.css'
import type { OpenItem } from './journal-desk.ts'
import { SleepText } from './sleep-text.tsx'
import { useJournalRoom } from './use-journal.ts'

interface ItemViewProps {
  item: OpenItem
  onChange: (entry: Entry) => void
}

/** Something that was written, to read again; to change, to take a passage of, or to delete. */
export function ItemView({ item, onChange }: ItemViewProps) {
  const { t } = useTranslation('journal')
  const { hash } = useLocation()
  const dates = useDates()
  const [carrying, setCarrying] = useState(hash === '#carry-in')
  const remove = useRemove(item.id)
  const document = item.isKnown ? item.document : null
  const entry = document?.type === 'entry' ? document : null
  const day = document && document.type !== 'preferences' ? document.day : item.createdOn
  const conflictOf = document && 'conflictOf' in document ? document.conflictOf : null
  return (
    <Page
      title={capital(dates.longDay(day))}
      lead={<ItemKind item={item} />}
      back={{ to: '/journal', label: t('front.title') }}
      width="read"
      discreet
    >
      {document && typeof conflictOf === 'string' && <Conflict id={item.id} document={document} other={conflictOf} />}
      <ItemText item={item} />
      <p className={classes.sealLine}>
        <Seal reader="self" />
        {item.isUnsent && <span>{t('news.unsent')}</span>}
      </p>
      {carrying && entry && <CarryIn entry={entry} from={item.id} onDone={() => setCarrying(false)} />}
      <div className={classes.actions}>
        {entry && (
          <Button leftSection={<Icon of={IconPencil} />} variant="light" onClick={() => onChange(entry)}>
            {t('change')}
          </Button>
        )}
        {entry && !carrying && (
          <Button leftSection={<Icon of={IconArrowRight} />} variant="default" onClick={() => setCarrying(true)}>
            {t('carryIn.open')}
          </Button>
        )}
        <Button leftSection={<Icon of={IconTrash} />} variant="subtle" color="rose" onClick={() => void remove()}>
          {t('delete.action')}
        </Button>
      </div>
    </Page>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

function useRemove(id: string) {
  const { t } = useTranslation('journal')
  const { journal } = useJournalRoom()
  const leadOn = useLeadOn()
  const confirm = useConfirm()
  return async () => {
    const question = { title: t('delete.title'), text: t('delete.text'), action: t('delete.action') }
    if (!(await confirm({ ...question, tone: 'harm' }))) return
    await journal.remove(id, today())
    notify({ text: t('delete.done') })
    void leadOn('/journal', { replace: true })
  }
}

function ItemKind({ item }: { item: OpenItem }) {
  const { t } = useTranslation('journal')
  const language = useLanguage()
  if (!item.isKnown) return t('newer.name')
  switch (item.document.type) {
    case 'exercise':
      return exerciseOf(item.document.exercise)?.name[language] ?? item.document.exercise
    case 'pulse':
      return t('pulse.name')
    case 'sleep':
      return t('sleep.name')
    case 'caseNote':
      return t('note.title')
    default:
      return t('entry.name')
  }
}

function ItemText({ item }: { item: OpenItem }) {
  const { t } = useTranslation('journal')
  const language = useLanguage()
  if (!item.isKnown) return <p>{t('newer.text')}</p>
  const { document } = item
  switch (document.type) {
    case 'entry':
      return <EntryText entry={document} />
    case 'sleep':
      return <SleepText sleep={document} />
    case 'pulse':
      return (
        <dl className={classes.text}>
          <dt>{pulseQuestion[language]}</dt>
          <dd>{labelOf(pulseAnswers, document.answer, language)}</dd>
        </dl>
      )
    case 'exercise':
      return (
        <dl className={classes.text}>
          {document.answers.map(({ phase, asked, text }) => (
            <div key={`${phase} ${asked}`}>
              <dt>{asked}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )
    case 'caseNote':
      return <p className={classes.prose}>{document.text}</p>
    default:
      return null
  }
}
