import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type {
  DeactivatePersonMutation,
  DeactivatePersonMutationVariables,
  PersonAccess_PersonFragment,
  ReactivatePersonMutation,
  ReactivatePersonMutationVariables,
} from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './account.module.css'
import { useStepUp } from './step-up.tsx'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<PersonAccess_PersonFragment> = gql`
  fragment PersonAccess_person on Person {
    id
    name
    email
    position {
      deactivatedAt
      version
    }
  }
`

const deactivatePerson: TypedDocumentNode<DeactivatePersonMutation, DeactivatePersonMutationVariables> = gql`
  mutation DeactivatePerson($personId: ID!) {
    deactivatePerson(personId: $personId) {
      __typename
      ... on Person {
        ...PersonAccess_person
      }
    }
  }
  ${fragment}
`

const reactivatePerson: TypedDocumentNode<ReactivatePersonMutation, ReactivatePersonMutationVariables> = gql`
  mutation ReactivatePerson($personId: ID!) {
    reactivatePerson(personId: $personId) {
      __typename
      ...PersonAccess_person
    }
  }
  ${fragment}
`

/** Shuts a person out, or lets her in again. */
export function PersonAccess({ person }: { person: FragmentType<PersonAccess_PersonFragment> }) {
  const { id, name, email, position } = useSuspenseFragment({ fragment, from: person }).data
  const { t } = useTranslation('account')
  const dates = useDates()
  const confirm = useConfirm()
  const stepUp = useStepUp()
  const refusal = useRefusal()
  const [deactivate, { loading: shutting }] = useMutation(deactivatePerson)
  const [reactivate, { loading: opening }] = useMutation(reactivatePerson)
  const variables = { personId: id }
  const deactivatedAt = position?.deactivatedAt

  const say = (done: string | undefined, words: string) => {
    if (done === 'Person') notify({ text: words })
    else if (done) notify({ text: refusal(done), tone: 'failed' })
  }
  const shut = async () => {
    const question = { title: t('person.shutTitle', { name }), text: t('person.shutText'), action: t('person.shut') }
    if (!(await confirm({ ...question, tone: 'harm' }))) return
    const act = async () => (await deactivate({ variables })).data?.deactivatePerson.__typename
    say(await stepUp(act).catch(() => 'unknown'), t('person.shutDone'))
  }
  const open = async () => {
    const act = async () => (await reactivate({ variables })).data?.reactivatePerson.__typename
    say(await stepUp(act).catch(() => 'unknown'), t('person.openDone'))
  }

  return (
    <Section title={t('person.access')}>
      <Paper className={classes.form ?? ''}>
        <p className={classes.text}>
          {deactivatedAt
            ? t('person.isShut', { when: dates.moment(deactivatedAt) })
            : t('person.isOpen', { email: email ?? '' })}
        </p>
        <div className={classes.buttons}>
          {deactivatedAt ? (
            <Button variant="default" loading={opening} onClick={() => void open()}>
              {t('person.open')}
            </Button>
          ) : (
            <Button variant="light" color="rose" loading={shutting} onClick={() => void shut()}>
              {t('person.shut')}
            </Button>
          )}
        </div>
      </Paper>
    </Section>
  )
}
PersonAccess.fragment = fragment
