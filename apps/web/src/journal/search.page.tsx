import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLanguage } from '../toolbox/use-language.ts'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import { useDates } from '../ui/use-dates.ts'
import type { FoundRow } from './journal-desk.ts'
import classes from './patterns.module.css'
import { useJournal } from './use-journal.ts'

/** More are found by few letters only, and nobody reads them. */
const shownAtOnce = 50

/** Finds what somebody wrote, in the worker's memory. What is looked for stands in no address and no history. */
export function Component() {
  const { t } = useTranslation(['journal/patterns', 'journal'])
  const language = useLanguage()
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query.trim())
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const found = useJournal((journal) => journal.search(asked, language), `${language} ${asked}`)
  const last = useRef<readonly FoundRow[]>([])
  if (found) last.current = found
  const rows = found ?? last.current

  /** Up and down between the field and the results, as in any list. */
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    const stops: (Element | null)[] = [field.current, ...(list.current?.querySelectorAll('a') ?? [])]
    const at = stops.indexOf(document.activeElement)
    const next = stops[at + step]
    if (at < 0 || !(next instanceof HTMLElement)) return
    event.preventDefault()
    next.focus()
  }

  return (
    <Page title={t('search.title')} back={{ to: '/journal', label: t('journal:front.title') }} width="read" discreet>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field and the links inside */}
      <div className={classes.chosen} onKeyDown={walk}>
        <Unremembered>
          <TextInput
            ref={field}
            type="search"
            className={classes.searchField ?? ''}
            label={t('search.label')}
            description={t('search.hint')}
            leftSection={<Icon of={IconSearch} />}
            autoFocus
            value={query}
            onChange={({ currentTarget }) => setQuery(currentTarget.value)}
          />
        </Unremembered>
        <p className={classes.quiet} role="status">
          {asked === ''
            ? t('search.blank')
            : rows.length === 0
              ? t('search.nothing')
              : `${t('search.found', { count: rows.length })}. ${t('search.keys')}`}
        </p>
        {asked !== '' && rows.length > 0 && (
          <ul ref={list} className={classes.results}>
            {rows.slice(0, shownAtOnce).map((each) => (
              <Result key={each.row.id} found={each} />
            ))}
          </ul>
        )}
        {rows.length > shownAtOnce && <p className={classes.quiet}>{t('search.first', { count: shownAtOnce })}</p>}
      </div>
    </Page>
  )
}

function Result({ found: { row, place } }: { found: FoundRow }) {
  const dates = useDates()
  return (
    <li>
      <Link to={`/journal/${row.id}`} className={classes.result ?? ''}>
        <span className={classes.resultDay}>{dates.near(row.day)}</span>
        {place ? (
          <>
            <span className={classes.quiet}>{place.label}</span>
            <span>
              {place.parts.map(({ text, isFound }, index) =>
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, which is replaced as a whole
                isFound ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
              )}
            </span>
          </>
        ) : (
          <span>{row.words}</span>
        )}
      </Link>
    </li>
  )
}
