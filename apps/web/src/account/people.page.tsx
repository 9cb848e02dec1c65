import { gql, type TypedDocumentNode } from '@apollo/client'
import { type PreloadedQueryRef, useQueryRefHandlers } from '@apollo/client/react'
import { Button, TextInput } from '@mantine/core'
import { IconSearch, IconUserPlus } from '@tabler/icons-react'
import { useEffect, useState, useTransition } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { PeopleQuery, PeopleQueryVariables } from '../generated/graphql.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import classes from './account.module.css'
import { PeopleTable } from './people-table.tsx'

const query: TypedDocumentNode<PeopleQuery, PeopleQueryVariables> = gql`
  query People($search: String!, $after: String) {
    people(search: $search, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...PeopleTable_person
        }
      }
    }
  }
  ${PeopleTable.fragment}
`

const searchOf = (url: string) => new URL(url).searchParams.get('q') ?? ''

export const loader = ({ request }: LoaderFunctionArgs) => preload(query, { search: searchOf(request.url) })

/** Everybody in the organisation, for its administrators. */
export function Component() {
  const { t } = useTranslation('account')
  const { people } = usePreloaded(loader).data
  const { fetchMore } = useQueryRefHandlers(useLoaderData() as PreloadedQueryRef<PeopleQuery, PeopleQueryVariables>)
  const [loading, startLoading] = useTransition()
  const { hasNextPage, endCursor } = people.pageInfo
  const persons = people.edges.map(({ node }) => node)
  const more = () => startLoading(async () => void (await fetchMore({ variables: { after: endCursor } })))

  return (
    <Page
      title={t('people.title')}
      lead={t('people.lead')}
      back={{ to: '/admin', label: t('people.back') }}
      actions={
        <Button component={Link} to="/admin/people/add" leftSection={<Icon of={IconUserPlus} />}>
          {t('people.add')}
        </Button>
      }
    >
      <Search />
      <p className={classes.quiet} role="status">
        {t('people.count', { count: people.totalCount ?? persons.length })}
      </p>
      {persons.length === 0 ? (
        <EmptyState title={t('people.none')} icon={IconSearch}>
          {t('people.noneText')}
        </EmptyState>
      ) : (
        <PeopleTable people={persons} />
      )}
      {hasNextPage && (
        <div>
          <Button variant="default" loading={loading} onClick={more}>
            {t('people.more')}
          </Button>
        </div>
      )}
    </Page>
  )
}

/** What is searched for stands in the address, so that the way back from a person leads to the same list. */
function Search() {
  const { t } = useTranslation('account')
  const [params, setParams] = useSearchParams()
  const [text, setText] = useState(params.get('q') ?? '')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the setter is another one after every search
  useEffect(() => {
    if (text === (params.get('q') ?? '')) return
    const soon = setTimeout(() => setParams(text ? { q: text } : {}, { replace: true }), 250)
    return () => clearTimeout(soon)
  }, [text])
  return (
    <TextInput
      label={t('people.search')}
      type="search"
      leftSection={<Icon of={IconSearch} />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  )
}
