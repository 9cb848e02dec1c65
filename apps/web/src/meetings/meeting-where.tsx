import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { Anchor } from '@mantine/core'
import { IconMapPin, IconVideo } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MeetingWhere_MeetingFragment } from '../generated/graphql.ts'
import { Icon } from '../ui/icon.tsx'
import classes from './meeting-where.module.css'

const fragment: TypedDocumentNode<MeetingWhere_MeetingFragment> = gql`
  fragment MeetingWhere_meeting on Meeting {
    id
    place
    link
  }
`

/** Where a meeting is: a place, a video link, both, or that neither is agreed. */
export function MeetingWhere({ meeting }: { meeting: FragmentType<MeetingWhere_MeetingFragment> }) {
  const { place, link } = useSuspenseFragment({ fragment, from: meeting }).data
  const { t } = useTranslation('meetings')
  return (
    <div className={classes.where}>
      {place && (
        <span className={classes.one}>
          <Icon of={IconMapPin} size={18} />
          <span className={classes.place}>{place}</span>
        </span>
      )}
      {link && (
        <Anchor href={link} target="_blank" rel="noreferrer" className={classes.one ?? ''}>
          <Icon of={IconVideo} size={18} />
          {t('where.link')}
        </Anchor>
      )}
      {!place && !link && <span className={classes.none}>{t('where.none')}</span>}
    </div>
  )
}
MeetingWhere.fragment = fragment
