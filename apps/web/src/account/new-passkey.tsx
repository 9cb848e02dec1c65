import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { Alert, Button, Paper, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AddPasskeyMutation,
  AddPasskeyMutationVariables,
  AskNewPasskeyMutation,
  AskNewPasskeyMutationVariables,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { sealed } from '../ui/seal.tsx'
import { useProblems } from '../use-problems.ts'
import classes from './account.module.css'
import { useStepUp } from './step-up.tsx'
import { useRefusal } from './use-refusal.ts'
import { isCancelled, isThereAlready } from './webauthn.ts'

const askNewPasskey: TypedDocumentNode<AskNewPasskeyMutation, AskNewPasskeyMutationVariables> = gql`
  mutation AskNewPasskey {
    askNewPasskey {
      __typename
      ... on PasskeyQuestion {
        options
      }
    }
  }
`

const addPasskey: TypedDocumentNode<AddPasskeyMutation, AddPasskeyMutationVariables> = gql`
  mutation AddPasskey($answer: String!, $name: String!) {
    addPasskey(answer: $answer, name: $name) {
      __typename
      ... on InvalidInput {
        issues {
          path
          problem
        }
      }
    }
  }
`

/** Names a new passkey and has the device make it. Also stands where somebody joins. */
export function NewPasskey({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['account', 'ui'])
  const refusal = useRefusal()
  const stepUp = useStepUp()
  const [name, setName] = useState(t('passkeys.suggested'))
  const [ask] = useMutation(askNewPasskey)
  const [add, { data }] = useMutation(addPasskey, { refetchQueries: 'active', awaitRefetchQueries: true })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const problemAt = useProblems(data?.addPasskey)

  const make = async () => {
    const asked = (await stepUp(() => ask()))?.data?.askNewPasskey
    if (!asked) return
    if (asked.__typename !== 'PasskeyQuestion') return setProblem(refusal(asked.__typename))
    const { startRegistration } = await import('@simplewebauthn/browser')
    const options = JSON.parse(asked.options)
    // Some devices can unlock with a passkey only if that was asked for when it was made.
    const optionsJSON = { ...options, extensions: { ...options.extensions, prf: {} } }
    const answer = await startRegistration({ optionsJSON })
    const added = (await add({ variables: { answer: JSON.stringify(answer), name } })).data?.addPasskey
    if (added?.__typename === 'PasskeyRefused') return setProblem(refusal(added.__typename))
    if (added?.__typename !== 'Passkey') return
    notify({ text: t('passkeys.added') })
    onDone()
  }
  const create = async () => {
    setProblem(undefined)
    setBusy(true)
    await make().catch((error: unknown) =>
      setProblem(
        isThereAlready(error)
          ? t('passkeys.exists')
          : isCancelled(error)
            ? t('passkeys.cancelled')
            : refusal('unknown'),
      ),
    )
    setBusy(false)
  }

  return (
    <Paper
      component="form"
      noValidate
      className={classes.form ?? ''}
      onSubmit={(event) => [event.preventDefault(), void create()]}
    >
      <TextInput
        label={t('passkeys.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problemAt('name')}
        maxLength={60}
        {...sealed({ reader: 'participation', readers: t('reader.onlyYou') }, t('passkeys.nameHint'))}
      />
      {problem && <Alert color="rose">{problem}</Alert>}
      <div className={classes.buttons}>
        <Button type="submit" loading={busy}>
          {t('passkeys.create')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
      </div>
    </Paper>
  )
}
