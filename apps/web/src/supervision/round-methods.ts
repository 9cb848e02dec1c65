import { isMethodId, type MethodId, methods } from '@lederkreds/domain/toolbox/methods'
import type { Protocol } from '@lederkreds/domain/toolbox/protocol'
import { protocolOf } from '@lederkreds/domain/toolbox/protocols'
import type { NewRoundQuery } from '../generated/graphql.ts'
import { ownMethod } from '../toolbox/own-method.ts'

/** What a round can be held with: a method of the toolbox, or what a consultant has made of one, in its newest version. */
export interface RoundMethod {
  /** The method's id, or the own protocol's. */
  readonly id: string
  readonly method: MethodId
  readonly versionId: string | null
  readonly protocol: Protocol
}

export interface RoundMethods {
  /** Those that the network has chosen for itself. */
  readonly chosen: readonly RoundMethod[]
  readonly own: readonly RoundMethod[]
  readonly others: readonly RoundMethod[]
}

type OwnEdges = NewRoundQuery['ownProtocols']['edges']

/** The methods that a round of a network can be begun with; own ones are those of its organisation that are in use. */
export function roundMethods(
  { methods: chosen, organisation }: Pick<NonNullable<NewRoundQuery['network']>, 'methods' | 'organisation'>,
  ownProtocols: OwnEdges,
): RoundMethods {
  const built = methods.map(({ id }): RoundMethod => ({ id, method: id, versionId: null, protocol: protocolOf(id) }))
  const own = ownProtocols.flatMap(({ node }): RoundMethod[] => {
    const { id, basedOn, archivedAt, newest } = node
    if (archivedAt !== null || node.organisation.id !== organisation.id || !isMethodId(basedOn)) return []
    return [{ id, method: basedOn, versionId: newest.id, protocol: ownMethod(basedOn, newest.definition) }]
  })
  const isChosen = ({ id }: RoundMethod) => chosen.includes(id)
  return { chosen: built.filter(isChosen), own, others: built.filter((each) => !isChosen(each)) }
}
