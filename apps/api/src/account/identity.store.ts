import { createHash, createPublicKey, verify } from 'node:crypto'
import { canonicalEntry, checkFollows, type IdentityEntry } from '@lederkreds/domain/account/identity'
import { InvalidInput } from '@lederkreds/domain/text'
import { type Context, networksSeen, visible } from '../context.ts'
import type { Viewer } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { askedBy } from './person.store.ts'

type Asking = Pick<Context, 'codeWall' | 'viewer' | 'standing'>

/** Her own public keys and those of everybody whom she meets in her networks or has asked for feedback. */
export function seenIdentity(context: Asking): Prisma.IdentityWhereInput {
  const { viewer } = context
  const inside = { networkId: { in: networksSeen(context) } }
  const peer = [
    { memberships: { some: inside } },
    { consultancies: { some: inside } },
    { sentInvitations: { some: inside } },
    ...(viewer ? [askedBy(viewer)] : []),
  ]
  const own = { personId: viewer?.personId ?? { in: [] } }
  return visible(context, { OR: [own, { person: { OR: peer } }] })
}

/** Those identities of these people that the caller may see, each person's oldest first. */
export const loadIdentities = <Selection extends object>(
  context: Context,
  selection: Selection,
  personIds: readonly string[],
) =>
  context.db.identity.findMany({
    ...selection,
    where: { AND: [{ personId: { in: [...personIds] } }, seenIdentity(context)] },
    orderBy: [{ personId: 'asc' }, { number: 'asc' }],
  })

export const ownIdentitySecret = (context: Asking): Prisma.IdentitySecretWhereInput =>
  visible(context, { personId: context.viewer?.personId ?? { in: [] } })

/** The newest entry of the caller in the directory, or null. */
export const lastEntry = ({ db }: Context, { personId }: Viewer) =>
  db.identity.findFirst({ where: { personId }, orderBy: { number: 'desc' } })

type Last = Awaited<ReturnType<typeof lastEntry>>

/** SHA-256 of an entry's canonical bytes. */
export const entryHash = (personId: string, entry: IdentityEntry) =>
  new Uint8Array(createHash('sha256').update(canonicalEntry(personId, entry)).digest())

/**
 * Adds an entry to the caller's chain in the directory, with its private keys sealed. Throws {@link Stale} or
 * {@link InvalidInput} when it does not follow the last one, or does not carry the signatures that it says it has.
 */
export async function addIdentity(
  { db }: Context,
  { personId }: Viewer,
  last: Last,
  entry: IdentityEntry,
  wrapped: Uint8Array<ArrayBuffer>,
) {
  checkFollows(last, entry)
  checkSignatures(personId, last, entry)
  await db.identity.createMany({ data: [{ personId, ...entry, hash: entryHash(personId, entry) }] })
  await db.identitySecret.createMany({ data: [{ personId, number: entry.number, wrapped }] })
}

function checkSignatures(personId: string, last: Last, entry: IdentityEntry) {
  const signed = canonicalEntry(personId, entry)
  const refuse = (field: keyof IdentityEntry): never => {
    throw new InvalidInput([{ path: `identity.${field}`, problem: 'invalid' }])
  }
  if (!pointKey(entry.hpkePublicKey)) refuse('hpkePublicKey')
  if (!pointKey(entry.signingPublicKey)) refuse('signingPublicKey')
  if (!isSigned(signed, entry.signature, entry.signingPublicKey)) refuse('signature')
  if (entry.endorsement && !(last && isSigned(signed, entry.endorsement, last.signingPublicKey))) refuse('endorsement')
}

/** ECDSA on P-256 with SHA-256; the signature is r and s, 32 bytes each (IEEE P1363). */
function isSigned(signed: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  const key = pointKey(publicKey)
  return key !== null && verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)
}

/** The key that an uncompressed point on P-256 is; null for what is not on the curve. */
function pointKey(point: Uint8Array) {
  const coordinate = (from: number) => Buffer.from(point.subarray(from, from + 32)).toString('base64url')
  try {
    return createPublicKey({
      format: 'jwk',
      key: { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) },
    })
  } catch {
    return null
  }
}
