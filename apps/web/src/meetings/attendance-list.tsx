import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Button, Checkbox, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AttendanceList_MeetingFragment,
  MarkAttendanceMutation,
  MarkAttendanceMutationVariables,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Seal } from '../ui/seal.tsx'
import { useRefusal } from './use-refusal.ts'

const fragment: TypedDocumentNode<AttendanceList_MeetingFragment> = gql`
  fragment AttendanceList_meeting on Meeting {
    id
    attendances {
      id
      rsvp
      attended
      person {
        id
        name
      }
    }
  }
`

const markAttendance: TypedDocumentNode<MarkAttendanceMutation, MarkAttendanceMutationVariables> = gql`
  mutation MarkAttendance($id: ID!, $marks: [MarkInput!]!) {
    markAttendance(id: $id, marks: $marks) {
      __typename
      ... on Meeting {
        id
        attendances {
          id
          attended
        }
      }
    }
  }
`

/** The convenor says who was there. Until somebody has, those who said they would come are ticked beforehand. */
export function AttendanceList({ meeting }: { meeting: FragmentType<AttendanceList_MeetingFragment> }) {
  const { id, attendances } = useSuspenseFragment({ fragment, from: meeting }).data
  const { t } = useTranslation('meetings')
  const refusal = useRefusal()
  const [mark, { loading }] = useMutation(markAttendance)
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  const wasThere = ({ person, attended, rsvp }: (typeof attendances)[number]) =>
    changed.get(person.id) ?? attended ?? rsvp === 'coming'

  const save = async () => {
    const marks = attendances.map((each) => ({ personId: each.person.id, attended: wasThere(each) }))
    const { data } = await mark({ variables: { id, marks } }).catch(() => ({ data: undefined }))
    const outcome = data?.markAttendance.__typename ?? 'unknown'
    if (outcome === 'Meeting') {
      const saved = new Map(marks.map(({ personId, attended }) => [personId, attended]))
      setChanged((now) => new Map([...now].filter(([personId, attended]) => saved.get(personId) !== attended)))
      notify({ text: t('mark.saved') })
    } else notify({ tone: 'failed', text: refusal(outcome) })
  }

  return (
    <Stack gap="md" component="form" onSubmit={(event) => [event.preventDefault(), void save()]}>
      <Checkbox.Group
        label={t('mark.lead')}
        value={attendances.filter(wasThere).map(({ person }) => person.id)}
        readOnly
      >
        <Stack gap="sm" mt="sm">
          {attendances.map((each) => (
            <Checkbox
              key={each.id}
              value={each.person.id}
              label={each.person.name}
              onChange={({ currentTarget: { checked } }) =>
                setChanged((now) => new Map(now).set(each.person.id, checked))
              }
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Seal reader="participation" readers={t('mark.readers')} />
      <div>
        <Button type="submit" loading={loading}>
          {t('mark.save')}
        </Button>
      </div>
    </Stack>
  )
}
AttendanceList.fragment = fragment
