import { gql, type TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { FindPersonQuery, FindPersonQueryVariables } from '../generated/graphql.ts'

const query: TypedDocumentNode<FindPersonQuery, FindPersonQueryVariables> = gql`
  query FindPerson($search: String!) {
    people(search: $search, first: 12) {
      edges {
        node {
          id
          name
          title
          workplace
        }
      }
    }
  }
`

export interface Chosen {
  id: string
  name: string
}

interface PersonSelectProps extends Pick<SelectProps, 'label' | 'description' | 'descriptionProps' | 'inputContainer'> {
  value: Chosen | null
  onChange: (person: Chosen | null) => void
  /** Said when nobody fits. */
  nothing: string
  /** The id of somebody who cannot be chosen. */
  except?: string
  error?: string | undefined
}

/** Finds one person of the organisation by name, title, workplace or address, or none. */
export function PersonSelect({ value, onChange, nothing, except, ...field }: PersonSelectProps) {
  const [text, setText] = useState(value?.name ?? '')
  const [search] = useDebouncedValue(text, 200)
  const asked = value && search === value.name ? '' : search
  const { data, previousData } = useQuery(query, { variables: { search: asked } })
  const found = (data ?? previousData)?.people.edges.map(({ node }) => node) ?? []
  const others = found.filter(({ id }) => id !== except && id !== value?.id)
  const words = ({ name, title, workplace }: (typeof found)[number]) =>
    [name, title, workplace].filter(Boolean).join(', ')
  return (
    <Select
      {...field}
      searchable
      clearable
      value={value?.id ?? null}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={nothing}
      data={[
        ...(value ? [{ value: value.id, label: value.name }] : []),
        ...others.map((person) => ({ value: person.id, label: words(person) })),
      ]}
      onChange={(id) => {
        const person = others.find((each) => each.id === id)
        onChange(person ? { id: person.id, name: person.name } : id === value?.id ? value : null)
      }}
    />
  )
}
