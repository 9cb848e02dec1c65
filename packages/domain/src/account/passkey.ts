import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { line } from '../text.ts'

/** Enough for every device that one person has; an endless list would hide the one that should go. */
export const maxPasskeys = 10

/** The owner's own name for a passkey, for instance "Min telefon". */
export const passkeyName = line(60)

/** The browser's answer to a challenge, as JSON text of the WebAuthn standard. Each part is checked by the verifier. */
export const passkeyAnswer = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'invalid' })
      return z.NEVER
    }
  })
  .pipe(
    z.looseObject({
      id: z.string().min(1).max(1400),
      rawId: z.string().max(1400),
      type: z.literal('public-key'),
      response: z.looseObject({ clientDataJSON: z.string().max(4000) }),
    }),
  )

/** The passkey is unknown here, or its answer does not fit the question. */
export class PasskeyRefused extends Refusal {
  constructor() {
    super('PasskeyRefused')
  }
}

/** One has to go before another can come. */
export class TooManyPasskeys extends Refusal {
  constructor() {
    super('TooManyPasskeys')
  }
}
