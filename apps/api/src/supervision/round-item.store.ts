import type { SealedKind } from '@lederkreds/domain/account/sealed-item'
import { type Head, headColumns } from '../account/sealed-item.store.ts'
import type { Context } from '../context.ts'
import type { Viewer } from '../db.ts'
import { networksJoined } from '../networks/network.store.ts'

/**
 * The next steps of a network's earlier rounds that the caller holds a key to while she is inside of it, oldest first; not
 * those of rounds that began in this meeting.
 */
export const loadStepsBefore = (
  context: Context,
  { personId }: Viewer,
  meeting: { id: string; networkId: string; startsAt: Date },
): Promise<Head[]> =>
  context.db.$queryRaw`
    SELECT ${headColumns}
    FROM sealed_item i JOIN sealed_key k ON k.item_id = i.id JOIN round r ON r.id = i.round_id
    WHERE i.kind = 'nextStep' AND r.network_id = ${meeting.networkId}::uuid AND r.created_at < ${meeting.startsAt}
      AND r.meeting_id IS DISTINCT FROM ${meeting.id}::uuid
      AND (NOT ${context.codeWall}::boolean
        OR k.recipient_id = ${personId}::uuid AND r.network_id = ANY (${networksJoined(context)}::uuid[]))
    GROUP BY i.id ORDER BY i.created_on, i.id`

export type Remains = { kind: SealedKind; count: number; until: Date }

/**
 * What is still kept of a round for others than whoever wrote it: how much of each kind, and until when; null for those
 * who are not in its network. Whose it is, and what somebody keeps for herself, is in none of it.
 */
export async function loadRemains(context: Context, round: { id: string; networkId: string }) {
  if (context.codeWall && !networksJoined(context).includes(round.networkId)) return null
  return context.db.$queryRaw<Remains[]>`
    SELECT kind::text, number AS count, until FROM app.round_remains(${round.id}::uuid)`
}
