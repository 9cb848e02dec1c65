import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation } from '@apollo/client/react'
import { useEffect, useRef, useState } from 'react'
import type { SaveDraftMutation, SaveDraftMutationVariables } from '../generated/graphql.ts'
import { type Draft, inputOf } from './draft.ts'

const saveDraft: TypedDocumentNode<SaveDraftMutation, SaveDraftMutationVariables> = gql`
  mutation SaveDraft($id: ID!, $version: Int!, $draft: NetworkDraftInput!) {
    saveDraft(id: $id, version: $version, draft: $draft) {
      __typename
      ... on Network {
        id
        version
        name
      }
      ... on InvalidInput {
        issues {
          path
          problem
        }
      }
    }
  }
`

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'notSaved' | 'notReached' | 'stale'

/** How long one may go on typing before what stands there is sent. */
const quiet = 700
const retryAfter = 4000

/**
 * A draft that keeps itself: every change is sent after a moment of quiet, one request at a time, each with the version
 * that the one before it answered. `flush` sends what is left and answers the version, or null where that is not kept.
 */
export function useDraft(id: string, first: Draft, firstVersion: number) {
  const [draft, setDraft] = useState(first)
  const [state, setState] = useState<SaveState>('saved')
  const [send, { data }] = useMutation(saveDraft)
  const kept = useRef({ version: firstVersion, draft: first })
  const latest = useRef(first)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<void>>(undefined)

  const saveOnce = async () => {
    const sent = latest.current
    setState('saving')
    const variables = { id, version: kept.current.version, draft: inputOf(sent) }
    const answer = await send({ variables }).then(
      ({ data: reply }) => reply?.saveDraft,
      () => undefined,
    )
    if (answer?.__typename === 'Network') {
      kept.current = { version: answer.version, draft: sent }
      setState(latest.current === sent ? 'saved' : 'unsaved')
    } else if (answer?.__typename === 'InvalidInput') setState('notSaved')
    else if (answer) setState('stale')
    else {
      setState('notReached')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), retryAfter)
    }
  }
  const save = async () => {
    clearTimeout(timer.current)
    // Of several who wait for the same one, the first that goes on makes the others wait again.
    while (running.current) await running.current
    if (latest.current === kept.current.draft) return
    running.current = saveOnce()
    await running.current
    running.current = undefined
  }
  const change = (part: Partial<Draft>) => {
    latest.current = { ...latest.current, ...part }
    setDraft(latest.current)
    setState((now) => (now === 'stale' ? now : 'unsaved'))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), quiet)
  }
  const flush = async () => {
    await save()
    return latest.current === kept.current.draft ? kept.current.version : null
  }

  // What is left is sent when the page is left; a browser that closes asks first.
  const leave = useRef(save)
  leave.current = save
  useEffect(() => () => void leave.current(), [])
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (latest.current !== kept.current.draft) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])

  return { draft, change, state, flush, result: state === 'notSaved' ? data?.saveDraft : undefined }
}
