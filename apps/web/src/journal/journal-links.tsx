import { Anchor } from '@mantine/core'
import {
  IconAdjustments,
  IconChartLine,
  IconDownload,
  IconLeaf,
  IconSearch,
  type Icon as TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from '../ui/icon.tsx'
import classes from './journal.module.css'

/** Where the journal leads to: one line each, when it exists. */
export function JournalLinks() {
  const { t } = useTranslation('journal')
  const links: { to: string; label: string; text: string; icon: TablerIcon }[] = [
    { to: '/journal/search', label: t('links.search'), text: t('links.searchText'), icon: IconSearch },
    { to: '/journal/patterns', label: t('links.patterns'), text: t('links.patternsText'), icon: IconChartLine },
    { to: '/journal/exercises', label: t('exercises.title'), text: t('exercises.what'), icon: IconLeaf },
    { to: '/journal/settings', label: t('settings.title'), text: t('settings.what'), icon: IconAdjustments },
    { to: '/journal/take-out', label: t('links.takeOut'), text: t('links.takeOutText'), icon: IconDownload },
  ]
  return (
    <ul className={classes.links}>
      {links.map(({ to, label, text, icon }) => (
        <li key={to}>
          <Icon of={icon} size={22} />
          <div>
            <Anchor component={Link} to={to}>
              {label}
            </Anchor>
            <p className={classes.hint}>{text}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
