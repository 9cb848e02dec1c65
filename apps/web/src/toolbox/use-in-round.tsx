import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './use-in-round.module.css'

interface UseInRoundProps {
  /** A method's id, or an own protocol's. */
  method: string
  /** Those in which the viewer may begin a round. */
  networks: readonly { id: string; name: string }[]
}

/** Begins a round with this method: at once where there is one network, else in the one that is chosen. */
export function UseInRound({ method, networks }: UseInRoundProps) {
  const { t } = useTranslation('toolbox')
  const [only] = networks
  const to = (id: string) => `/networks/${id}/rounds/new?method=${method}`
  if (!only) return null
  if (networks.length === 1)
    return (
      <Button component={Link} to={to(only.id)}>
        {t('method.useInRound')}
      </Button>
    )
  return (
    <details className={classes.choose}>
      <summary>{t('method.useInRound')}</summary>
      <ul aria-label={t('method.useInRound')}>
        {networks.map(({ id, name }) => (
          <li key={id}>
            <Link to={to(id)}>{name}</Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
