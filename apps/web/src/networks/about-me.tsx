import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sealed } from '../ui/seal.tsx'
import classes from './invitation.module.css'

export interface AboutMeText {
  name: string
  workplace: string
}

/** Name and workplace of somebody who is new here, as the consultant wrote them, to be put right. */
export function AboutMe({ value, onChange }: { value: AboutMeText; onChange: (value: AboutMeText) => void }) {
  const { t } = useTranslation('networks')
  const readers = { reader: 'participation', readers: t('seal.profile') } as const
  return (
    <div className={classes.form}>
      <div>
        <h2>{t('join.about')}</h2>
        <p>{t('join.aboutLead')}</p>
      </div>
      <TextInput
        label={t('join.name')}
        required
        autoComplete="name"
        maxLength={120}
        value={value.name}
        onChange={({ currentTarget }) => onChange({ ...value, name: currentTarget.value })}
        {...sealed(readers)}
      />
      <TextInput
        label={t('join.workplace')}
        autoComplete="organization"
        maxLength={160}
        value={value.workplace}
        onChange={({ currentTarget }) => onChange({ ...value, workplace: currentTarget.value })}
        {...sealed(readers)}
      />
    </div>
  )
}
