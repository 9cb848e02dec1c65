import { useTranslation } from 'react-i18next'
import type { RoundItemsQuery } from '../generated/graphql.ts'
import { Section } from '../ui/page.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './sealed.module.css'

type Round = Extract<NonNullable<RoundItemsQuery['node']>, { __typename: 'Round' }>
export type Remaining = NonNullable<Round['remains']>[number]

const words: Readonly<Partial<Record<Remaining['kind'], 'note' | 'step' | 'writing'>>> = {
  roundNote: 'note',
  nextStep: 'step',
  roundWriting: 'writing',
}

/** What the server says it still has of a round for its group: how much, and until when. Never whose it is. */
export function Remains({ remains }: { remains: readonly Remaining[] }) {
  const { t } = useTranslation('supervision/sealed')
  const dates = useDates()
  return (
    <Section title={t('remains.title')}>
      {remains.length === 0 ? (
        <p>{t('remains.nothing')}</p>
      ) : (
        <ul className={classes.remains}>
          {remains.map(({ kind, count, until }) => (
            <li key={kind}>
              {t(`remains.${words[kind] ?? 'other'}`, { count })}
              <span className={classes.quiet}>{t('remains.until', { day: dates.date(until) })}</span>
            </li>
          ))}
        </ul>
      )}
      <p className={classes.quiet}>{t('remains.text')}</p>
    </Section>
  )
}
