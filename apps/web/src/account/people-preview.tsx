import type { PeopleList } from '@lederkreds/domain/account/people-list'
import type { NewPerson } from '@lederkreds/domain/account/person'
import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../ui/data-table.tsx'
import classes from './account.module.css'

interface PeoplePreviewProps {
  list: PeopleList
  /** Those of the list who are new. */
  people: readonly NewPerson[]
  alreadyHere: number
}

/** What a pasted list will come to: who is added, who is passed over, and which lines cannot be read. */
export function PeoplePreview({ list, people, alreadyHere }: PeoplePreviewProps) {
  const { t } = useTranslation(['account', 'app'])
  const { problems, duplicates } = list
  if (list.people.length + problems.length === 0) return <p className={classes.quiet}>{t('add.empty')}</p>
  return (
    <>
      <p role="status" className={classes.notes}>
        <strong>{t('add.preview', { count: people.length })}</strong>
        {alreadyHere > 0 && <span>{t('add.here', { count: alreadyHere })}</span>}
        {duplicates.length > 0 && <span>{t('add.duplicates', { count: duplicates.length })}</span>}
      </p>
      {problems.length > 0 && (
        <Alert color="rose" title={t('add.problems', { count: problems.length })}>
          <ul className={classes.list}>
            {problems.slice(0, 20).map(({ line, text, problem }) => (
              <li key={`${line} ${text}`}>
                {t('add.line', { line, text: text.slice(0, 80) })} {t(`app:problem.${problem}`)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {people.length > 0 && (
        <DataTable
          caption={t('add.previewTable')}
          rows={people}
          rowKey={({ email }) => email}
          columns={[
            { id: 'name', header: t('people.name'), names: true, cell: ({ name }) => name },
            {
              id: 'email',
              header: t('people.email'),
              cell: ({ email }) => <span className={classes.break}>{email}</span>,
            },
            { id: 'title', header: t('settings.jobTitle'), cell: ({ title }) => title ?? '–' },
            { id: 'workplace', header: t('settings.workplace'), cell: ({ workplace }) => workplace ?? '–' },
            {
              id: 'level',
              header: t('people.level'),
              figures: true,
              cell: ({ managementLevel }) => managementLevel ?? '–',
            },
          ]}
        />
      )}
    </>
  )
}
