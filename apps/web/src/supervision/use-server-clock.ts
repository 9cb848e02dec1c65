import { gql, type TypedDocumentNode } from '@apollo/client'
import { useEffect, useState } from 'react'
import { client } from '../apollo.ts'
import { fresh } from '../fresh.ts'
import type { ServerClockQuery, ServerClockQueryVariables } from '../generated/graphql.ts'

const query: TypedDocumentNode<ServerClockQuery, ServerClockQueryVariables> = gql`
  query ServerClock($id: ID!) {
    node(id: $id) {
      ... on Meeting {
        id
        now
      }
    }
  }
`

/** How often a page looks at the clock again, in milliseconds. */
const often = 10_000

/** The time now as the server has it, so that everybody's page says the same; as this device has it where it cannot be asked. */
export function useServerClock(meetingId: string): Date | null {
  const [ahead, setAhead] = useState<number>()
  const [now, setNow] = useState<Date | null>(null)
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      const asked = Date.now()
      const { data } = await client.query({ query, variables: { id: meetingId }, ...fresh })
      if (data?.node?.__typename !== 'Meeting') return 0
      return Date.parse(data.node.now) - (asked + Date.now()) / 2
    }
    void ask()
      .catch(() => 0)
      .then((found) => !isOver && setAhead(found))
    return () => {
      isOver = true
    }
  }, [meetingId])
  useEffect(() => {
    if (ahead === undefined) return
    const look = () => setNow(new Date(Date.now() + ahead))
    look()
    const timer = setInterval(look, often)
    return () => clearInterval(timer)
  }, [ahead])
  return now
}
