import { IconEyeOff, IconKey, IconMail, IconShieldHalf, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import classes from './what-sealing-is.module.css'

const points = [
  { say: 'sealedHere', icon: IconMail },
  { say: 'serverSees', icon: IconEyeOff },
  { say: 'keyIsYours', icon: IconKey },
  { say: 'lost', icon: IconTrash },
  { say: 'limit', icon: IconShieldHalf },
] as const

/** What sealing does, what it cannot do, and what is lost with all keys, before anybody decides anything. */
export function WhatSealingIs() {
  const { t } = useTranslation('account/keys')
  return (
    <ul className={classes.points}>
      {points.map(({ say, icon }) => (
        <li key={say}>
          <Icon of={icon} size={22} />
          <span>{t(`make.${say}`)}</span>
        </li>
      ))}
    </ul>
  )
}
