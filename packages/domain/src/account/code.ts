import { z } from 'zod'
import { Refusal } from '../errors.ts'

/**
 * What the receiver types; spaces between the digits are ignored. How long a code works, how often it may be guessed at
 * and how many are sent is held by the database (app.ask_code, app.redeem_code), where no roll-back takes a guess back.
 */
export const typedCode = z
  .string({ error: 'invalid' })
  .overwrite((text) => text.replace(/\s/g, ''))
  .regex(/^\d{6}$/, { error: 'invalid' })

/** The code is not the one that was sent. Five guesses at a million codes: one chance in 200,000 for each code. */
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
