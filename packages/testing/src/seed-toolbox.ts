import type { MethodId } from '@lederkreds/domain/toolbox/methods'
import { editOf, type ProtocolEdit, protocolEdit } from '@lederkreds/domain/toolbox/own-protocol'
import type { OwnProtocol } from '@lederkreds/domain/toolbox/protocol'
import { protocolOf } from '@lederkreds/domain/toolbox/protocols'
import type { Seed, SeededPerson } from './seed.ts'

/** A consultant's copy of a method, with what she has changed in each of its versions. Answers its id and theirs. */
export function addProtocol(
  seed: Seed,
  consultant: SeededPerson,
  basedOn: MethodId,
  versions: readonly Partial<ProtocolEdit>[],
) {
  const [id, organisationId] = [seed.id(), consultant.organisationId]
  const made = { organisation_id: organisationId, created_by_id: consultant.id }
  seed.add('protocol', { id, based_on: basedOn, version: versions.length, ...made })
  let own: OwnProtocol = protocolOf(basedOn)
  const versionIds = versions.map((change, index) => {
    own = protocolEdit.parse({ ...editOf(own), ...change })
    const versionId = seed.id()
    const definition = JSON.stringify(own)
    seed.add('protocol_version', { id: versionId, protocol_id: id, number: index + 1, definition, ...made })
    return versionId
  })
  return { id, versionIds }
}
