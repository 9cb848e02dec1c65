import { gql, type TypedDocumentNode } from '@apollo/client'
import { useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { PersonPageQuery, PersonPageQueryVariables } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { PersonAccess } from './person-access.tsx'
import { PersonDetails } from './person-details.tsx'
import { PersonEmail } from './person-email.tsx'
import { PersonPlace } from './person-place.tsx'
import { PersonRoles } from './person-roles.tsx'

const query: TypedDocumentNode<PersonPageQuery, PersonPageQueryVariables> = gql`
  query PersonPage($id: ID!) {
    viewer {
      id
    }
    node(id: $id) {
      __typename
      id
      ... on Person {
        name
        title
        workplace
        email
        viewerCanAdminister
        ...PersonDetails_person
        ...PersonEmail_person
        ...PersonRoles_person
        ...PersonPlace_person
        ...PersonAccess_person
      }
    }
  }
  ${PersonDetails.fragment}
  ${PersonEmail.fragment}
  ${PersonRoles.fragment}
  ${PersonPlace.fragment}
  ${PersonAccess.fragment}
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.personId ?? '' })

/** One person of the organisation, as her administrators keep her: what she is called, how she is reached, roles, place, access. */
export function Component() {
  const { t } = useTranslation('account')
  const { viewer, node: person } = usePreloaded(loader).data
  if (person?.__typename !== 'Person' || !person.viewerCanAdminister) return notFound()
  const { id, name, title, workplace, email } = person
  return (
    <Page
      title={name}
      lead={[title, workplace, email].filter(Boolean).join(' · ')}
      back={{ to: '/admin/people', label: t('person.back') }}
      width="read"
    >
      <PersonRoles key={`roles ${id}`} person={person} />
      <PersonPlace key={`place ${id}`} person={person} />
      <PersonDetails key={`details ${id}`} person={person} />
      {id !== viewer?.id && <PersonEmail key={`email ${id}`} person={person} />}
      <PersonAccess key={`access ${id}`} person={person} />
    </Page>
  )
}
