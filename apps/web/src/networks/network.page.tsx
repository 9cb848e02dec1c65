import { gql, type TypedDocumentNode } from '@apollo/client'
import { isMethodId, methodOf } from '@lederkreds/domain/toolbox/methods'
import { Alert, Anchor, Button, Paper } from '@mantine/core'
import { IconUserHeart } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, Navigate, useParams } from 'react-router'
import { preload, usePreloaded } from '../apollo.ts'
import type { NetworkPageQuery, NetworkPageQueryVariables } from '../generated/graphql.ts'
import { withWords } from '../i18n.ts'
import { Follow } from '../meetings/follow.tsx'
import { NextMeeting } from '../meetings/next-meeting.tsx'
import { SeasonStrip } from '../meetings/season-strip.tsx'
import { notFound } from '../root.tsx'
import { OpenRoundCard } from '../supervision/open-round-card.tsx'
import { WhoseTurn } from '../supervision/whose-turn.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { later } from '../ui/later.tsx'
import { Page, Section } from '../ui/page.tsx'
import { PageSkeleton } from '../ui/skeletons.tsx'
import { useDates } from '../ui/use-dates.ts'
import { fragment as pendingGroundRules } from './ground-rules-pending.ts'
import { MemberList } from './member-list.tsx'
import classes from './network.module.css'
import { NetworkHistory } from './network-history.tsx'

const GroundRulesGate = later(
  () => import('./ground-rules-gate.tsx').then(({ GroundRulesGate }) => GroundRulesGate),
  <PageSkeleton />,
)
const NetworkFeedback = later(
  withWords(
    () => import('../feedback/network-feedback.tsx').then(({ NetworkFeedback }) => NetworkFeedback),
    'feedback',
  ),
)
const LeaveNetwork = later(() => import('./leave-network.tsx').then(({ LeaveNetwork }) => LeaveNetwork))

const query: TypedDocumentNode<NetworkPageQuery, NetworkPageQueryVariables> = gql`
  query NetworkPage($id: ID!) {
    viewer {
      id
      pendingGroundRules {
        id
        networkId
        ...GroundRulesGate_pendingGroundRules
      }
    }
    network(id: $id) {
      id
      name
      purpose
      state
      methods
      endsOn
      viewerIsConsultant
      viewerCanLeave
      viewerCanPassConvenor
      viewerCanAskForFeedback
      viewerCanPlanFeedback
      toldSteps {
        id
      }
      feedbackSteps(first: 5) {
        edges {
          node {
            id
            deadline
            viewerCanJoin
          }
        }
      }
      groundRules {
        id
        version
        createdAt
      }
      members {
        id
        isConvenor
        isViewer
        person {
          id
          name
        }
      }
      consultants {
        accessUntil
        isViewer
      }
      ...Follow_network
      ...NextMeeting_network
      ...SeasonStrip_network
      ...MemberList_network
      ...NetworkHistory_network
      ...OpenRoundCard_network
      ...WhoseTurn_network
    }
  }
  ${pendingGroundRules}
  ${Follow.fragment}
  ${NextMeeting.fragment}
  ${SeasonStrip.fragment}
  ${MemberList.fragment}
  ${NetworkHistory.fragment}
  ${OpenRoundCard.fragment}
  ${WhoseTurn.fragment}
`

export const loader = ({ params }: LoaderFunctionArgs) => preload(query, { id: params.networkId ?? '' })

