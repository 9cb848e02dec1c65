import type { Entry } from '@lederkreds/domain/journal/entry'
import type { Problem } from '@lederkreds/domain/text'
import { Button, Chip, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../account/vault.ts'
import { notify } from '../ui/notices.tsx'
import { ProseField } from '../ui/prose-field.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import classes from './journal.module.css'
import { useJournalRoom } from './use-journal.ts'

const parts = ['trigger', 'bodyText', 'did', 'helped', 'text'] as const

interface CarryInProps {
  entry: Entry
  /** Its id. */
  from: string
  onDone: () => void
}

/** A passage is chosen, cut and kept for a case: a copy under a seal of its own. The entry stays shut. */
export function CarryIn({ entry, from, onDone }: CarryInProps) {
  const { t } = useTranslation(['journal', 'app'])
  const { journal } = useJournalRoom()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const written = parts.filter((part) => entry[part])
  const put = (part: (typeof parts)[number]) => setText([text, entry[part]].filter(Boolean).join('\n\n'))
  const save = async () => {
    const kept = await journal.carryIn(text, from, today())
    if (!kept.isKept) return setProblem((kept.issues[0]?.problem as Problem | undefined) ?? 'invalid')
    notify({ text: t('carryIn.done') })
    onDone()
  }
  return (
    <Paper component="section" className={classes.card ?? ''} aria-labelledby="carry-in">
      <h2 id="carry-in">{t('carryIn.title')}</h2>
      <p>{t('carryIn.text')}</p>
      <Unremembered>
        <div className={classes.chips}>
          {written.map((part) => (
            <Chip key={part} checked={text.includes(entry[part] ?? '')} onChange={(checked) => checked && put(part)}>
              {t(`entry.${part}`)}
            </Chip>
          ))}
        </div>
        <ProseField
          label={t('carryIn.passage')}
          value={text}
          rows={4}
          error={problem && t(`app:problem.${problem}`)}
          onChange={setText}
        />
      </Unremembered>
      <div className={classes.actions}>
        <Button disabled={text.trim() === ''} onClick={() => void save()}>
          {t('carryIn.save')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </Paper>
  )
}
