import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import type { RoleProblem } from '@lederkreds/domain/supervision/round-roles'
import { minutesOf } from '@lederkreds/domain/toolbox/protocol'
import { Alert, Button, Checkbox, NativeSelect, Paper, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { BeginRoundMutation, BeginRoundMutationVariables, NewRoundQuery } from '../generated/graphql.ts'
import { notFound } from '../root.tsx'
import { Section } from '../ui/page.tsx'
import { type Casting, castOf, problemsOf } from './casting.ts'
import { RoleFields } from './role-fields.tsx'
import { historyOf } from './round-history.ts'
import { type RoundMethod, roundMethods } from './round-methods.ts'
import { type Staying, StaysFields } from './stays-fields.tsx'
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

type Shown = NonNullable<NewRoundQuery['network']>

interface BeginRoundProps {
  network: Shown
  meeting: Meeting | null
  ownProtocols: NewRoundQuery['ownProtocols']['edges']
}

/** The choices before a round, each made already, and the button that begins it. */
export function BeginRound({ network, meeting, ownProtocols }: BeginRoundProps) {
  const { t } = useTranslation('supervision/begin')
  const { words } = useWords()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const everybody = network.members
    .filter(({ hasAccepted }) => hasAccepted)
    .map(({ person }) => person)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'da'))
  const history = historyOf(network.rounds.edges)
  const asked = search.get('method') ?? ''
  const { chosen, own, others } = roundMethods(network, ownProtocols)
  const offered = [...chosen, ...own, ...others]
  const find = (wanted: string) => offered.find((each) => each.id === wanted)
  const [methodId, setMethodId] = useState(asked)
  const method = find(methodId) ?? offered[0] ?? notFound()
  const { protocol } = method
  const [present, setPresent] = useState<readonly string[]>(() =>
    everybody.map(({ id }) => id).filter((id) => isExpected(meeting, id)),
  )
  const [casting, setCasting] = useState(() => castOf(protocol, present, history))
  const [staying, setStaying] = useState<Staying>({
    stays: protocol.focusRole === null ? 'nothing' : 'focusPerson',
    days: 30,
  })
  const consultants = network.consultants.map(({ person }) => person)
  const [facilitatorId, setFacilitator] = useState(
    network.consultants.find(({ isViewer }) => isViewer)?.person.id ?? '',
  )
  const [id] = useState(() => `Round_${crypto.randomUUID()}`)
  const [begin, { loading }] = useMutation(beginRound)
  const [refused, setRefused] = useState<string | null>(null)
  const problems = problemsOf(protocol, casting)

  const choose = (wanted: string) => {
    const next = find(wanted)?.protocol
    if (!next) return
    setMethodId(wanted)
    setCasting(castOf(next, present, history))
    if (next.focusRole === null && staying.stays === 'focusPerson') setStaying({ ...staying, stays: 'nothing' })
  }
  const come = (ids: readonly string[]) => {
    const here = everybody.map((person) => person.id).filter((personId) => ids.includes(personId))
    setPresent(here)
    setCasting(castOf(protocol, here, history))
  }
  const send = async () => {
    const input = inputOf({ id, method, casting, staying, facilitatorId, network, meeting })
    const { data } = await begin({ variables: { input } }).catch(() => ({ data: undefined }))
    const answer = data?.beginRound
    if (answer?.__typename === 'Round') await navigate(`/rounds/${answer.id}`, { replace: true })
    else setRefused(answer?.__typename ?? 'unknown')
  }
  const names = new Map(everybody.filter((person) => present.includes(person.id)).map((each) => [each.id, each.name]))
  const option = ({ id: value, protocol: { name } }: RoundMethod) => ({ value, label: words(name) })

  return (
    <Stack component="form" gap="lg" onSubmit={(event) => [event.preventDefault(), void send()]}>
      <NativeSelect
        label={t('method')}
        description={t('methodHint', {
          count: minutesOf(protocol),
          from: protocol.minParticipants,
          to: protocol.maxParticipants,
        })}
        value={method.id}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[
          { group: t('chosenMethods'), items: chosen.map(option) },
          ...(own.length > 0 ? [{ group: t('ownMethods'), items: own.map(option) }] : []),
          { group: t('otherMethods'), items: others.map(option) },
        ]}
      />
      <Checkbox.Group label={t('present')} value={[...present]} onChange={come}>
        <Stack gap="sm" mt="sm">
          {everybody.map((person) => (
            <Checkbox key={person.id} value={person.id} label={person.name} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Section title={t('roles.title')}>
        <p>{t('roles.lead2')}</p>
        <Paper>
          <RoleFields protocol={protocol} casting={casting} present={names} onChange={setCasting} />
        </Paper>
        {problems.length > 0 && <Problems problems={problems} />}
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
      <StaysFields value={staying} hasFocus={protocol.focusRole !== null} onChange={setStaying} />
      {refused && (
        <Alert color="rose" role="alert">
          {t(
            refused === 'RoundUnderWay'
              ? 'refusal.RoundUnderWay'
              : refused === 'RolesDoNotFit'
                ? 'refusal.RolesDoNotFit'
                : 'refusal.unknown',
          )}
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

function Problems({ problems }: { problems: readonly RoleProblem[] }) {
  const { t } = useTranslation('supervision/begin')
  return (
    <Alert color="gray" role="status">
      {problems.map((problem) => t(`problem.${problem}`)).join(' ')}
    </Alert>
  )
}

/** Whoever was marked as there or said she would come; everybody, where nobody has said anything. */
function isExpected(meeting: Meeting | null, personId: string): boolean {
  const mine = meeting?.attendances.find(({ person }) => person.id === personId)
  return mine?.attended ?? (mine ? mine.rsvp !== 'regrets' : true)
}

interface Chosen {
  id: string
  method: RoundMethod
  casting: Casting
  staying: Staying
  facilitatorId: string
  network: Shown
  meeting: Meeting | null
}

function inputOf({ id, method, casting, staying, facilitatorId, network, meeting }: Chosen) {
  const { roles, leadId, timekeeperId } = casting
  return {
    id,
    networkId: network.id,
    meetingId: meeting?.id ?? null,
    method: method.method,
    protocolVersionId: method.versionId,
    roles: [...roles],
    leadId,
    timekeeperId,
    facilitatorId: facilitatorId || null,
    stays: staying.stays,
    staysUntil: staying.stays === 'group' ? dayAfter(staying.days) : null,
  }
}

const dayAfter = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv', { timeZone: 'Europe/Copenhagen' })
