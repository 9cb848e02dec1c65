import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Paper, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type {
  GiveRoleMutation,
  GiveRoleMutationVariables,
  OrganisationRole,
  PersonRoles_PersonFragment,
  TakeRoleMutation,
  TakeRoleMutationVariables,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import classes from './account.module.css'
import { useStepUp } from './step-up.tsx'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<PersonRoles_PersonFragment> = gql`
  fragment PersonRoles_person on Person {
    id
    name
    roles
  }
`

const giveRole: TypedDocumentNode<GiveRoleMutation, GiveRoleMutationVariables> = gql`
  mutation GiveRole($personId: ID!, $role: OrganisationRole!) {
    giveRole(personId: $personId, role: $role) {
      id
      roles
    }
  }
`

const takeRole: TypedDocumentNode<TakeRoleMutation, TakeRoleMutationVariables> = gql`
  mutation TakeRole($personId: ID!, $role: OrganisationRole!) {
    takeRole(personId: $personId, role: $role) {
      __typename
      ... on Person {
        id
        roles
      }
    }
  }
`

const allRoles: readonly OrganisationRole[] = ['consultant', 'admin']

/** Gives and takes the roles of consultant and administrator. */
export function PersonRoles({ person }: { person: FragmentType<PersonRoles_PersonFragment> }) {
  const { id, name, roles } = useSuspenseFragment({ fragment, from: person }).data
  const { t } = useTranslation('account')
  const stepUp = useStepUp()
  const refusal = useRefusal()
  const [give, { loading: giving }] = useMutation(giveRole)
  const [take, { loading: taking }] = useMutation(takeRole)

  const change = async (role: OrganisationRole, given: boolean) => {
    const variables = { personId: id, role }
    const act = async () =>
      given ? (await give({ variables })) && 'Person' : (await take({ variables })).data?.takeRole.__typename
    const done = await stepUp(act).catch(() => 'unknown')
    if (done === 'Person')
      notify({
        text: t(given ? 'person.gave' : role === 'consultant' ? 'person.tookConsultant' : 'person.took', {
          name,
          role: t(`person.roleWord.${role}`),
        }),
      })
    else if (done) notify({ text: refusal(done), tone: 'failed' })
  }

  return (
    <Section title={t('person.roles')}>
      <p className={classes.quiet}>{t('person.rolesLead', { name })}</p>
      <Paper className={classes.form ?? ''}>
        {allRoles.map((role) => (
          <Switch
            key={role}
            label={t(`person.role.${role}`)}
            description={t(`person.roleText.${role}`)}
            checked={roles.includes(role)}
            disabled={giving || taking}
            onChange={(event) => void change(role, event.currentTarget.checked)}
          />
        ))}
      </Paper>
    </Section>
  )
}
PersonRoles.fragment = fragment
