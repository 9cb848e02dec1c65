import type { Letter, WorkerDb, Writer } from '../mail.ts'
import { messages as da } from './messages.da.ts'
import { messages as en } from './messages.en.ts'

const words = { da, en }

/** Where somebody is reached about a network: nobody who has left it, or has not accepted its rules. */
async function readerOf(db: WorkerDb, { networkId, personId }: Letter) {
  if (!networkId || !personId) return null
  const membership = await db.membership.findFirst({
    where: { networkId, personId, leftAt: null, network: { state: 'active' } },
    include: { network: true, acceptances: true, person: { include: { account: true } } },
  })
  const account = membership?.person.account
  if (!membership || !account) return null
  const hasAccepted = membership.acceptances.some(({ version }) => version === membership.network.groundRulesVersion)
  return hasAccepted ? { account, name: membership.person.name } : null
}

const write =
  (about: 'asked' | 'released'): Writer =>
  async (db, letter, { PUBLIC_URL }) => {
    const reader = await readerOf(db, letter)
    if (!reader) return null
    const said = words[reader.account.locale]
    const text = [said.hello(reader.name), said[`${about}Why`], `${PUBLIC_URL}/feedback`].join('\n\n')
    return { to: reader.account.email, subject: said[`${about}Subject`], text: `${text}\n` }
  }

/** Tells somebody that she is asked: the same whatever she, or anybody else, has done with it since. */
export const writeFeedbackAsked: Writer = write('asked')

/** Tells somebody that a cycle of hers is over: the same whether there are answers, too few, or none. */
export const writeFeedbackReleased: Writer = write('released')
