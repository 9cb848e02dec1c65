import { createHash } from 'node:crypto'
import { checkKeys, type WrapKind } from '@lederkreds/domain/account/key-wrap'
import {
  type AskedCycle,
  checkAsk,
  checkRecipients,
  checkStays,
  checkTold,
  type SealedItem,
  type SealedKind,
  sizeClassOf,
} from '@lederkreds/domain/account/sealed-item'
import { localDate } from '@lederkreds/domain/day'
import { Stale } from '@lederkreds/domain/errors'
import { type Context, standingIn } from '../context.ts'
import type { Viewer } from '../db.ts'
import { forbidden, notFound } from '../errors.ts'
import { Prisma } from '../generated/prisma/client.ts'

export type Head = {
  id: string
  kind: SealedKind
  ownerId: string
  roundId: string | null
  cycleId: string | null
  version: number
  sizeClass: number
  createdOn: Date
  expiresOn: Date | null
}

/** The columns of a head, of sealed_item as `i`. */
export const headColumns = Prisma.sql`i.id, i.kind, i.owner_id AS "ownerId", i.round_id AS "roundId", i.cycle_id AS "cycleId",
  i.version, i.size_class AS "sizeClass", i.created_on AS "createdOn", i.expires_on AS "expiresOn"`

/** All the caller's items of a kind without what is in them, in one statement. */
export const loadHeads = ({ db, codeWall }: Context, { personId }: Viewer, kind: SealedKind): Promise<Head[]> =>
  db.$queryRaw`
    SELECT ${headColumns} FROM sealed_item i
    WHERE i.kind = ${kind}::sealed_kind AND (i.owner_id = ${personId}::uuid OR NOT ${codeWall}::boolean)
    ORDER BY i.id`

/** What belongs to rounds, or is told in networks, and the caller holds a key to while she is inside; her own among it. */
const loadShared = ({ db, codeWall }: Context, { personId }: Viewer, of: Prisma.Sql): Promise<Head[]> =>
  db.$queryRaw`
    SELECT ${headColumns} FROM sealed_item i JOIN sealed_key k ON k.item_id = i.id
    WHERE ${of} AND (k.recipient_id = ${personId}::uuid OR NOT ${codeWall}::boolean)
    GROUP BY i.id ORDER BY i.created_on, i.id`

/** What of a round the caller can open. */
export const loadRoundHeads = (context: Context, viewer: Viewer, roundId: string): Promise<Head[]> =>
  loadShared(context, viewer, Prisma.sql`i.round_id = ${roundId}::uuid`)

/** What of a feedback cycle, of one kind, the caller can open. */
export const loadCycleHeads = (context: Context, viewer: Viewer, cycleId: string, kind: SealedKind): Promise<Head[]> =>
  loadShared(context, viewer, Prisma.sql`i.cycle_id = ${cycleId}::uuid AND i.kind = ${kind}::sealed_kind`)

/** What of a network, of one kind, the caller can open. */
export const loadNetworkHeads = (
  context: Context,
  viewer: Viewer,
  networkId: string,
  kind: SealedKind,
): Promise<Head[]> =>
  loadShared(context, viewer, Prisma.sql`i.network_id = ${networkId}::uuid AND i.kind = ${kind}::sealed_kind`)

export type LoadedItem = Head & {
  networkId: string | null
  envelope: Uint8Array
  wrappedKey: Uint8Array
}

/**
 * Those of these items that the caller holds a key to, with it: her own, and others' while she is inside their network.
 * One statement, so that key and envelope fit each other.
 */
export const loadItems = (context: Context, { personId }: Viewer, ids: string[]): Promise<LoadedItem[]> =>
  context.db.$queryRaw`
    SELECT ${headColumns}, i.network_id AS "networkId", i.envelope, k.wrapped AS "wrappedKey"
    FROM sealed_item i JOIN sealed_key k ON k.item_id = i.id
    WHERE i.id = ANY (${ids}::uuid[]) AND (NOT ${context.codeWall}::boolean OR k.recipient_id = ${personId}::uuid
      AND (i.owner_id = ${personId}::uuid OR i.network_id = ANY (${networksInside(context)}::uuid[])))`

/** Ids of the networks that the caller is in, having accepted their ground rules. */
const networksInside = ({ standing }: Context): string[] =>
  [...standing].filter(([, { member, accepted }]) => member && accepted).map(([id]) => id)

