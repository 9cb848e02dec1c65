import type { RoundDocument } from '@lederkreds/domain/supervision/round-document'
import { Alert, Anchor } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type ShareOutcome, shareItem } from '../account/joint-items.ts'
import type { Room } from '../account/vault-room.ts'
import classes from './sealed.module.css'
import type { RoundPlace } from './use-round-items.ts'

type Problem = Exclude<ShareOutcome, { state: 'shared' }> | { readonly state: 'failed' }

/** Shares something in a round with everybody who was in it. Answers whether it is shared; why not is in `problem`. */
export function useShare(room: Room, place: RoundPlace) {
  const [problem, setProblem] = useState<Problem>()
  const [isSharing, setSharing] = useState(false)
  const share = async (document: RoundDocument, expiresOn: string): Promise<boolean> => {
    setSharing(true)
    setProblem(undefined)
    const { networkId, roundId, readerIds, viewerId } = place
    const others = readerIds.filter((id) => id !== viewerId)
    const about = { kind: document.type, networkId, roundId, expiresOn, document, readerIds: others }
    const outcome = await shareItem(room, about).catch((): Problem => ({ state: 'failed' }))
    setSharing(false)
    if (outcome.state === 'shared') return true
    setProblem(outcome)
    return false
  }
  return { share, problem, isSharing }
}

/** Why nothing was shared: somebody's keys, whom it names, or the network's rules. What was written is still there. */
export function ShareProblem({ problem, place }: { problem: Problem | undefined; place: RoundPlace }) {
  const { t } = useTranslation('supervision/sealed')
  if (!problem) return null
  if (problem.state !== 'blocked')
    return (
      <Alert color="rose" role="alert">
        {problem.state === 'failed' ? t('share.failed') : t(`share.${refusals[problem.refusal] ?? 'refused'}`)}
      </Alert>
    )
  return (
    <Alert color="rose" role="alert" title={t('share.blocked')}>
      <ul className={classes.blocked}>
        {problem.people.map(({ id, why }) => {
          const name = place.names.get(id) ?? t('share.somebody')
          return (
            <li key={id}>
              {t(`share.${why}`, { name })}{' '}
              {why !== 'noKeys' && (
                <Anchor component={Link} to={`/networks/${place.networkId}/compare/${id}`}>
                  {t('share.compare', { name })}
                </Anchor>
              )}
            </li>
          )
        })}
      </ul>
      <p className={classes.blockedEnd}>{t('share.kept')}</p>
    </Alert>
  )
}

const refusals: Readonly<Record<string, 'notARecipient' | 'doesNotStay'>> = {
  NotARecipient: 'notARecipient',
  DoesNotStay: 'doesNotStay',
}
