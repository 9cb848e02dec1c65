import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './room.module.css'

/** The end of a round: thanks, what stays of it, and a last round to be said or only thought. Nothing to fill in. */
export function RoundEnd({ stays, children }: { stays?: ReactNode; children?: ReactNode }) {
  const { t } = useTranslation('supervision')
  return (
    <div className={classes.plain}>
      <h1>{t('over.title')}</h1>
      <p>{t('over.lead')}</p>
      {stays}
      <section className={classes.checkOut} aria-labelledby="check-out">
        <h2 id="check-out">{t('over.out')}</h2>
        <ol>
          <li>{t('over.three')}</li>
          <li>{t('over.two')}</li>
          <li>{t('over.one')}</li>
        </ol>
        <p className={classes.quiet}>{t('over.outLead')}</p>
      </section>
      {children}
    </div>
  )
}
