import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { isMethodId } from '@lederkreds/domain/toolbox/methods'
import { Alert, Button, Group, Paper, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  EditNetwork_NetworkFragment,
  EditNetworkMutation,
  EditNetworkMutationVariables,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { sealed } from '../ui/seal.tsx'
import { useProblems } from '../use-problems.ts'
import classes from './consultant.module.css'
import { MethodFields } from './method-fields.tsx'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<EditNetwork_NetworkFragment> = gql`
  fragment EditNetwork_network on Network {
    id
    version
    name
    purpose
    methods
    endsOn
  }
`

const editNetwork: TypedDocumentNode<EditNetworkMutation, EditNetworkMutationVariables> = gql`
  mutation EditNetwork($id: ID!, $version: Int!, $input: EditNetworkInput!) {
    editNetwork(id: $id, version: $version, input: $input) {
      __typename
      ... on Network {
        id
        ...EditNetwork_network
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

/** Name, purpose, methods and end date of a running network. */
export function EditNetwork({
  network,
  onDone,
}: {
  network: FragmentType<EditNetwork_NetworkFragment>
  onDone: () => void
}) {
  const { id, version, ...known } = useSuspenseFragment({ fragment, from: network }).data
  const { t } = useTranslation(['networks/planning', 'networks', 'ui'])
  const refusal = useRefusal()
  const [read] = useState(version)
  const [form, setForm] = useState({
    name: known.name,
    purpose: known.purpose,
    methods: known.methods.filter(isMethodId),
    endsOn: known.endsOn ?? '',
  })
  const [edit, { data, loading, error }] = useMutation(editNetwork)
  const result = data?.editNetwork
  const problemAt = useProblems(result)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const reply = await edit({ variables: { id, version: read, input: form } }).catch(() => undefined)
    if (reply?.data?.editNetwork.__typename !== 'Network') return
    notify({ text: t('manage.saved') })
    onDone()
  }
  const refused = error ? 'unknown' : result && result.__typename !== 'Network' ? result.__typename : null
  return (
    <Paper component="form" className={classes.forms ?? ''} onSubmit={(event: FormEvent) => void submit(event)}>
      <TextInput
        label={t('review.name')}
        required
        maxLength={80}
        value={form.name}
        error={problemAt('name')}
        onChange={({ currentTarget }) => setForm({ ...form, name: currentTarget.value })}
        {...sealed({ reader: 'participation', readers: t('networks:seal.name') })}
      />
      <Textarea
        label={t('review.purpose')}
        required
        rows={4}
        maxLength={1000}
        value={form.purpose}
        error={problemAt('purpose')}
        onChange={({ currentTarget }) => setForm({ ...form, purpose: currentTarget.value })}
        {...sealed({ reader: 'participation', readers: t('networks:seal.purpose') })}
      />
      <TextInput
        type="date"
        label={t('manage.endsOn')}
        description={t('manage.endsOnHint')}
        required
        maw="16rem"
        value={form.endsOn}
        error={problemAt('endsOn')}
        onChange={({ currentTarget }) => setForm({ ...form, endsOn: currentTarget.value })}
      />
      <MethodFields value={form.methods} onChange={(methods) => setForm({ ...form, methods })} />
      {refused && <Alert color="rose" title={refusal(refused)} role="alert" />}
      <Group>
        <Button type="submit" loading={loading}>
          {t('manage.save')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
      </Group>
    </Paper>
  )
}
EditNetwork.fragment = fragment
