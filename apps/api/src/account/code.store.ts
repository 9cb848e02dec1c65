import { randomUUID } from 'node:crypto'
import { CodeExpired, CodeWrong, TooManyCodes } from '@lederkreds/domain/account/code'
import type { Context } from '../context.ts'
import { newToken } from '../cookies.ts'
import { codeHash, sixDigits, tokenHash } from '../secrets.ts'

export type CodeAsked = { codeId: string }
export type SignedIn = { personId: string }

type Receiver = { email: string; invitationToken: null } | { email: null; invitationToken: string }

/**
 * Sends a code to an address, or to the address that an invitation was sent to. Known and unknown addresses are told the
 * same after the same work, and each answer's code can be tried. Throws {@link TooManyCodes}.
 */
export async function askCode(
  { door, settings, browser }: Context,
  { email, invitationToken }: Receiver,
  locale: 'da' | 'en',
): Promise<CodeAsked> {
  const codeId = randomUUID()
  const hash = codeHash(codeId, sixDigits(settings.SECRET, codeId))
  const invitation = invitationToken === null ? null : tokenHash(invitationToken)
  const [asked] = await door.step<{ ask_code: number }>(
    'ask_code',
    email,
    invitation,
    browser.hash,
    codeId,
    hash,
    locale,
  )
  if (!asked || asked.ask_code > 0) throw new TooManyCodes(asked?.ask_code ?? 3600)
  return { codeId }
}

type Redeemed = { outcome: 'ok' | 'wrong' | 'expired'; guesses_left: number; person: string }

/**
 * Signs this browser in with a code that it asked for. The guess is counted even though a refusal undoes the operation.
 * Throws {@link CodeWrong} or {@link CodeExpired}.
 */
export async function redeemCode({ door, browser }: Context, codeId: string, digits: string): Promise<SignedIn> {
  const token = newToken()
  const [tried] = await door.step<Redeemed>(
    'redeem_code',
    codeId,
    browser.hash,
    codeHash(codeId, digits),
    tokenHash(token),
    browser.device,
  )
  if (tried?.outcome === 'wrong') throw new CodeWrong(tried.guesses_left)
  if (tried?.outcome !== 'ok') throw new CodeExpired()
  browser.signIn(token)
  return { personId: tried.person }
}
