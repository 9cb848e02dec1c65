import { gql, type TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { canUsePasskeys } from '../account/webauthn.ts'
import type { InvitationPageQuery, InvitationPageQueryVariables } from '../generated/graphql.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/page.tsx'
import { PageSkeleton } from '../ui/skeletons.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './invitation.module.css'
import { InvitationAnswer } from './invitation-answer.tsx'
import { PasskeyOffer } from './passkey-offer.tsx'

const query: TypedDocumentNode<InvitationPageQuery, InvitationPageQueryVariables> = gql`
  query InvitationPage($token: String!) {
    viewer {
      id
      name
    }
    invitation(token: $token) {
      state
      inviter
      organisation
      networkName
      purpose
      name
      title
      workplace
      addressHint
      hasAccount
      expiresAt
      isForViewer
    }
  }
`

/** Where the link of an invitation leads: what this is and who invites, and the button that says yes. */
export function Component() {
  const token = useLocation().hash.slice(1)
  const { data, error, refetch } = useQuery(query, { variables: { token }, fetchPolicy: 'network-only' })
  const [joined, setJoined] = useState<{ networkId: string }>()
  const { t } = useTranslation('networks')
  const enter = (networkId: string) => location.assign(`/networks/${networkId}`)
  if (joined) return <PasskeyOffer onDone={() => enter(joined.networkId)} />
  if (!data) return error ? <ErrorState onRetry={() => void refetch()} /> : <PageSkeleton />
  const { invitation, viewer } = data
  if (!invitation) return <Closed title={t('join.unknownTitle')} text={t('join.unknown')} />
  const { state, inviter } = invitation
  if (state === 'used') return <Closed title={t('join.usedTitle')} text={t('join.used')} signIn />
  if (state === 'expired') return <Closed title={t('join.expiredTitle')} text={t('join.expired', { inviter })} />
  if (state === 'revoked') return <Closed title={t('join.revokedTitle')} text={t('join.revoked', { inviter })} />
  return (
    <Page width="read" title={t('join.title')} lead={t('join.lead', invitation)}>
      <InvitationAnswer
        token={token}
        invitation={invitation}
        letter={<Letter invitation={invitation} />}
        viewerName={viewer?.name ?? null}
        onJoined={(networkId, isNew) => (isNew && canUsePasskeys() ? setJoined({ networkId }) : enter(networkId))}
      />
    </Page>
  )
}

type Shown = NonNullable<InvitationPageQuery['invitation']>

function Letter({ invitation: { networkName, purpose, expiresAt } }: { invitation: Shown }) {
  const { t } = useTranslation('networks')
  const dates = useDates()
  return (
    <section className={classes.letter} aria-label={networkName ?? ''}>
      <h2>{networkName}</h2>
      {purpose && <p className={classes.purpose}>{purpose}</p>}
      <p>{t('join.what')}</p>
      <p>{t('join.who')}</p>
      <p className={classes.quiet}>{t('join.until', { day: dates.date(expiresAt) })}</p>
    </section>
  )
}

function Closed({ title, text, signIn = false }: { title: string; text: string; signIn?: boolean }) {
  const { t } = useTranslation('networks')
  return (
    <Page width="read" title={title} lead={text}>
      {signIn && (
        <div>
          <Anchor href="/sign-in?next=/networks">{t('join.signIn')}</Anchor>
        </div>
      )}
    </Page>
  )
}
