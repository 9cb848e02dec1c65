import { useTranslation } from 'react-i18next'
import type { NetworkHistory_NetworkFragment } from '../generated/graphql.ts'
import { useDates } from '../ui/use-dates.ts'
import classes from './network-history.module.css'

type HistoryRowsProps = Pick<
  NetworkHistory_NetworkFragment,
  'createdAt' | 'groundRulesVersions' | 'members' | 'formerMembers'
>

/** What has happened to the network itself, newest first: who came and left, and when its rules changed. */
export function HistoryRows({ createdAt, groundRulesVersions, members, formerMembers }: HistoryRowsProps) {
  const { t, i18n } = useTranslation('networks')
  const dates = useDates()
  const names = new Intl.ListFormat(i18n.language)
  const byDay = grouped([...members, ...formerMembers], ({ joinedAt }) => dates.date(joinedAt))
  const joined = [...byDay].map(([day, those]) => ({
    id: `joined ${day}`,
    at: those[0]?.joinedAt ?? '',
    words: t('page.history_joined', { name: names.format(those.map(({ person }) => person.name)) }),
  }))
  const left = formerMembers.map(({ id, leftAt, person: { name } }) => ({
    id: `left ${id}`,
    at: leftAt ?? '',
    words: t('page.history_left', { name }),
  }))
  const rules = groundRulesVersions
    .filter(({ version }) => version > 1)
    .map(({ id, version, createdAt: at }) => ({ id, at, words: t('page.history_rules', { version }) }))
  const began = { id: 'began', at: createdAt, words: t('page.history_began') }
  const all = [...joined, ...left, ...rules, began].sort((one, other) => other.at.localeCompare(one.at))
  return (
    <ol className={classes.history}>
      {all.map(({ id, at, words }) => (
        <li key={id}>
          <time dateTime={at}>{dates.date(at)}</time>
          <span>{words}</span>
        </li>
      ))}
    </ol>
  )
}

function grouped<Item>(items: readonly Item[], by: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item])
  return groups
}