/** While keys are made, changed or erased nobody seals, and two devices do not do it at once. Held until the operation ends. */
export const lockKeys = ({ db }: Context, { personId }: Viewer) =>
  db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`keys:${personId}`}, 0))`

/** Lets any number of saves go on side by side, but none while keys are changed. */
const shareKeys = ({ db }: Context, { personId }: Viewer) =>
  db.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${`keys:${personId}`}, 0))`

/**
 * Writes one version of the caller's item and the keys to it. What was saved just so before is answered alike and
 * changes nothing. Throws {@link KeysMissing}, {@link NotARecipient}, {@link DoesNotStay}, and {@link Stale} when the version before is not
 * the one that is there; `theirs` is 0 for what is not there, whoever's it is.
 */
export async function saveItem(context: Context, viewer: Viewer, item: SealedItem) {
  await shareKeys(context, viewer)
  if (context.codeWall) {
    await demandKeys(context, viewer)
    const recipients = item.keys.map(({ recipientId }) => recipientId)
    checkRecipients(viewer.personId, recipients, await insideNow(context, item, recipients))
    if (item.kind === 'sentence') demandInside(context, item)
    if (item.cycleId) await demandCycle(context, viewer, item)
    if (item.roundId) checkStays(item, await loadAgreement(context, item), localDate(context.now))
  }
  const written = await (item.version === 1 ? insertItem : replaceItem)(context, viewer, item)
  if (written === 1) await writeKeys(context, viewer, item)
  else await checkSaved(context, viewer, item)
  return { id: item.id, version: item.version }
}

