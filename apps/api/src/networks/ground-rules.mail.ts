import type { Writer } from '../mail.ts'
import { messages as da } from './messages.da.ts'
import { messages as en } from './messages.en.ts'

const words = { da, en }

/** Tells a member that the ground rules have changed, not what is in them nor where. Nothing is written once she has said yes. */
export const writeGroundRules: Writer = async (db, { networkId, personId }, { PUBLIC_URL }) => {
  if (!networkId || !personId) return null
  const membership = await db.membership.findFirst({
    where: { networkId, personId, leftAt: null },
    include: { network: true, acceptances: true, person: { include: { account: true } } },
  })
  const account = membership?.person.account
  if (!membership || !account) return null
  if (membership.acceptances.some(({ version }) => version === membership.network.groundRulesVersion)) return null
  const { groundRulesSubject, groundRulesHello, groundRulesWhy } = words[account.locale]
  const text = [
    groundRulesHello(membership.person.name),
    groundRulesWhy,
    `${PUBLIC_URL}/networks/Network_${networkId}`,
  ].join('\n\n')
  return { to: account.email, subject: groundRulesSubject, text: `${text}\n` }
}
