import { parsePeopleList } from '@lederkreds/domain/account/people-list'
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sealed } from '../ui/seal.tsx'
import type { DraftPerson } from './draft.ts'
import classes from './people-picker.module.css'

interface PeoplePasteProps {
  taken: ReadonlySet<string>
  onAdd: (people: readonly DraftPerson[]) => void
}

/** Takes a pasted list apart while one looks: whom it gives, who is there already, and which lines cannot be read. */
export function PeoplePaste({ taken, onAdd }: PeoplePasteProps) {
  const { t } = useTranslation(['networks/planning', 'networks', 'app'])
  const [text, setText] = useState('')
  const { people, problems, duplicates } = parsePeopleList(text)
  const fresh = people.filter(({ email }) => !taken.has(email))
  const there = [...people.filter(({ email }) => taken.has(email)), ...duplicates].map(({ email }) => email)
  const add = () => {
    onAdd(fresh)
    setText(problems.map((problem) => problem.text).join('\n'))
  }
  return (
    <div>
      <Textarea
        label={t('people.paste')}
        placeholder={t('people.pasteExample')}
        autosize
        minRows={2}
        maxRows={12}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        {...sealed({ reader: 'participation', readers: t('networks:seal.people') }, t('people.pasteHint'))}
      />
      <div aria-live="polite">
        {problems.length > 0 && (
          <ul className={classes.problems}>
            {problems.slice(0, 5).map(({ line, text: written, problem }) => (
              <li key={line}>
                {t('people.problem', { line, text: written.slice(0, 60), problem: t(`app:problem.${problem}`) })}
              </li>
            ))}
          </ul>
        )}
        {there.length > 0 && <p className={classes.quiet}>{t('people.duplicates', { emails: there.join(', ') })}</p>}
        {fresh.length > 0 && (
          <div className={classes.read}>
            <Button variant="light" onClick={add}>
              {t('people.add', { count: fresh.length })}
            </Button>
            <span className={classes.quiet}>{t('people.read', { count: fresh.length })}</span>
          </div>
        )}
      </div>
    </div>
  )
}