/** Those of these people who are in the item's network now, having accepted its rules; nobody where it has none. */
async function insideNow({ db }: Context, { networkId }: SealedItem, people: string[]): Promise<string[]> {
  if (!networkId) return []
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM unnest(${people}::uuid[]) AS id WHERE app.is_inside(${networkId}::uuid, id, false)`
  return found.map(({ id }) => id)
}

/** Throws what an outsider gets unless the caller is inside the network that an item belongs to. */
function demandInside(context: Context, { networkId }: SealedItem) {
  const { member, accepted } = standingIn(context, networkId ?? '')
  if (!member || !accepted) throw notFound()
}

/** What a round agreed is to stay. Throws not-found for a round of a network that the caller is not inside of. */
async function loadAgreement(context: Context, { networkId, roundId }: SealedItem) {
  const { member, accepted } = standingIn(context, networkId ?? '')
  const [found] = await context.db.$queryRaw<
    { stays: 'nothing' | 'focusPerson' | 'group'; staysUntil: string | null }[]
  >`
    SELECT stays::text, stays_until::text AS "staysUntil" FROM round
    WHERE id = ${roundId}::uuid AND network_id = ${networkId}::uuid`
  if (!found || !member || !accepted) throw notFound()
  return found
}

/**
 * Throws {@link NotARecipient} and {@link DoesNotStay} for what does not fit its cycle, and not-found for a cycle that is
 * not the caller's own.
 */
async function demandCycle(context: Context, { personId }: Viewer, item: SealedItem) {
  const [cycle] = await context.db.$queryRaw<AskedCycle[]>`
    SELECT c.state::text, c.ask_id AS "askId", c.deadline,
      CASE c.promise WHEN 'pooled' THEN 5 ELSE 1 END AS fewest, ARRAY(SELECT i.giver_id FROM feedback_invitation i
      WHERE i.cycle_id = c.id AND app.is_inside(c.network_id, i.giver_id, false)) AS asked
    FROM feedback_cycle c
    WHERE c.id = ${item.cycleId}::uuid AND c.network_id = ${item.networkId}::uuid AND c.receiver_id = ${personId}::uuid`
  if (!cycle) throw notFound()
  if (item.kind === 'feedbackStep') checkTold(item, cycle, localDate(context.now))
  else checkAsk(item, personId, cycle, context.now)
}

async function demandKeys({ db }: Context, { personId }: Viewer) {
  const [found] = await db.$queryRaw<{ kinds: WrapKind[]; identity: boolean }[]>`
    SELECT ARRAY(SELECT kind::text FROM key_wrap WHERE person_id = ${personId}::uuid) AS kinds,
      EXISTS (SELECT FROM identity WHERE person_id = ${personId}::uuid) AS identity`
  checkKeys(
    (found?.kinds ?? []).map((kind) => ({ kind })),
    found?.identity ?? false,
  )
}

const insertItem = (
  { db }: Context,
  { personId }: Viewer,
  { id, kind, networkId, roundId, cycleId, expiresOn, envelope }: SealedItem,
) =>
  db.$executeRaw`
    INSERT INTO sealed_item (id, kind, owner_id, network_id, round_id, cycle_id, version, size_class, expires_on, envelope)
    VALUES (${id}::uuid, ${kind}::sealed_kind, ${personId}::uuid, ${networkId}::uuid, ${roundId}::uuid, ${cycleId}::uuid, 1,
      ${sizeClassOf(envelope)}, ${expiresOn}::date, ${envelope})
    ON CONFLICT DO NOTHING`

const replaceItem = (
  { db, codeWall }: Context,
  { personId }: Viewer,
  { id, kind, networkId, roundId, cycleId, version, expiresOn, envelope }: SealedItem,
) =>
  db.$executeRaw`
    UPDATE sealed_item
    SET version = ${version}, size_class = ${sizeClassOf(envelope)}, expires_on = ${expiresOn}::date, envelope = ${envelope}
    WHERE id = ${id}::uuid AND kind = ${kind}::sealed_kind AND version = ${version - 1}
      AND network_id IS NOT DISTINCT FROM ${networkId}::uuid AND round_id IS NOT DISTINCT FROM ${roundId}::uuid
      AND cycle_id IS NOT DISTINCT FROM ${cycleId}::uuid AND (owner_id = ${personId}::uuid OR NOT ${codeWall}::boolean)`

/** Each version has a key of its own: who is no longer a recipient keeps none. */
async function writeKeys({ db }: Context, { personId }: Viewer, { id, keys }: SealedItem) {
  const recipients = keys.map(({ recipientId }) => recipientId)
  await db.$executeRaw`
    WITH gone AS (DELETE FROM sealed_key WHERE item_id = ${id}::uuid AND recipient_id <> ALL (${recipients}::uuid[]))
    INSERT INTO sealed_key (item_id, owner_id, recipient_id, wrapped)
    SELECT ${id}::uuid, ${personId}::uuid, * FROM unnest(${recipients}::uuid[], ${keys.map(({ wrapped }) => wrapped)}::bytea[])
    ON CONFLICT (item_id, recipient_id) DO UPDATE SET wrapped = excluded.wrapped`
}

/** Nothing was written: because this very version is there already, or because another one is. */
async function checkSaved(
  { db, codeWall }: Context,
  { personId }: Viewer,
  { id, kind, version, envelope }: SealedItem,
) {
  const hash = createHash('sha256').update(envelope).digest()
  const [there] = await db.$queryRaw<{ version: number; isSame: boolean }[]>`
    SELECT version, id = ${id}::uuid AND version = ${version} AND sha256(envelope) = ${hash} AS "isSame" FROM sealed_item
    WHERE kind = ${kind}::sealed_kind AND (owner_id = ${personId}::uuid OR NOT ${codeWall}::boolean)
      AND (id = ${id}::uuid OR kind = 'memory' AND ${version} = 1)`
  if (there?.isSame) return
  if (!there && version === 1) throw forbidden()
  throw new Stale(version, there?.version ?? 0)
}

/** Deletes the caller's item, its keys first. Throws what an outsider gets for what is not hers, or not there. */
export async function deleteItem({ db, codeWall }: Context, { personId }: Viewer, id: string) {
  await db.$executeRaw`
    DELETE FROM sealed_key WHERE item_id = ${id}::uuid AND (owner_id = ${personId}::uuid OR NOT ${codeWall}::boolean)`
  const deleted = await db.$executeRaw`
    DELETE FROM sealed_item WHERE id = ${id}::uuid AND (owner_id = ${personId}::uuid OR NOT ${codeWall}::boolean)`
  if (deleted === 0) throw forbidden()
}

export type ErasedCounts = { items: number; keys: number; wraps: number }

/**
 * Deletes everything that the caller has sealed and everything that opens it: item keys first, then items, the
 * identity's private keys and the wraps. Her public keys stay; they open nothing. What she was given as feedback opens
 * for nobody any more and goes too, and what she still asks is called off, of which those who are asked are told as of any
 * other cycle that is called off; what she gave belongs to whoever asked.
 */
export async function eraseAll(context: Context, viewer: Viewer): Promise<ErasedCounts> {
  await lockKeys(context, viewer)
  const { db } = context
  const { personId } = viewer
  await db.$queryRaw`SELECT app.erase_feedback()::text`
  const keys = await db.sealedKey.deleteMany({ where: { OR: [{ ownerId: personId }, { recipientId: personId }] } })
  const items = await db.sealedItem.deleteMany({ where: { ownerId: personId } })
  await db.identitySecret.deleteMany({ where: { personId } })
  const wraps = await db.keyWrap.deleteMany({ where: { personId } })
  return { items: items.count, keys: keys.count, wraps: wraps.count }
}
