import { methodOf } from '@lederkreds/domain/toolbox/methods'
import { Anchor, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLanguage } from '../toolbox/use-language.ts'
import { Section } from '../ui/page.tsx'
import classes from './report.module.css'
import type { CaseNetwork } from './report-to-case.tsx'

const method = methodOf('spejl-360')

/** The round of the toolbox that was made for a report, and where she may begin it. */
export function ReportRound({ networks }: { networks: readonly CaseNetwork[] }) {
  const { t } = useTranslation('feedback/report')
  const language = useLanguage()
  return (
    <Section title={t('round.title')}>
      <p className={classes.text}>
        {t('round.text', { method: method.name[language], minutes: method.minutes })} {t('round.pause')}
      </p>
      <div className={classes.actions}>
        {networks.map(({ id, name }) => (
          <Button key={id} variant="default" component={Link} to={`/networks/${id}/rounds/new?method=${method.id}`}>
            {t('round.begin', { network: name })}
          </Button>
        ))}
        <Anchor component={Link} to={`/toolbox/${method.id}`}>
          {t('round.read')}
        </Anchor>
      </div>
    </Section>
  )
}
