import { gql, type TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useEffect } from 'react'
import type { AwakeQuery, AwakeQueryVariables } from '../generated/graphql.ts'

const query: TypedDocumentNode<AwakeQuery, AwakeQueryVariables> = gql`
  query Awake {
    viewer {
      id
    }
  }
`

/** Far below the half hour after which a session that is left alone ends. */
const whileUsed = 5 * 60_000
const onReturn = 15_000

/**
 * Keeps the session of a page that is used awake, though nothing is asked of the server for a while: a long text, a
 * meeting in the room. Whoever comes back to a page whose session has ended is led to the door.
 */
export function useAwake() {
  const client = useApolloClient()
  useEffect(() => {
    let asked = Date.now()
    const ask = (patience: number) => {
      if (document.visibilityState === 'hidden' || Date.now() - asked < patience) return
      asked = Date.now()
      client.query({ query, fetchPolicy: 'network-only' }).catch(() => {})
    }
    const use = () => ask(whileUsed)
    const comeBack = () => ask(onReturn)
    const events = [
      ['pointerdown', use],
      ['keydown', use],
      ['focus', comeBack],
      ['visibilitychange', comeBack],
    ] as const
    for (const [name, act] of events) window.addEventListener(name, act, { passive: true })
    return () => {
      for (const [name, act] of events) window.removeEventListener(name, act)
    }
  }, [client])
}
