import type { ApolloClient, ObservableQuery } from '@apollo/client'

/** For what must be as new as its question: otherwise the answer to the same one, if that is still under way, is taken for both. */
export const fresh = { fetchPolicy: 'no-cache', context: { queryDeduplication: false } } as const

/** Whether what is under way may have been answered before it was asked for last. */
type Asking = { isOld: boolean; readonly done: Promise<boolean> }
const under = new WeakMap<ObservableQuery, Asking>()

/**
 * Asks a page's queries, by name, for what has happened by now; answers whether all were answered. The same question goes
 * out once at a time: what waits for its answer asks once more when it is there. One that fails leaves the page as it is,
 * with what somebody has begun to write on it.
 */
export async function askInOrder(client: ApolloClient, names: string[]): Promise<boolean> {
  const answers: Promise<boolean>[] = []
  await client.refetchQueries({
    include: names,
    onQueryUpdated: (query) => {
      answers.push(askOnce(client, query as ObservableQuery))
      return false
    },
  })
  return (await Promise.all(answers)).every(Boolean)
}

function askOnce(client: ApolloClient, observed: ObservableQuery): Promise<boolean> {
  const held = under.get(observed)
  if (held) {
    held.isOld = true
    return held.done
  }
  const { query, variables } = observed.options
  const asking = { isOld: false }
  const ask = async (isShared: boolean): Promise<boolean> => {
    asking.isOld = isShared
    const look = client.query({ query, variables, fetchPolicy: 'network-only' })
    const isAnswered = await look.then(
      () => true,
      () => false,
    )
    if (asking.isOld) return ask(false)
    under.delete(observed)
    return isAnswered
  }
  const done = ask(observed.getCurrentResult().loading)
  under.set(observed, Object.assign(asking, { done }))
  return done
}
