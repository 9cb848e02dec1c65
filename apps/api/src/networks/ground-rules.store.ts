import {
  changedSections,
  checkVersion,
  type GroundRulesSection,
  readGroundRules,
  type SectionChange,
  writeGroundRules,
} from '@lederkreds/domain/networks/ground-rules'
import { queueLetter } from '../account/letter.store.ts'
import { type Context, signedIn, takeStanding } from '../context.ts'
import { notFound } from '../errors.ts'
import { appendEvent } from './event.store.ts'
import { changeNetwork } from './network.store.ts'

/** The ground rules that wait for the caller's yes: all that a member sees of a network before she has given it. */
export type PendingGroundRules = {
  readonly networkId: string
  readonly networkName: string
  readonly invitedBy: string
  readonly version: number
  readonly sections: readonly GroundRulesSection[]
  /** Against what she accepted before; null when she has accepted none. */
  readonly changes: readonly SectionChange[] | null
  readonly removed: readonly GroundRulesSection[]
}

type Row = {
  network_id: string
  network_name: string
  invited_by: string
  version: number
  rules: string
  accepted_rules: string | null
}

/** The caller's own networks whose ground rules in force she has not accepted, oldest first. */
export async function pendingGroundRules(context: Context): Promise<PendingGroundRules[]> {
  signedIn(context)
  const rows = await context.db.$queryRaw<Row[]>`SELECT * FROM app.pending_ground_rules()`
  return rows.map(({ network_id, network_name, invited_by, version, rules, accepted_rules }) => {
    const sections = readGroundRules(rules)
    const before = accepted_rules === null ? null : readGroundRules(accepted_rules)
    const keys = new Set(sections.map(({ key }) => key))
    return {
      networkId: network_id,
      networkName: network_name,
      invitedBy: invited_by,
      version,
      sections,
      changes: before && changedSections(before, sections),
      removed: before?.filter(({ key }) => !keys.has(key)) ?? [],
    }
  })
}

/** Run in the same operation, after a member's yes has let her in. Later features add their part here. */
const afterAcceptance: ((context: Context, networkId: string) => Promise<void>)[] = []
export const whenAccepted = (run: (typeof afterAcceptance)[number]) => void afterAcceptance.push(run)

/**
 * Lets the caller into her network by her yes to the version in force. Throws `GroundRulesChanged` when that is no longer
 * the one she has read, and not-found where nothing waits for her.
 */
export async function acceptGroundRules(context: Context, networkId: string, version: number): Promise<void> {
  const { personId } = signedIn(context)
  const pending = (await pendingGroundRules(context)).find((each) => each.networkId === networkId)
  if (!pending) throw notFound()
  checkVersion(version, pending.version)
  await addAcceptance(context, networkId, version)
  takeStanding(context, networkId, { accepted: true })
  await appendEvent(context, networkId, 'rulesAccepted', personId)
  for (const run of afterAcceptance) await run(context, networkId)
}

type Network = { id: string; version: number; groundRulesVersion: number }

/**
 * Puts a new version in force: every member but its writer is outside again until she has accepted it, and gets a letter
 * that says so. Throws `Stale` when the network has changed meanwhile.
 */
export async function saveGroundRules(
  context: Context,
  network: Network,
  sections: readonly GroundRulesSection[],
  isMember: boolean,
) {
  const { db } = context
  const { personId } = signedIn(context)
  const version = network.groundRulesVersion + 1
  await addGroundRules(context, network.id, version, sections)
  if (isMember) await addAcceptance(context, network.id, version)
  await changeNetwork(context, network.id, network.version, { groundRulesVersion: version })
  await appendEvent(context, network.id, 'rulesChanged')
  const others = await db.membership.findMany({
    where: { networkId: network.id, leftAt: null, personId: { not: personId } },
    select: { personId: true },
  })
  for (const other of others)
    await queueLetter(context, { kind: 'groundRules', networkId: network.id, personId: other.personId })
}

/** Keeps a version's text. It is in force when the network names it. */
export const addGroundRules = (
  context: Context,
  networkId: string,
  version: number,
  sections: readonly GroundRulesSection[],
) =>
  context.db.groundRules.createMany({
    data: [{ networkId, version, text: writeGroundRules(sections), createdById: signedIn(context).personId }],
  })

const addAcceptance = (context: Context, networkId: string, version: number) =>
  context.db.groundRulesAcceptance.createMany({ data: [{ networkId, version, personId: signedIn(context).personId }] })
