import { Stale } from '@lederkreds/domain/errors'
import type { MethodId } from '@lederkreds/domain/toolbox/methods'
import type { OwnProtocol } from '@lederkreds/domain/toolbox/protocol'
import { type Context, networksSeen, signedIn, visible } from '../context.ts'
import type { Prisma } from '../generated/prisma/client.ts'

/** The own protocols that the caller may see: those of the organisations of her networks, and as consultant her own organisation's. */
export const seenProtocol = (context: Context): Prisma.ProtocolWhereInput => {
  const { isConsultant, organisationId } = signedIn(context)
  const ofHerNetworks = { organisation: { networks: { some: { id: { in: networksSeen(context) } } } } }
  return visible(context, { OR: [ofHerNetworks, ...(isConsultant ? [{ organisationId }] : [])] })
}

/** What the rules of a mutation ask about a protocol. Throws not-found for one that the caller may not see. */
export const loadProtocol = (context: Context, id: string) =>
  context.db.protocol.findFirstOrThrow({
    where: { AND: [{ id }, seenProtocol(context)] },
    select: { id: true, organisationId: true, version: true },
  })

/**
 * One version of an own protocol, for a round of a network of the organisation that has it. Throws not-found for any
 * other, and for one that is out of the toolbox.
 */
export async function loadVersion(context: Context, networkId: string, id: string): Promise<OwnVersion> {
  const networks = { some: { id: networkId } }
  const { definition, protocol } = await context.db.protocolVersion.findFirstOrThrow({
    where: {
      id,
      protocol: {
        AND: [{ archivedAt: null }, visible(context, { organisation: { networks } }), seenProtocol(context)],
      },
    },
    select: { definition: true, protocol: { select: { basedOn: true } } },
  })
  return { basedOn: protocol.basedOn as MethodId, own: definition as unknown as OwnProtocol }
}

export type OwnVersion = { readonly basedOn: MethodId; readonly own: OwnProtocol }

/** A protocol as the caller may see it now, with what the answer asks for. */
export const readProtocol = <Selection extends object>(context: Context, selection: Selection, id: string) =>
  context.db.protocol.findFirstOrThrow({ ...selection, where: { AND: [{ id }, seenProtocol(context)] } })

/** Keeps a copy of a method as the first version of a protocol of the caller's organisation. Answers its id. */
export async function addProtocol(context: Context, basedOn: MethodId, own: OwnProtocol): Promise<string> {
  const { personId, organisationId } = signedIn(context)
  const data = { organisationId, basedOn, createdById: personId }
  const { id } = await context.db.protocol.create({ data, select: { id: true } })
  await appendVersion(context, { id, organisationId }, 1, own)
  return id
}

/** Appends a version, unless somebody has been faster: throws {@link Stale}. Earlier versions stay as they are. */
export async function appendProtocol(
  context: Context,
  protocol: { id: string; organisationId: string; version: number },
  read: number,
  own: OwnProtocol,
): Promise<void> {
  const { id, version } = protocol
  const { count } = await context.db.protocol.updateMany({
    where: { id, version: read },
    data: { version: { increment: 1 } },
  })
  if (count === 0) throw new Stale(read, version)
  await appendVersion(context, protocol, read + 1, own)
}

/** Takes a protocol out of the toolbox, or with null puts it back. */
export const archiveProtocol = ({ db }: Context, id: string, archivedAt: Date | null) =>
  db.protocol.updateMany({ where: { id }, data: { archivedAt } })

const appendVersion = (
  context: Context,
  { id, organisationId }: { id: string; organisationId: string },
  number: number,
  own: OwnProtocol,
) =>
  context.db.protocolVersion.createMany({
    data: [
      {
        protocolId: id,
        organisationId,
        number,
        definition: own as unknown as Prisma.InputJsonObject,
        createdById: signedIn(context).personId,
      },
    ],
  })
