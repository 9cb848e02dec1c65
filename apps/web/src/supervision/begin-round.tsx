import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Alert, Button, Checkbox, NativeSelect, Paper, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { BeginRoundMutation, BeginRoundMutationVariables, NewRoundQuery } from '../generated/graphql.ts'
import { Section } from '../ui/page.tsx'
import { useLeadOn } from '../ui/use-lead-on.ts'
import { inputOf } from './beginning.ts'
import { problemsOf, tiedPair } from './casting.ts'
import { MethodField, methodIn } from './method-field.tsx'
import { RoleFields } from './role-fields.tsx'
import { roundMethods } from './round-methods.ts'
import { type Staying, StaysFields } from './stays-fields.tsx'
import { usePresence } from './use-presence.ts'
import { useTurns } from './use-turns.ts'
import { useWords } from './use-words.ts'

const beginRound: TypedDocumentNode<BeginRoundMutation, BeginRoundMutationVariables> = gql`
  mutation BeginRound($input: BeginRoundInput!) {
    beginRound(input: $input) {
      __typename
      ... on Round {
        id
      }
      ... on RolesDoNotFit {
        problems
      }
    }
  }
`

type Meeting = Extract<NonNullable<NewRoundQuery['node']>, { __typename: 'Meeting' }>

interface BeginRoundProps {
  network: NonNullable<NewRoundQuery['network']>
  meeting: Meeting | null
  ownProtocols: NewRoundQuery['ownProtocols']['edges']
}

/** The choices before a round, each made already, and the button that begins it. */
export function BeginRound({ network, meeting, ownProtocols }: BeginRoundProps) {
  const { t } = useTranslation('supervision/begin')
  const { list } = useWords()
  const leadOn = useLeadOn()
  const [search] = useSearchParams()
  const methods = roundMethods(network, ownProtocols)
  const now = useTurns(network, meeting)
  const [chosenId, setMethodId] = useState(search.get('method'))
  const method = methodIn(methods, chosenId ?? now.ahead[0]?.id ?? '')
  const { protocol } = method
  const { present, proposed, casting, ...presence } = usePresence(now, protocol)
  const hasFocus = protocol.focusRole !== null
  const [wanted, setStaying] = useState<Staying>({ stays: hasFocus ? 'focusPerson' : 'nothing', days: 30 })
  const staying = !hasFocus && wanted.stays === 'focusPerson' ? { ...wanted, stays: 'nothing' as const } : wanted
  const consultants = network.consultants.map(({ person }) => person)
  const [facilitatorId, setFacilitator] = useState(
    network.consultants.find(({ isViewer }) => isViewer)?.person.id ?? '',
  )
  const [id] = useState(() => `Round_${crypto.randomUUID()}`)
  const [begin, { loading }] = useMutation(beginRound)
  const [refused, setRefused] = useState<string | null>(null)
  const problems = problemsOf(protocol, casting)
  const tied = tiedPair(protocol, casting, now.turns.ties)
  const names = new Map(network.members.map(({ person }) => [person.id, person.name]))
  const nameOf = (personId: string) => names.get(personId) ?? ''

  const send = async () => {
    const about = { id, networkId: network.id, meetingId: meeting?.id ?? null }
    const input = inputOf({ ...about, method, casting, staying, facilitatorId })
    const { data } = await begin({ variables: { input } }).catch(() => ({ data: undefined }))
    const answer = data?.beginRound
    if (answer?.__typename === 'Round') await leadOn(`/rounds/${answer.id}`, { replace: true })
    else setRefused(answer?.__typename ?? 'unknown')
  }

  return (
    <Stack component="form" gap="lg" onSubmit={(event) => [event.preventDefault(), void send()]}>
      <MethodField
        methods={methods}
        method={method}
        onChange={(chosen) => [setMethodId(chosen), presence.proposeAnew()]}
      />
      <Checkbox.Group label={t('present')} value={[...present]} onChange={presence.setPresent}>
        <Stack gap="sm" mt="sm">
          {now.turns.members.map((personId) => (
            <Checkbox key={personId} value={personId} label={nameOf(personId)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Section title={t('roles.title')}>
        <p>{t('roles.lead2')}</p>
        <Paper>
          <RoleFields
            protocol={protocol}
            casting={casting}
            present={new Map(present.map((personId) => [personId, nameOf(personId)]))}
            proposed={proposed}
            onChange={presence.setCasting}
          />
        </Paper>
        {problems.length > 0 && (
          <Alert color="gray" role="status">
            {problems.map((problem) => t(`problem.${problem}`)).join(' ')}
          </Alert>
        )}
        {tied && (
          <Alert color="gray" role="status">
            {t('roles.tied', { names: list(tied.map(nameOf)) })}
          </Alert>
        )}
      </Section>
      {consultants.length > 0 && !network.viewerIsConsultant && (
        <NativeSelect
          label={t('facilitator')}
          description={t('facilitatorHint')}
          value={facilitatorId}
          onChange={({ currentTarget }) => setFacilitator(currentTarget.value)}
          data={[
            { value: '', label: t('roles.nobody') },
            ...consultants.map((person) => ({ value: person.id, label: person.name })),
          ]}
        />
      )}
      <StaysFields value={staying} hasFocus={hasFocus} onChange={setStaying} />
      {refused && (
        <Alert color="rose" role="alert">
          {t(`refusal.${isRefusal(refused) ? refused : 'unknown'}`)}
        </Alert>
      )}
      <div>
        <Button type="submit" loading={loading} disabled={problems.length > 0}>
          {t('begin')}
        </Button>
      </div>
    </Stack>
  )
}

const isRefusal = (name: string): name is 'RoundUnderWay' | 'RolesDoNotFit' =>
  name === 'RoundUnderWay' || name === 'RolesDoNotFit'
