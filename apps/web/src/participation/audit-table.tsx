import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import type { AuditTable_EntryFragment } from '../generated/graphql.ts'
import { DataTable } from '../ui/data-table.tsx'
import { useDates } from '../ui/use-dates.ts'

const fragment: TypedDocumentNode<AuditTable_EntryFragment> = gql`
  fragment AuditTable_entry on AuditEntry {
    id
    at
    act
    actorName
    networkNames
    from
    until
    role
    rows
    person {
      id
      name
    }
  }
`

/** Acts of administrators: who, when, what, about whom, which days and how many lines. */
export function AuditTable({ entries }: { entries: FragmentType<AuditTable_EntryFragment>[] }) {
  const { t, i18n } = useTranslation('participation')
  const dates = useDates()
  const { data } = useSuspenseFragment({ fragment, from: entries })
  const about = ({ act, networkNames, person }: AuditTable_EntryFragment) => {
    if (act === 'changedHelpContacts' || act === 'resetHelpContacts') return t('log.everybody')
    if (act !== 'exportedParticipation') return [person?.name ?? t('log.yourself'), ...networkNames].join(', ')
    return networkNames.length > 0 ? networkNames.join(', ') : t('log.allNetworks')
  }
  const what = ({ act, role }: AuditTable_EntryFragment) => {
    const words = t(`log.act.${act}`)
    return role ? t('log.withRole', { act: words, role: t(`log.role.${role}`) }) : words
  }
  const days = ({ act, from, until }: AuditTable_EntryFragment) => {
    if (act !== 'exportedParticipation') return '–'
    if (from && until) return t('log.fromUntil', { from: dates.date(from), until: dates.date(until) })
    if (from) return t('log.from', { from: dates.date(from) })
    return until ? t('log.until', { until: dates.date(until) }) : t('log.allDays')
  }
  return (
    <DataTable
      caption={t('log.caption')}
      rows={data}
      rowKey={({ id }) => id}
      columns={[
        { id: 'what', header: t('log.what'), names: true, cell: what },
        { id: 'when', header: t('log.when'), cell: ({ at }) => dates.moment(at) },
        { id: 'who', header: t('log.who'), cell: ({ actorName }) => actorName },
        { id: 'about', header: t('log.about'), cell: about },
        { id: 'days', header: t('log.days'), cell: days },
        {
          id: 'rows',
          header: t('log.rows'),
          figures: true,
          cell: ({ rows }) => rows?.toLocaleString(i18n.language === 'da' ? 'da-DK' : 'en-GB') ?? '–',
        },
      ]}
    />
  )
}
AuditTable.fragment = fragment
