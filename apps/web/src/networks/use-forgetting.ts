import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useRef } from 'react'

/**
 * Forgets a network that is no longer the viewer's, once the part that asks for it has left the screen: a page that still
 * shows the network would find it gone.
 */
export function useForgetting(networkId: string) {
  const { cache } = useApolloClient()
  const isGone = useRef(false)
  useEffect(
    () => () => {
      if (isGone.current) cache.evict({ id: cache.identify({ __typename: 'Network', id: networkId }) ?? '' })
    },
    [cache, networkId],
  )
  return useCallback(() => {
    isGone.current = true
  }, [])
}
