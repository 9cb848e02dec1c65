import { gql, type TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeopleFinderQuery, PeopleFinderQueryVariables } from '../generated/graphql.ts'
import type { DraftPerson } from './draft.ts'
import classes from './people-picker.module.css'

const query: TypedDocumentNode<PeopleFinderQuery, PeopleFinderQueryVariables> = gql`
  query PeopleFinder($search: String!) {
    people(search: $search, first: 8) {
      edges {
        node {
          id
          name
          title
          workplace
          email
          position {
            managementLevel
          }
        }
      }
    }
  }
`

interface PeopleFinderProps {
  taken: ReadonlySet<string>
  onAdd: (person: DraftPerson, personId: string) => void
}

/** Finds colleagues of the consultant's own organisation by name, workplace or address. */
export function PeopleFinder({ taken, onAdd }: PeopleFinderProps) {
  const { t } = useTranslation('networks/planning')
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), 250)
  const { data, previousData } = useQuery(query, {
    variables: { search },
    skip: search.length < 2,
    fetchPolicy: 'no-cache',
  })
  const found = (data ?? previousData)?.people.edges.flatMap((edge) => edge?.node ?? []) ?? []
  const shown = search.length < 2 ? null : found.filter(({ email }) => email && !taken.has(email))
  return (
    <div>
      <TextInput
        type="search"
        label={t('people.find')}
        placeholder={t('people.findHint')}
        maxLength={100}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {shown && shown.length > 0 && (
        <ul className={classes.found} aria-label={t('people.found')}>
          {shown.map(({ id, name, title, workplace, email, position }) => (
            <li key={id}>
              <div className={classes.words}>
                <strong>{name}</strong>
                <span className={classes.quiet}>{[title, workplace].filter(Boolean).join(' · ')}</span>
              </div>
              <Button
                variant="light"
                aria-label={t('people.addOne', { name })}
                onClick={() =>
                  onAdd(
                    { name, email: email ?? '', title, workplace, managementLevel: position?.managementLevel ?? null },
                    id,
                  )
                }
              >
                {t('people.addThis')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {shown?.length === 0 && data && (
        <p className={classes.quiet}>{t(found.length > 0 ? 'people.findTaken' : 'people.findNone')}</p>
      )}
    </div>
  )
}
