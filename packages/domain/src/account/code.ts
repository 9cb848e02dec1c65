import { z } from 'zod'
import { Refusal } from '../errors.ts'

export const codeDigits = 6
export const codeMinutes = 10
/** Five guesses at a million codes: one chance in 200,000 for each code. */
export const maxGuesses = 5
/** Enough for a lost mail and a slow one; keeps a stranger from filling somebody's mailbox. */
export const codesPerAddressAnHour = 5
/** More than for one address: people share a browser, and mistype. */
export const codesPerBrowserAnHour = 10

/** A mail code as it is known to the server, always bound to the browser that asked for it. */
export interface MailCode {
  readonly expiresAt: Date
  readonly guesses: number
  readonly usedAt: Date | null
}

/** What the receiver types; spaces between the digits are ignored. */
export const typedCode = z
  .string({ error: 'invalid' })
  .overwrite((text) => text.replace(/\s/g, ''))
  .regex(/^\d{6}$/, { error: 'invalid' })

/** The code is not the one that was sent. */
export class CodeWrong extends Refusal {
  readonly guessesLeft: number

  constructor(guessesLeft: number) {
    super('CodeWrong')
    this.guessesLeft = guessesLeft
  }
}

/** Too old, used already, or guessed at too often: a new one is needed. */
export class CodeExpired extends Refusal {
  constructor() {
    super('CodeExpired')
  }
}

/** Said alike for known and unknown addresses, so that it tells nothing about who is here. */
export class TooManyCodes extends Refusal {
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super('TooManyCodes')
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** A number from 0 to 999,999 as six digits; the randomness is the caller's. */
export const codeFrom = (random: number): string => String(random).padStart(codeDigits, '0')

export const codeExpiresAt = (now: Date): Date => new Date(now.getTime() + codeMinutes * 60_000)

export const isCodeUsable = (code: MailCode, now: Date): boolean =>
  code.usedAt === null && code.guesses < maxGuesses && now < code.expiresAt

/**
 * Throws {@link CodeExpired} for a code that can no longer be used, whatever was typed, and {@link CodeWrong} for a wrong
 * guess. The guess must be counted where a roll-back cannot take it back.
 */
export function checkGuess(code: MailCode, isRight: boolean, now: Date): void {
  if (!isCodeUsable(code, now)) throw new CodeExpired()
  if (!isRight) throw new CodeWrong(maxGuesses - code.guesses - 1)
}

/** Throws {@link TooManyCodes} when the address or the browser has asked too often within the last hour. */
export function checkCodeRate(asked: { address: readonly Date[]; browser: readonly Date[] }, now: Date): void {
  const seconds = Math.max(
    secondsUntilFree(asked.address, codesPerAddressAnHour, now),
    secondsUntilFree(asked.browser, codesPerBrowserAnHour, now),
  )
  if (seconds > 0) throw new TooManyCodes(seconds)
}

function secondsUntilFree(asked: readonly Date[], perHour: number, now: Date): number {
  const hourAgo = now.getTime() - 3_600_000
  const recent = asked.map((each) => each.getTime()).filter((time) => time > hourAgo)
  const blocking = recent.sort((a, b) => b - a)[perHour - 1]
  return blocking === undefined ? 0 : Math.ceil((blocking - hourAgo) / 1000)
}
