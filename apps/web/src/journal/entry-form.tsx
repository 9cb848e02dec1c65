import { bodySignals } from '@lederkreds/domain/journal/body-signal'
import type { Entry } from '@lederkreds/domain/journal/entry'
import { stressors } from '@lederkreds/domain/journal/stressor'
import type { InputIssue, Problem } from '@lederkreds/domain/text'
import { Alert, Button, TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../account/vault.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Page } from '../ui/page.tsx'
import { ProseField } from '../ui/prose-field.tsx'
import { Seal, sealed } from '../ui/seal.tsx'
import { PageSkeleton } from '../ui/skeletons.tsx'
import { ChipField } from './chip-field.tsx'
import type { EntryDraft } from './entry-draft.ts'
import { FoldOut } from './fold-out.tsx'
import classes from './journal.module.css'
import { RecoveryFields } from './recovery-fields.tsx'
import { noSleep, SleepFields } from './sleep-fields.tsx'
import { SliderField } from './slider-field.tsx'
import { useJournal, useJournalRoom } from './use-journal.ts'
import { useKept } from './use-kept.ts'

interface EntryFormProps {
  /** Null for a new one. */
  id: string | null
  /** Under which its draft is kept. */
  slot: string
  start: EntryDraft
  /** It was begun before, and kept on this device. */
  isDraft: boolean
  /** Saved under this id, or null when the draft was thrown away. */
  onDone: (savedAs: string | null) => void
}

/** Three minutes: one thing after the other, all of it voluntary, kept sealed on this device while it is written. */
export function EntryForm({ id, slot, start, isDraft, onDone }: EntryFormProps) {
  const { t } = useTranslation(['journal', 'app'])
  const { journal } = useJournalRoom()
  const confirm = useConfirm()
  const preferences = useJournal((desk) => desk.preferences())
  const sealId = useId()
  const [entry, setEntry] = useState(start.entry)
  const [issues, setIssues] = useState<readonly InputIssue[]>([])
  const [isSaving, setSaving] = useState(false)
  const keeper = useKept<EntryDraft>((draft) => journal.keepDraft(slot, draft))

  const change = (part: Partial<Entry>) => {
    const changed = { ...entry, ...part }
    setEntry(changed)
    keeper.note({ before: start.before, entry: changed })
  }
  const problemAt = (path: string) => {
    const issue = issues.find((candidate) => candidate.path === path)
    return issue && t(`app:problem.${issue.problem as Problem}`)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    const kept = await journal.save(id, start.before, entry, today())
    setSaving(false)
    if (!kept.isKept) return setIssues(kept.issues)
    await keeper.drop()
    await journal.dropDraft(slot)
    notify({ text: t('saved') })
    onDone(kept.id)
  }
  const throwAway = async () => {
    const question = { title: t('draft.throwTitle'), text: t(id ? 'draft.throwChange' : 'draft.throwText') }
    if (!(await confirm({ ...question, action: t('draft.throw'), tone: 'harm' }))) return
    await keeper.drop()
    await journal.dropDraft(slot)
    onDone(null)
  }
  if (!preferences) return <PageSkeleton />
  const { off } = preferences
  const draftState = isDraft && keeper.state === 'nothing' ? 'kept' : keeper.state
  const prose = (key: 'trigger' | 'did' | 'helped' | 'bodyText' | 'text') => ({
    label: t(`entry.${key}`),
    value: entry[key],
    error: problemAt(key),
    onChange: (text: string) => change({ [key]: text }),
  })

  return (
    <Page
      title={t(id ? 'entry.change' : 'entry.new')}
      back={{ to: '/journal', label: t('front.title') }}
      width="read"
      discreet
    >
      <form className={classes.form} autoComplete="off" onSubmit={(event) => void save(event)}>
        <TextInput
          type="date"
          label={t('entry.day')}
          value={entry.day}
          error={problemAt('day')}
          className={classes.dayField ?? ''}
          onChange={({ currentTarget }) => change({ day: currentTarget.value })}
          {...sealed({ reader: 'self' })}
        />
        <ProseField {...prose('trigger')} rows={3} />
        <ChipField
          label={t('entry.bodySignals')}
          chips={bodySignals}
          tapped={entry.bodySignals}
          onChange={(tapped) => change({ bodySignals: tapped })}
        />
        <ProseField {...prose('bodyText')} rows={1} />
        <ProseField {...prose('did')} rows={2} />
        <ProseField {...prose('helped')} rows={2} />
        <ChipField
          label={t('entry.stressors')}
          chips={stressors}
          tapped={entry.stressors}
          onChange={(tapped) => change({ stressors: tapped })}
        />
        {!off.sliders && (
          <fieldset className={classes.field}>
            <legend>{t('slider.title')}</legend>
            {(['demands', 'influence', 'support'] as const).map((key) => (
              <SliderField
                key={key}
                label={t(`slider.${key}.label`)}
                low={t(`slider.${key}.low`)}
                high={t(`slider.${key}.high`)}
                value={entry[key]}
                sealId={sealId}
                onChange={(value) => change({ [key]: value })}
              />
            ))}
            <span id={sealId}>
              <Seal reader="self" />
            </span>
          </fieldset>
        )}
        <FoldOut label={t('entry.text')} isOpen={entry.text !== null}>
          <ProseField {...prose('text')} rows={5} />
        </FoldOut>
        {!off.sleep && (
          <FoldOut label={t('sleep.night')} isOpen={entry.sleep !== null}>
            <SleepFields
              sleep={entry.sleep ?? noSleep}
              problemAt={(field) => problemAt(`sleep.${field}`)}
              onChange={(sleep) =>
                change({ sleep: Object.values(sleep).every((value) => value === null) ? null : sleep })
              }
            />
          </FoldOut>
        )}
        {!off.recovery && (
          <FoldOut label={t('recovery.title')} isOpen={Object.values(entry.recovery).some((text) => text !== null)}>
            <RecoveryFields
              texts={entry.recovery}
              onChange={(recovery) => change({ recovery })}
              problemAt={problemAt}
            />
          </FoldOut>
        )}
        {issues.length > 0 && <Alert color="rose">{problemAt('') ?? t('entry.problems')}</Alert>}
        <div className={classes.saveBar}>
          <Button type="submit" loading={isSaving}>
            {t('save')}
          </Button>
          {draftState !== 'nothing' && (
            <Button variant="subtle" color="gray" onClick={() => void throwAway()}>
              {t('draft.throw')}
            </Button>
          )}
          <p className={classes.hint} data-tone={draftState === 'failed' ? 'failed' : undefined}>
            {t(`draft.${draftState}`)}
          </p>
        </div>
      </form>
    </Page>
  )
}
