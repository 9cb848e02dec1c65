import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { plainId } from '../account/keyring.ts'
import { useVaultStatus, vaultOf } from '../account/vault.ts'
import { withWords } from '../i18n.ts'
import { later } from '../ui/later.tsx'
import { Section } from '../ui/page.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import classes from './agenda.module.css'

const OpenSteps = later(
  withWords(
    () => import('./open-steps.tsx').then(({ OpenSteps }) => OpenSteps),
    'supervision/sealed',
    'account/writing',
  ),
  <CardSkeleton lines={3} />,
)

interface EarlierStepsProps {
  viewerId: string
  meetingId: string
  networkId: string
  /** How many are sealed to her; the server knows no more of them. */
  count: number
}

/** The next steps of earlier rounds on a page that needs no keys: open where hers are open, else how to come to them. */
export function EarlierSteps({ viewerId, meetingId, networkId, count }: EarlierStepsProps) {
  const { t } = useTranslation('supervision/agenda')
  const vault = vaultOf(plainId(viewerId))
  const { state } = useVaultStatus(vault)
  const room = vault.runningRoom
  if (state === 'open' && room)
    return (
      <Section title={t('steps.title')}>
        <OpenSteps room={room} vault={vault} meetingId={meetingId} />
      </Section>
    )
  if (count === 0) return null
  return (
    <Section title={t('steps.title')}>
      <p className={classes.quiet}>{t('steps.shut')}</p>
      <div>
        <Button component={Link} to={`/networks/${networkId}/meetings/${meetingId}/steps`} variant="default">
          {t('steps.open')}
        </Button>
      </div>
    </Section>
  )
}
