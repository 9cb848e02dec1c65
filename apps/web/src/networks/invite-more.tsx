import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Alert, Button, Group, Paper, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  InviteMore_NetworkFragment,
  InviteMoreMutation,
  InviteMoreMutationVariables,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import classes from './consultant.module.css'
import type { DraftPerson } from './draft.ts'
import { InvitationTable } from './invitation-table.tsx'
import { PeoplePicker } from './people-picker.tsx'
import { useAdvice } from './use-advice.ts'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<InviteMore_NetworkFragment> = gql`
  fragment InviteMore_network on Network {
    id
  }
`

const inviteMore: TypedDocumentNode<InviteMoreMutation, InviteMoreMutationVariables> = gql`
  mutation InviteMore($networkId: ID!, $people: [NewPersonInput!]!, $locale: Locale!) {
    invite(networkId: $networkId, people: $people, locale: $locale) {
      __typename
      ... on Network {
        id
        ...InvitationTable_network
      }
      ... on AlreadyMember {
        email
      }
      ... on AlreadyInvited {
        email
      }
      ... on ReportingLine {
        report {
          id
          name
        }
        manager {
          id
          name
        }
      }
    }
  }
  ${InvitationTable.fragment}
`

/** Invites more people to a running network: all of them or, where one of them cannot be invited, none. */
export function InviteMore({ network }: { network: FragmentType<InviteMore_NetworkFragment> }) {
  const { id: networkId } = useSuspenseFragment({ fragment, from: network }).data
  const { t, i18n } = useTranslation('networks/planning')
  const [open, setOpen] = useState(false)
  const [locale, setLocale] = useState<'da' | 'en'>(i18n.language === 'en' ? 'en' : 'da')
  const [people, setPeople] = useState<readonly DraftPerson[]>([])
  const { placed } = useAdvice({ people, methods: [], season: null })
  const [send, { data, loading, error, reset }] = useMutation(inviteMore)
  const words = useRefusedWords(error ? { __typename: 'unknown' } : data?.invite)
  const change = (next: readonly DraftPerson[]) => {
    reset()
    setPeople(next)
  }
  const invite = async () => {
    const result = await send({ variables: { networkId, people: [...people], locale } }).catch(() => undefined)
    if (result?.data?.invite.__typename !== 'Network') return
    notify({ text: t('manage.sent', { count: people.length }) })
    setPeople([])
    setOpen(false)
  }
  if (!open) {
    return (
      <div>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('manage.invite')}
        </Button>
      </div>
    )
  }
  return (
    <Paper className={classes.forms ?? ''} component="section" aria-label={t('manage.invite')}>
      <PeoplePicker people={people} onChange={change} known={new Set(placed.keys())} />
      <Radio.Group
        label={t('manage.language')}
        value={locale}
        onChange={(chosen) => setLocale(chosen === 'en' ? 'en' : 'da')}
      >
        <Group mt="xs">
          <Radio value="da" label={t('purpose.da')} />
          <Radio value="en" label={t('purpose.en')} />
        </Group>
      </Radio.Group>
      {words && <Alert color="rose" title={words} role="alert" />}
      <div>
        <Button loading={loading} disabled={people.length === 0} onClick={() => void invite()}>
          {t('manage.send', { count: people.length })}
        </Button>
      </div>
    </Paper>
  )
}
InviteMore.fragment = fragment

type Answer = InviteMoreMutation['invite'] | { __typename: 'unknown' }

function useRefusedWords(answer: Answer | undefined): string | null {
  const refusal = useRefusal()
  if (!answer || answer.__typename === 'Network') return null
  if (answer.__typename === 'AlreadyMember' || answer.__typename === 'AlreadyInvited')
    return refusal(answer.__typename, { email: answer.email })
  if (answer.__typename === 'ReportingLine' && answer.report && answer.manager)
    return refusal('ReportingLineNamed', { report: answer.report.name, manager: answer.manager.name })
  return refusal(answer.__typename)
}
