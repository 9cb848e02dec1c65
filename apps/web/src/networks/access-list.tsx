import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Button, Paper, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AccessList_NetworkFragment,
  AgreeAccessMutation,
  AgreeAccessMutationVariables,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { useDates } from '../ui/use-dates.ts'
import { useProblems } from '../use-problems.ts'
import classes from './consultant.module.css'
import { PeopleFinder } from './people-finder.tsx'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<AccessList_NetworkFragment> = gql`
  fragment AccessList_network on Network {
    id
    endsOn
    viewerCanAgreeAccess
    viewerIsConsultant
    consultants {
      accessUntil
      isViewer
      person {
        id
        name
        email
      }
    }
  }
`

const agreeAccess: TypedDocumentNode<AgreeAccessMutation, AgreeAccessMutationVariables> = gql`
  mutation AgreeAccess($networkId: ID!, $personId: ID!, $accessUntil: String!) {
    agreeAccess(networkId: $networkId, personId: $personId, accessUntil: $accessUntil) {
      __typename
      ... on Network {
        id
        ...AccessList_network
      }
      ... on InvalidInput {
        issues {
          path
          problem
        }
      }
    }
  }
  ${fragment}
`

/** The consultants of a network and the day on which each one's access ends; a colleague can be brought in. */
export function AccessList({ network }: { network: FragmentType<AccessList_NetworkFragment> }) {
  const { id, consultants, viewerCanAgreeAccess, viewerIsConsultant, endsOn } = useSuspenseFragment({
    fragment,
    from: network,
  }).data
  const { t } = useTranslation(['networks/planning', 'networks'])
  const [adding, setAdding] = useState(false)
  const refusal = useRefusal()
  const [agree] = useMutation(agreeAccess)
  const taken = new Set(consultants.flatMap(({ person }) => person.email ?? []))
  const own = consultants.find(({ isViewer }) => isViewer)?.accessUntil
  const add = async (name: string, personId: string) => {
    const accessUntil = own ?? endsOn ?? ''
    const result = await agree({ variables: { networkId: id, personId, accessUntil } }).catch((error: unknown) => error)
    if (CombinedGraphQLErrors.is(result)) return notify({ text: t('manage.notConsultant', { name }), tone: 'failed' })
    if (!(result instanceof Error)) return setAdding(false)
    notify({ text: refusal('unknown'), tone: 'failed' })
  }
  return (
    <Paper className={classes.forms ?? ''}>
      <ul className={classes.consultants}>
        {consultants.map(({ person, accessUntil }) => (
          <li key={person.id}>
            <Access
              key={accessUntil}
              networkId={id}
              personId={person.id}
              name={person.name}
              agreed={accessUntil}
              canAgree={viewerCanAgreeAccess}
            />
          </li>
        ))}
      </ul>
      {viewerIsConsultant &&
        (adding ? (
          <div>
            <PeopleFinder taken={taken} onAdd={({ name }, personId) => void add(name, personId)} />
            <p className={classes.quiet}>{t('manage.addConsultantHint')}</p>
          </div>
        ) : (
          <div>
            <Button variant="default" onClick={() => setAdding(true)}>
              {t('manage.addConsultant')}
            </Button>
          </div>
        ))}
    </Paper>
  )
}
AccessList.fragment = fragment

interface AccessProps {
  networkId: string
  personId: string
  name: string
  agreed: string
  canAgree: boolean
}

function Access({ networkId, personId, name, agreed, canAgree }: AccessProps) {
  const { t } = useTranslation(['networks/planning', 'networks'])
  const dates = useDates()
  const refusal = useRefusal()
  const [day, setDay] = useState(agreed)
  const [agree, { data, loading }] = useMutation(agreeAccess)
  const problemAt = useProblems(data?.agreeAccess)
  const save = async () => {
    const result = await agree({ variables: { networkId, personId, accessUntil: day } }).catch(() => undefined)
    const answer = result?.data?.agreeAccess.__typename
    if (answer === 'Network') return notify({ text: t('manage.agreed', { day: dates.date(`${day}T12:00:00Z`) }) })
    if (answer !== 'InvalidInput') notify({ text: refusal(answer ?? 'unknown'), tone: 'failed' })
  }
  if (!canAgree) return t('networks:member.consultant', { day: dates.date(`${agreed}T12:00:00Z`) })
  return (
    <div className={classes.access}>
      <TextInput
        type="date"
        label={`${name}: ${t('manage.accessUntil')}`}
        value={day}
        error={problemAt('accessUntil')}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
      />
      {day !== agreed && (
        <Button loading={loading} onClick={() => void save()}>
          {t('manage.agree')}
        </Button>
      )}
    </div>
  )
}
