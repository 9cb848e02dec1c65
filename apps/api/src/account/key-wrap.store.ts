import type { IdentityEntry } from '@lederkreds/domain/account/identity'
import {
  checkWrapsRemain,
  isSameWay,
  isWrapOf,
  KeysExist,
  KeysMissing,
  type KeyWrap,
} from '@lederkreds/domain/account/key-wrap'
import { Stale } from '@lederkreds/domain/errors'
import { InvalidInput } from '@lederkreds/domain/text'
import { type Context, visible } from '../context.ts'
import type { Viewer } from '../db.ts'
import { forbidden } from '../errors.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { addIdentity, entryHash, lastEntry } from './identity.store.ts'
import { ownPasskeys } from './passkey.store.ts'
import { eraseAll, lockKeys } from './sealed-item.store.ts'

export const ownKeyWraps = (context: Pick<Context, 'codeWall' | 'viewer'>): Prisma.KeyWrapWhereInput =>
  visible(context, { personId: context.viewer?.personId ?? { in: [] } })

export type NewKeys = { wraps: KeyWrap[]; identity: IdentityEntry; secret: Uint8Array<ArrayBuffer> }

/**
 * Keeps the first keys of the caller. Sent again they are answered alike. Throws {@link KeysExist} where there are
 * others, and what {@link addIdentity} throws.
 */
export async function makeKeys(context: Context, viewer: Viewer, keys: NewKeys) {
  await lockKeys(context, viewer)
  if (await areHere(context, viewer, keys)) return
  const { personId } = viewer
  const wraps = await context.db.keyWrap.count({ where: { personId } })
  if (wraps + (await context.db.identitySecret.count({ where: { personId } })) > 0) throw new KeysExist()
  await write(context, viewer, keys)
}

/**
 * Keeps new keys of a caller who has lost all secrets. What was sealed with the old ones opens no more: it is erased,
 * keys first. Sent again the new keys are answered alike and nothing is erased. Throws what {@link addIdentity} throws.
 */
export async function startKeysAnew(context: Context, viewer: Viewer, keys: NewKeys) {
  await lockKeys(context, viewer)
  if (await areHere(context, viewer, keys)) return
  await eraseAll(context, viewer)
  await write(context, viewer, keys)
}

async function areHere(context: Context, viewer: Viewer, { identity }: NewKeys) {
  const { personId } = viewer
  const last = await lastEntry(context, viewer)
  if (!last || !entryHash(personId, identity).every((byte, index) => byte === last.hash[index])) return false
  return (await context.db.identitySecret.count({ where: { personId, number: last.number } })) === 1
}

async function write(context: Context, viewer: Viewer, { wraps, identity, secret }: NewKeys) {
  await addIdentity(context, viewer, await lastEntry(context, viewer), identity, secret)
  await checkPasskeys(context, wraps, (index) => `wraps.${index}.passkeyId`)
  await insert(context, viewer, wraps)
}

async function insert({ db }: Context, { personId }: Viewer, wraps: (KeyWrap & { version?: number })[]) {
  const data = wraps.map((wrap) => ({ ...wrap, personId }))
  const { count } = await db.keyWrap.createMany({ data, skipDuplicates: true })
  if (count < wraps.length) throw forbidden()
}

/** A passkey's wrap belongs to a passkey of the caller's own. Throws {@link InvalidInput}. */
async function checkPasskeys(context: Context, wraps: KeyWrap[], pathOf: (index: number) => string) {
  const ids = wraps.flatMap(({ passkeyId }) => passkeyId ?? [])
  if (ids.length === 0 || !context.codeWall) return
  const where = { AND: [{ id: { in: ids } }, ownPasskeys(context)] }
  const own = (await context.db.passkey.findMany({ where, select: { id: true } })).map(({ id }) => id)
  const foreign = wraps.findIndex(({ passkeyId }) => passkeyId && !own.includes(passkeyId))
  if (foreign >= 0) throw new InvalidInput([{ path: pathOf(foreign), problem: 'unknown' }])
}

const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0

