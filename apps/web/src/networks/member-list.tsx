import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { Anchor, Badge } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MemberList_NetworkFragment } from '../generated/graphql.ts'
import { later } from '../ui/later.tsx'
import { Portrait } from '../ui/portrait.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './member-list.module.css'

/** Few who look at the members change them. */
const MemberChanges = later(() => import('./member-changes.tsx').then(({ MemberChanges }) => MemberChanges))

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
          {changing && (
            <MemberChanges
              membershipId={id}
              name={person.name}
              canPass={data.viewerCanPassConvenor && !isConvenor && hasAccepted}
              canRemove={data.viewerCanRemoveMembers && !isViewer}
            />
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
