import { type SetUp, SetUpLinkUsed } from '@lederkreds/domain/account/set-up'
import type { Context } from '../context.ts'
import { newToken } from '../cookies.ts'
import { tokenHash } from '../secrets.ts'

/**
 * Creates the organisation and its first administrator and signs this browser in as her. The link works once, and never
 * when there is an organisation. Throws {@link SetUpLinkUsed}.
 */
export async function setUpOrganisation(
  { door, browser }: Context,
  link: string,
  { organisationName, name, email, locale }: SetUp,
): Promise<void> {
  const token = newToken()
  const [made] = await door.step<{ set_up: string | null }>(
    'set_up',
    tokenHash(link),
    organisationName,
    name,
    email,
    locale,
    tokenHash(token),
    browser.device,
  )
  if (!made?.set_up) throw new SetUpLinkUsed()
  browser.signIn(token)
}
