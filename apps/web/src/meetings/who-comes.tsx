import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import type { WhoComes_MeetingFragment } from '../generated/graphql.ts'
import { Portrait } from '../ui/portrait.tsx'
import classes from './who-comes.module.css'

const fragment: TypedDocumentNode<WhoComes_MeetingFragment> = gql`
  fragment WhoComes_meeting on Meeting {
    id
    attendances {
      id
      rsvp
      attended
      isViewer
      person {
        id
        name
        title
        workplace
      }
    }
  }
`

/** Everybody who is invited: what they answered and, once it is marked, whether they were there. */
export function WhoComes({ meeting }: { meeting: FragmentType<WhoComes_MeetingFragment> }) {
  const { attendances } = useSuspenseFragment({ fragment, from: meeting }).data
  const { t } = useTranslation('meetings')
  if (attendances.length === 0) return <p>{t('who.nobody')}</p>
  const words = ({ attended, rsvp }: (typeof attendances)[number]) => {
    if (attended !== null) return t(attended ? 'who.wasThere' : 'who.wasAbsent')
    if (rsvp === null) return t('who.isSilent')
    return t(rsvp === 'coming' ? 'who.isComing' : 'who.isAbsent')
  }
  return (
    <ul className={classes.list} aria-label={t('who.title')}>
      {attendances.map((each) => (
        <li key={each.id} className={classes.person}>
          <Portrait name={each.person.name} />
          <span className={classes.who}>
            <strong>
              {each.person.name} {each.isViewer && t('who.you')}
            </strong>
            <span className={classes.from}>
              {[each.person.title, each.person.workplace].filter(Boolean).join(', ')}
            </span>
          </span>
          <span className={classes.answer} data-answer={each.attended === null ? each.rsvp : undefined}>
            {words(each)}
          </span>
        </li>
      ))}
    </ul>
  )
}
WhoComes.fragment = fragment