/**
 * Keeps one more wrap of the caller's account key. Sent again it is answered alike. Throws {@link KeysMissing} where
 * there are no keys yet, and {@link InvalidInput} where there is a wrap of this kind or passkey already.
 */
export async function addWrap<Selection extends object>(
  context: Context,
  selection: Selection,
  viewer: Viewer,
  wrap: KeyWrap,
) {
  await lockKeys(context, viewer)
  const wraps = await context.db.keyWrap.findMany({ where: { personId: viewer.personId } })
  const before = wraps.find(({ id }) => id === wrap.id)
  if (!before || !same(before.wrapped, wrap.wrapped)) {
    if (wraps.length === 0) throw new KeysMissing()
    if (wraps.some((one) => isSameWay(one, wrap)))
      throw new InvalidInput([{ path: wrap.passkeyId ? 'passkeyId' : 'kind', problem: 'duplicate' }])
    await checkPasskeys(context, [wrap], () => 'passkeyId')
    await insert(context, viewer, [wrap])
  }
  return loadWrap(context, selection, wrap.id)
}

export type Rewrapped = { id: string; newId: string | null; version: number; wrapped: Uint8Array<ArrayBuffer> }

/**
 * Puts a new wrap in the place of one of the caller's, as after a changed passphrase. Sent again it is answered alike.
 * Throws {@link Stale} when the wrap has been replaced since, and {@link InvalidInput} for a wrap of another kind.
 */
export async function replaceWrap<Selection extends object>(
  context: Context,
  selection: Selection,
  viewer: Viewer,
  { id, newId, version, wrapped }: Rewrapped,
) {
  await lockKeys(context, viewer)
  const wraps = await context.db.keyWrap.findMany({ where: ownKeyWraps(context) })
  const madeId = newId ?? id
  const done = wraps.find((wrap) => wrap.id === madeId && wrap.version === version + 1 && same(wrap.wrapped, wrapped))
  if (!done) {
    const before = wraps.find((wrap) => wrap.id === id)
    if (!before) throw forbidden()
    if (before.version !== version) throw new Stale(version, before.version)
    const { kind, passkeyId } = before
    if (!isWrapOf(kind, wrapped)) throw new InvalidInput([{ path: 'wrapped', problem: 'invalid' }])
    await context.db.keyWrap.deleteMany({ where: { AND: [{ id }, ownKeyWraps(context)] } })
    await insert(context, viewer, [{ id: madeId, kind, passkeyId, wrapped, version: version + 1 }])
  }
  return loadWrap(context, selection, madeId)
}

/** Takes one of the caller's wraps away. Throws {@link TooFewWraps} when fewer would be left than writing needs. */
export async function removeWrap(context: Context, viewer: Viewer, id: string) {
  await lockKeys(context, viewer)
  const wraps = await context.db.keyWrap.findMany({ where: ownKeyWraps(context), select: { id: true, kind: true } })
  if (!wraps.some((wrap) => wrap.id === id)) throw forbidden()
  checkWrapsRemain(wraps, id)
  await context.db.keyWrap.deleteMany({ where: { AND: [{ id }, ownKeyWraps(context)] } })
}

/**
 * Takes a passkey of the caller's away, and its wrap with it: it neither signs in nor unlocks any longer. Sessions that it
 * opened go on. Throws {@link TooFewWraps} when fewer wraps would be left than writing needs.
 */
export async function removePasskey(context: Context, viewer: Viewer, id: string) {
  await lockKeys(context, viewer)
  const wraps = await context.db.keyWrap.findMany({ where: { personId: viewer.personId } })
  const wrap = wraps.find(({ passkeyId }) => passkeyId === id)
  if (wrap) checkWrapsRemain(wraps, wrap.id)
  const { count } = await context.db.passkey.deleteMany({ where: { AND: [{ id }, ownPasskeys(context)] } })
  if (count === 0) throw forbidden()
}

const loadWrap = <Selection extends object>(context: Context, selection: Selection, id: string) =>
  context.db.keyWrap.findFirstOrThrow({ ...selection, where: { AND: [{ id }, ownKeyWraps(context)] } })
