import { randomUUID } from 'node:crypto'
import { CodeExpired, CodeWrong, TooManyCodes } from '@lederkreds/domain/account/code'
import { AddressTaken } from '@lederkreds/domain/account/person'
import { type Context, demandStepUp, signedIn } from '../context.ts'
import { codeHash, sixDigits } from '../secrets.ts'
import type { CodeAsked } from './code.store.ts'

/**
 * Sends a code to an address that the caller wants to be reached at. A free address and somebody else's are told the
 * same, after the same work; only whoever reads its mail learns more. Throws {@link TooManyCodes}.
 */
export async function askNewEmail(context: Context, email: string): Promise<CodeAsked> {
  demandStepUp(context)
  const { db, settings, browser } = context
  const codeId = randomUUID()
  const hash = codeHash(codeId, sixDigits(settings.SECRET, codeId))
  const [asked] = await db.$queryRaw<{ wait: number }[]>`
    SELECT app.ask_new_email(${email}, ${browser.hash}, ${codeId}::uuid, ${hash}) AS wait`
  if (!asked || asked.wait > 0) throw new TooManyCodes(asked?.wait ?? 3600)
  return { codeId }
}

type Redeemed = { outcome: 'ok' | 'taken' | 'wrong' | 'expired'; guesses_left: number }

/**
 * Makes the address that a code was sent to the caller's own, and has her old address told. The guess is counted even
 * though a refusal undoes the operation. Throws {@link CodeWrong}, {@link CodeExpired} or {@link AddressTaken}.
 */
export async function redeemNewEmail(context: Context, codeId: string, digits: string): Promise<void> {
  const { personId } = signedIn(context)
  demandStepUp(context)
  const { door, browser } = context
  const hash = codeHash(codeId, digits)
  const [tried] = await door.step<Redeemed>('redeem_new_email', codeId, browser.hash, hash, personId)
  if (tried?.outcome === 'wrong') throw new CodeWrong(tried.guesses_left)
  if (tried?.outcome === 'taken') throw new AddressTaken()
  if (tried?.outcome !== 'ok') throw new CodeExpired()
}
