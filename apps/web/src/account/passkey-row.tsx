import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  PasskeyRow_PasskeyFragment,
  RemovePasskeyMutation,
  RemovePasskeyMutationVariables,
  RenamePasskeyMutation,
  RenamePasskeyMutationVariables,
} from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { sealed } from '../ui/seal.tsx'
import { useDates } from '../ui/use-dates.ts'
import { useProblems } from '../use-problems.ts'
import classes from './account.module.css'
import { useStepUp } from './step-up.tsx'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<PasskeyRow_PasskeyFragment> = gql`
  fragment PasskeyRow_passkey on Passkey {
    id
    name
    createdAt
    lastUsedAt
  }
`

const renamePasskey: TypedDocumentNode<RenamePasskeyMutation, RenamePasskeyMutationVariables> = gql`
  mutation RenamePasskey($id: ID!, $name: String!) {
    renamePasskey(id: $id, name: $name) {
      __typename
      ... on Passkey {
        ...PasskeyRow_passkey
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

const removePasskey: TypedDocumentNode<RemovePasskeyMutation, RemovePasskeyMutationVariables> = gql`
  mutation RemovePasskey($id: ID!) {
    removePasskey(id: $id) {
      __typename
    }
  }
`

/** One passkey: its name, when it was last used, and the way to be rid of it. */
export function PasskeyRow({ passkey }: { passkey: FragmentType<PasskeyRow_PasskeyFragment> }) {
  const { id, name, createdAt, lastUsedAt } = useSuspenseFragment({ fragment, from: passkey }).data
  const { t } = useTranslation(['account', 'ui'])
  const dates = useDates()
  const confirm = useConfirm()
  const stepUp = useStepUp()
  const refusal = useRefusal()
  const [draft, setDraft] = useState<string>()
  const [rename, { data, loading }] = useMutation(renamePasskey)
  const [remove, { loading: removing }] = useMutation(removePasskey, {
    refetchQueries: ['Settings'],
    awaitRefetchQueries: true,
  })
  const problemAt = useProblems(data?.renamePasskey)
  const failed = () => notify({ text: refusal('unknown'), tone: 'failed' })

  const save = async () => {
    const answer = await rename({ variables: { id, name: draft ?? name } }).catch(failed)
    if (answer?.data?.renamePasskey.__typename === 'Passkey') setDraft(undefined)
  }
  const takeAway = async () => {
    const question = {
      title: t('passkeys.removeTitle', { name }),
      text: t('passkeys.removeText'),
      action: t('passkeys.remove'),
    }
    if (!(await confirm({ ...question, tone: 'harm' }))) return
    const answer = await stepUp(() => remove({ variables: { id } })).catch(failed)
    const result = answer?.data?.removePasskey.__typename
    if (result === 'TooFewWraps') notify({ text: refusal(result), tone: 'failed' })
    if (result === 'Viewer') notify({ text: t('passkeys.removed') })
  }

  if (draft !== undefined) {
    return (
      <li>
        <form className={classes.form} noValidate onSubmit={(event) => [event.preventDefault(), void save()]}>
          <TextInput
            label={t('passkeys.name')}
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
            error={problemAt('name')}
            maxLength={60}
            {...sealed({ reader: 'participation', readers: t('reader.onlyYou') })}
          />
          <div className={classes.buttons}>
            <Button type="submit" loading={loading}>
              {t('settings.save')}
            </Button>
            <Button variant="subtle" onClick={() => setDraft(undefined)}>
              {t('ui:cancel')}
            </Button>
          </div>
        </form>
      </li>
    )
  }
  return (
    <li>
      <div className={classes.what}>
        <span className={classes.name}>{name}</span>
        <span className={classes.quiet}>
          {t('passkeys.created', { when: dates.date(createdAt) })}
          {lastUsedAt && ` · ${t('passkeys.used', { when: dates.moment(lastUsedAt) })}`}
        </span>
      </div>
      <div className={classes.buttons}>
        <Button variant="default" aria-label={t('passkeys.renameOne', { name })} onClick={() => setDraft(name)}>
          {t('passkeys.rename')}
        </Button>
        <Button
          variant="subtle"
          color="rose"
          loading={removing}
          aria-label={t('passkeys.removeOne', { name })}
          onClick={() => void takeAway()}
        >
          {t('passkeys.remove')}
        </Button>
      </div>
    </li>
  )
}
PasskeyRow.fragment = fragment
