import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Anchor, Badge, Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type {
  MemberList_NetworkFragment,
  PassConvenorMutation,
  PassConvenorMutationVariables,
  RemoveMemberMutation,
  RemoveMemberMutationVariables,
} from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Portrait } from '../ui/portrait.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './member-list.module.css'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<MemberList_NetworkFragment> = gql`
  fragment MemberList_network on Network {
    id
    viewerCanPassConvenor
    viewerCanRemoveMembers
    members {
      id
      isConvenor
      hasAccepted
      isViewer
      person {
        id
        name
        title
        workplace
      }
    }
    consultants {
      accessUntil
      person {
        id
        name
        title
        workplace
      }
    }
  }
`

const passConvenor: TypedDocumentNode<PassConvenorMutation, PassConvenorMutationVariables> = gql`
  mutation PassConvenor($membershipId: ID!) {
    passConvenor(membershipId: $membershipId) {
      __typename
      ... on Network {
        id
        ...MemberList_network
      }
    }
  }
  ${fragment}
`

const removeMember: TypedDocumentNode<RemoveMemberMutation, RemoveMemberMutationVariables> = gql`
  mutation RemoveMember($membershipId: ID!) {
    removeMember(membershipId: $membershipId) {
      id
      ...MemberList_network
    }
  }
  ${fragment}
`

interface MemberListProps {
  network: FragmentType<MemberList_NetworkFragment>
  /** Whether those who may pass the convenor's role on or take somebody out are doing so now. */
  changing?: boolean
}

/** Everybody in the network: its convenor first, the others by name, then the consultants. */
export function MemberList({ network, changing = false }: MemberListProps) {
  const { data } = useSuspenseFragment({ fragment, from: network })
  const { t } = useTranslation('networks')
  const dates = useDates()
  const confirm = useConfirm()
  const refusal = useRefusal()
  const [pass] = useMutation(passConvenor)
  const [remove] = useMutation(removeMember)
  const failed = (name: string) => notify({ text: refusal(name), tone: 'failed' })

  const makeConvenor = async (membershipId: string, name: string) => {
    const question = {
      title: t('member.passTitle', { name }),
      text: t('member.passText'),
      action: t('member.makeConvenor'),
    }
    if (!(await confirm(question))) return
    const result = await pass({ variables: { membershipId } }).catch(() => undefined)
    const answer = result?.data?.passConvenor.__typename
    if (answer === 'Network') notify({ text: t('member.passed', { name }) })
    else failed(answer ?? 'unknown')
  }
  const takeOut = async (membershipId: string, name: string) => {
    const question = {
      title: t('member.removeTitle', { name }),
      text: t('member.removeText', { name }),
      action: t('member.remove'),
      tone: 'harm' as const,
    }
    if (!(await confirm(question))) return
    const done = await remove({ variables: { membershipId } }).catch(() => undefined)
    if (done?.data) notify({ text: t('member.removed', { name }) })
    else failed('unknown')
  }

  const isMember = data.members.some(({ isViewer, hasAccepted }) => isViewer && hasAccepted)
  const members = data.members.toSorted(
    (one, other) =>
      Number(other.isConvenor) - Number(one.isConvenor) || one.person.name.localeCompare(other.person.name, 'da'),
  )
  return (
    <ul className={classes.members}>
      {members.map(({ id, person, isConvenor, hasAccepted, isViewer }) => (
        <Line
          key={id}
          name={person.name}
          you={isViewer ? t('member.you') : undefined}
          about={about(person)}
          mark={isConvenor ? t('member.convenor') : undefined}
          quiet={hasAccepted ? undefined : t('member.waiting')}
        >
          {!changing && isMember && !isViewer && hasAccepted && (
            <Anchor
              component={Link}
              to={`/networks/${data.id}/compare/${person.id}`}
              aria-label={t('member.compareWith', { name: person.name })}
            >
              {t('member.compare')}
            </Anchor>
          )}
          {changing && data.viewerCanPassConvenor && !isConvenor && hasAccepted && (
            <Button
              variant="subtle"
              aria-label={t('member.makeConvenorOf', { name: person.name })}
              onClick={() => void makeConvenor(id, person.name)}
            >
              {t('member.makeConvenor')}
            </Button>
          )}
          {changing && data.viewerCanRemoveMembers && !isViewer && (
            <Button
              variant="subtle"
              color="rose"
              aria-label={t('member.removeOf', { name: person.name })}
              onClick={() => void takeOut(id, person.name)}
            >
              {t('member.remove')}
            </Button>
          )}
        </Line>
      ))}
      {data.members.length === 0 && <li className={classes.none}>{t('member.none')}</li>}
      {data.consultants.map(({ person, accessUntil }) => (
        <Line
          key={person.id}
          name={person.name}
          about={about(person)}
          quiet={t('member.consultant', { day: dates.date(accessUntil) })}
        />
      ))}
    </ul>
  )
}
MemberList.fragment = fragment

const about = ({ title, workplace }: { title: string; workplace: string }) =>
  [title, workplace].filter(Boolean).join(', ')

interface LineProps {
  name: string
  you?: string | undefined
  about: string
  mark?: string | undefined
  quiet?: string | undefined
  children?: ReactNode
}

function Line({ name, you, about: words, mark, quiet, children }: LineProps) {
  return (
    <li className={classes.member}>
      <Portrait name={name} />
      <div className={classes.words}>
        <span className={classes.name}>
          {you ? `${name} (${you})` : name} {mark && <Badge>{mark}</Badge>}
        </span>
        {words && <span className={classes.about}>{words}</span>}
        {quiet && <span className={classes.about}>{quiet}</span>}
      </div>
      {children && <div className={classes.acts}>{children}</div>}
    </li>
  )
}
