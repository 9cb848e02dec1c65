import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Checkbox, Paper, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  DeclareTieMutation,
  DeclareTieMutationVariables,
  RemoveTieMutation,
  RemoveTieMutationVariables,
  Ties_NetworkFragment,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { Seal } from '../ui/seal.tsx'
import classes from './turn-plan.module.css'
import { useTurnRefusal } from './use-turn-refusal.ts'

const fragment: TypedDocumentNode<Ties_NetworkFragment> = gql`
  fragment Ties_network on Network {
    id
    members {
      id
      hasAccepted
      isViewer
      person {
        id
        name
      }
    }
    ties {
      id
      viewerCanRemove
      by {
        id
        name
      }
      with {
        id
        name
      }
    }
  }
`

const declareTie: TypedDocumentNode<DeclareTieMutation, DeclareTieMutationVariables> = gql`
  mutation DeclareTie($networkId: ID!, $personId: ID!) {
    declareTie(networkId: $networkId, personId: $personId) {
      __typename
      ... on Network {
        id
        ...Ties_network
      }
    }
  }
  ${fragment}
`

const removeTie: TypedDocumentNode<RemoveTieMutation, RemoveTieMutationVariables> = gql`
  mutation RemoveTie($networkId: ID!, $personId: ID!) {
    removeTie(networkId: $networkId, personId: $personId) {
      __typename
      ... on Network {
        id
        ...Ties_network
      }
    }
  }
  ${fragment}
`

/** My own ties, to be declared and taken back; and everything that is said in the network, by whom. */
export function Ties({ network }: { network: FragmentType<Ties_NetworkFragment> }) {
  const { id, members, ties } = useSuspenseFragment({ fragment, from: network }).data
  const { t } = useTranslation('supervision/turns')
  const refusal = useTurnRefusal()
  const [pending, setPending] = useState<{ personId: string; isTied: boolean }>()
  const [declare, declaring] = useMutation(declareTie)
  const [remove, removing] = useMutation(removeTie)
  /** Shown as it will be while it is on its way, also where the others are told of it before its answer comes. */
  const sent = declaring.loading || removing.loading ? pending : undefined
  const others = members
    .filter(({ isViewer, hasAccepted }) => !isViewer && hasAccepted)
    .map(({ person }) => person)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'da'))
  const isMine = (personId: string) => ties.some((tie) => tie.viewerCanRemove && tie.with.id === personId)

  const change = async (personId: string, isTied: boolean) => {
    setPending({ personId, isTied })
    const variables = { networkId: id, personId }
    const outcome = isTied
      ? (await declare({ variables }).catch(() => undefined))?.data?.declareTie.__typename
      : (await remove({ variables }).catch(() => undefined))?.data?.removeTie.__typename
    if (outcome !== 'Network') notify({ tone: 'failed', text: refusal(outcome ?? 'unknown') })
  }

  return (
    <>
      <fieldset className={classes.choices} aria-describedby="tie-readers">
        <legend>{t('tie.who')}</legend>
        <Stack gap="md">
          {others.map((person) => (
            <Checkbox
              key={person.id}
              label={t('tie.person', { name: person.name })}
              checked={sent?.personId === person.id ? sent.isTied : isMine(person.id)}
              disabled={sent !== undefined}
              onChange={({ currentTarget }) => void change(person.id, currentTarget.checked)}
            />
          ))}
          {others.length === 0 && <p>{t('tie.alone')}</p>}
        </Stack>
        <p className={classes.readers} id="tie-readers">
          <Seal reader="server" knows={t('tie.readers')} />
          <span className={classes.quiet}>{t('tie.noReason')}</span>
        </p>
      </fieldset>
      <Section title={t('tie.all')}>
        {ties.length === 0 ? (
          <p className={classes.quiet}>{t('tie.none')}</p>
        ) : (
          <Paper component="ul" className={classes.ties ?? ''}>
            {ties.map((tie) => (
              <li key={tie.id}>
                <strong>{t('tie.pair', { one: tie.by.name, other: tie.with.name })}</strong>
                <span className={classes.reason}>{t('tie.by', { name: tie.by.name })}</span>
              </li>
            ))}
          </Paper>
        )}
      </Section>
    </>
  )
}
Ties.fragment = fragment