/** A network on one page, up to date by itself; behind its ground rules until they are accepted. */
export function Component() {
  const { data, pending } = usePage()
  const { t, i18n } = useTranslation('networks')
  const dates = useDates()
  const [changing, setChanging] = useState(false)
  const [wasHere] = useState(data.network !== null)
  if (pending) return <GroundRulesGate rules={pending} query="NetworkPage" />
  // Whoever leaves, or is taken out while she looks, is led to the networks that she has.
  if (!data.network && wasHere) return <Navigate to="/networks" replace />
  const network = data.network ?? notFound()
  const { id, name, purpose, state, methods, endsOn, groundRules } = network
  const language = i18n.language === 'en' ? 'en' : 'da'

  return (
    <Page
      title={name}
      lead={purpose}
      back={{ to: '/networks', label: t('list.title') }}
      actions={
        network.viewerIsConsultant && (
          <Button component={Link} to={`/consultant/networks/${id}`} variant="default">
            {t('page.manage')}
          </Button>
        )
      }
    >
      <Follow network={network} query={['NetworkPage', 'Turns']} />
      {state === 'closed' && <Alert color="gray" title={t('page.closed')} />}
      {state === 'inviting' && <Alert color="gray" title={t('page.inviting')} />}
      <OpenRoundCard network={network} />
      <Facts>
        <NextMeeting network={network} />
        <div className={classes.stack}>
          <MyRole network={network} />
          <WhoseTurn network={network} />
        </div>
      </Facts>
      <Section title={t('page.season')}>
        <SeasonStrip network={network} />
        {endsOn && <p className={classes.text}>{t('page.decideOn', { day: dates.date(endsOn) })}</p>}
      </Section>
      <Section
        title={t('page.members')}
        actions={
          network.viewerCanPassConvenor &&
          !network.viewerIsConsultant && (
            <Button variant="subtle" aria-pressed={changing} onClick={() => setChanging(!changing)}>
              {t(changing ? 'member.done' : 'member.change')}
            </Button>
          )
        }
      >
        <Paper>
          <MemberList network={network} changing={changing} />
        </Paper>
      </Section>
      {(network.viewerCanAskForFeedback || network.toldSteps.length > 0) && <NetworkFeedback network={network} />}
      {groundRules && (
        <Section title={t('page.rules')}>
          <p className={classes.text}>
            <Anchor component={Link} to={`/networks/${id}/ground-rules`}>
              {t('page.rulesOpen')}
            </Anchor>
            <span className={classes.quiet}>
              {t('page.rulesVersion', { version: groundRules.version, day: dates.date(groundRules.createdAt) })}
            </span>
          </p>
        </Section>
      )}
      <Section title={t('page.methods')}>
        <ul className={classes.methods}>
          {methods.filter(isMethodId).map((method) => (
            <li key={method}>
              <Anchor component={Link} to={`/toolbox/${method}`}>
                {methodOf(method).name[language]}
              </Anchor>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('page.history')}>
        <NetworkHistory network={network} />
        {network.viewerCanLeave && (
          <div>
            <LeaveNetwork id={id} name={name} />
          </div>
        )}
      </Section>
    </Page>
  )
}

function usePage() {
  const { data } = usePreloaded(loader)
  const { networkId } = useParams()
  return { data, pending: data.viewer?.pendingGroundRules.find((rules) => rules.networkId === networkId) }
}

type Shown = NonNullable<NetworkPageQuery['network']>

/** The second of the four facts: what I am here, and who is convenor. */
function MyRole({ network: { members, consultants } }: { network: Pick<Shown, 'members' | 'consultants'> }) {
  const { t } = useTranslation('networks')
  const dates = useDates()
  const convenor = members.find(({ isConvenor }) => isConvenor)
  const isMember = members.some(({ isViewer }) => isViewer)
  const access = consultants.find(({ isViewer }) => isViewer)
  const whoKeeps = convenor ? t('page.memberText', { name: convenor.person.name }) : t('page.noConvenor')
  const [fact, more] = convenor?.isViewer
    ? [t('page.convenor'), t('page.convenorText')]
    : isMember || !access
      ? [t('page.member'), whoKeeps]
      : [t('page.consultant'), t('page.consultantText', { day: dates.date(access.accessUntil) })]
  return (
    <Fact label={t('page.role')} icon={IconUserHeart}>
      {fact}
      <p>{more}</p>
    </Fact>
  )
}
