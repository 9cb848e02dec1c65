import { Alert, Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ShareOutcome } from './joint-items.ts'
import classes from './writing.module.css'

export type ShareFault = Exclude<ShareOutcome, { state: 'shared' }> | { readonly state: 'failed' }

interface ShareProblemProps {
  problem: ShareFault | undefined
  /** Where keys are compared, and whose names those are. Ids as the API gives them. */
  place: { readonly networkId: string | null; readonly names: ReadonlyMap<string, string> }
}

/** Why nothing was shared, or may not be: somebody's keys, whom it names, or the network's rules. What was written is still there. */
export function ShareProblem({ problem, place }: ShareProblemProps) {
  const { t } = useTranslation('account/writing')
  if (!problem) return null
  if (problem.state !== 'blocked')
    return (
      <Alert color="rose" role="alert">
        {t(`share.${problem.state === 'refused' ? (refusals[problem.refusal] ?? 'refused') : problem.state}`)}
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
              {why !== 'noKeys' && place.networkId !== null && (
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
