import type { Protocol } from '@lederkreds/domain/toolbox/protocol'
import { useMemo, useState } from 'react'
import { type Casting, propose } from './casting.ts'
import type { TurnsNow } from './use-turns.ts'

/**
 * Who is here and who does what. It follows what becomes known while the page is open; what the group has chosen
 * otherwise stays, for as long as everybody whom it names is here.
 */
export function usePresence({ turns }: Pick<TurnsNow, 'turns'>, protocol: Protocol) {
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [chosen, setChosen] = useState<Casting>()
  const present = useMemo(() => {
    const isAway = (id: string) => turns.changes.some((change) => change.kind === 'absent' && change.personId === id)
    return turns.members.filter((id) => said.get(id) ?? !isAway(id))
  }, [turns, said])
  const proposed = useMemo(() => propose(protocol, turns, present), [protocol, turns, present])
  const isOfThese = chosen?.roles.every(({ personId }) => present.includes(personId)) ?? false
  return {
    present,
    proposed: proposed.roles,
    casting: chosen && isOfThese ? chosen : proposed.casting,
    setCasting: setChosen,
    /** These are here, and nobody else: whoever came or went by it stays so. The roles are proposed anew. */
    setPresent(ids: readonly string[]) {
      const moved = turns.members.filter((id) => ids.includes(id) !== present.includes(id))
      setSaid(new Map([...said, ...moved.map((id) => [id, ids.includes(id)] as const)]))
      setChosen(undefined)
    },
    /** The roles are proposed anew: for another method. */
    proposeAnew: () => setChosen(undefined),
  }
}
