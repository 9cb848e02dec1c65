import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import type { MyTurn_MeetingFragment } from '../generated/graphql.ts'
import { later } from '../ui/later.tsx'
import { meetingFacts, networkFacts } from './turn-facts.ts'

const MyTurnLines = later(() => import('./my-turn-lines.tsx').then(({ MyTurnLines }) => MyTurnLines), <p>…</p>)

const fragment: TypedDocumentNode<MyTurn_MeetingFragment> = gql`
  fragment MyTurn_meeting on Meeting {
    id
    network {
      id
      ...TurnFacts_network
    }
    ...TurnFacts_meeting
  }
  ${networkFacts}
  ${meetingFacts}
`

/** What I do at a meeting, and whose case it is. Comes a moment after the page. */
export function MyTurn({ meeting }: { meeting: FragmentType<MyTurn_MeetingFragment> }) {
  const { data } = useSuspenseFragment({ fragment, from: meeting })
  return <MyTurnLines network={data.network} meeting={data} />
}
MyTurn.fragment = fragment
