import { isMethodId } from '@lederkreds/domain/toolbox/methods'
import { adapted, type OwnProtocol, type Protocol } from '@lederkreds/domain/toolbox/protocol'
import { protocolOf } from '@lederkreds/domain/toolbox/protocols'

/** An own protocol as its base and its definition make it. The API writes definitions only as the domain has passed them. */
export function ownMethod(basedOn: string, definition: unknown): Protocol {
  if (!isMethodId(basedOn)) throw new RangeError(`no method ${basedOn}`)
  return adapted(protocolOf(basedOn), definition as OwnProtocol)
}
