import type { Entry } from '@lederkreds/domain/journal/entry'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { notify } from '../ui/notices.tsx'
import { Page } from '../ui/page.tsx'
import { PageSkeleton } from '../ui/skeletons.tsx'
import { useLeadOn } from '../ui/use-lead-on.ts'
import { holdSlot } from './draft-slot.ts'
import { type EntryDraft, readEntryDraft } from './entry-draft.ts'
import { EntryForm } from './entry-form.tsx'
import { ItemView } from './item-view.tsx'
import { stampNow, useJournal, useJournalRoom } from './use-journal.ts'

/** One thing that was written, or, at `/journal/new`, a new entry. */
export function Component() {
  const { itemId } = useParams()
  return itemId && itemId !== 'new' ? <Item key={itemId} id={itemId} /> : <NewEntry />
}

/** A new entry goes on where it was left, if it was; each tab writes its own. */
function NewEntry() {
  const leadOn = useLeadOn()
  const { journal, vault } = useJournalRoom()
  const [first, setFirst] = useState<{ slot: string; isDraft: boolean; start: EntryDraft }>()

  useEffect(() => {
    let isOver = false
    const draftIn = async (slot: string) => readEntryDraft(await journal.draft(slot))
    const holding = holdSlot(vault.personId, draftIn)
    const begin = async () => {
      const held = await holding
      const start = held?.draft ?? { before: null, entry: await journal.blank(stampNow()) }
      if (!isOver) setFirst({ slot: held?.slot ?? crypto.randomUUID(), isDraft: Boolean(held?.draft), start })
    }
    void begin()
    return () => {
      isOver = true
      void holding.then((held) => held?.release())
    }
  }, [journal, vault])

  return first ? <EntryForm id={null} {...first} onDone={() => leadOn('/journal')} /> : <PageSkeleton />
}

function Item({ id }: { id: string }) {
  const { t } = useTranslation('journal')
  const leadOn = useLeadOn()
  const { journal } = useJournalRoom()
  const item = useJournal((desk) => desk.item(id), id)
  const kept = useFirst(async () => ({ draft: readEntryDraft(await journal.draft(id)) }))
  const [changing, setChanging] = useState<EntryDraft | 'not'>()
  if (item === undefined || !kept) return <PageSkeleton />

  const draft = changing ?? kept.draft
  if (draft && draft !== 'not') {
    const done = (saved: string) => {
      setChanging('not')
      if (saved !== id) notify({ text: t('conflict.beside') })
      void leadOn(`/journal/${saved}`, { replace: true })
    }
    return (
      <EntryForm id={id} slot={id} start={draft} isDraft={draft === kept.draft} onDone={(saved) => done(saved ?? id)} />
    )
  }
  if (!item)
    return (
      <Page title={t('gone.title')} back={{ to: '/journal', label: t('front.title') }} width="read" discreet>
        <p>{t('gone.text')}</p>
      </Page>
    )
  return <ItemView item={item} onChange={(entry: Entry) => setChanging({ before: entry, entry })} />
}

/** What is asked for once, when a page opens. */
function useFirst<Answer>(ask: () => Promise<Answer>): Answer | undefined {
  const [answer, setAnswer] = useState<Answer>()
  const [first] = useState(() => ask)
  useEffect(() => {
    let isOver = false
    void first().then((given) => !isOver && setAnswer(given))
    return () => {
      isOver = true
    }
  }, [first])
  return answer
}
