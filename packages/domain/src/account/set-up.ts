import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { emailAddress, line, locale } from '../text.ts'
import { personName } from './person.ts'

/** The organisation and its first admin: all that a new installation needs to know. */
export const setUp = z.object({ organisationName: line(160), name: personName, email: emailAddress, locale })
export type SetUp = z.output<typeof setUp>

/** The one-time link is not the newest, was used already, or the organisation is there. */
export class SetUpLinkUsed extends Refusal {
  constructor() {
    super('SetUpLinkUsed')
  }
}
