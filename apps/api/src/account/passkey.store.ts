import { maxPasskeys, PasskeyRefused, passkeyAnswer, TooManyPasskeys } from '@lederkreds/domain/account/passkey'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type Context, signedIn, visible } from '../context.ts'
import { newToken } from '../cookies.ts'
import type { Settings } from '../env.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { tokenHash } from '../secrets.ts'
import type { SignedIn } from './code.store.ts'

/** Passkeys belong to the installation's host name; moved to another host they are no longer offered. */
const partyId = ({ PUBLIC_URL }: Pick<Settings, 'PUBLIC_URL'>) => new URL(PUBLIC_URL).hostname

const keepChallenge = ({ door, browser }: Context, challenge: string) =>
  door.step('keep_challenge', browser.hash, challenge)

/** Each challenge is answered once, by the browser that it was given to. */
const takeChallenge =
  ({ door, browser }: Context) =>
  async (challenge: string) => {
    const [taken] = await door.step<{ take_challenge: boolean }>('take_challenge', browser.hash, challenge)
    return taken?.take_challenge ?? false
  }

export const ownPasskeys = (context: Pick<Context, 'codeWall' | 'viewer'>): Prisma.PasskeyWhereInput =>
  visible(context, { personId: context.viewer?.personId ?? { in: [] } })

/** A challenge for whichever passkey the browser has for this installation: no address is asked for or told. */
export async function askPasskey(context: Context): Promise<{ options: string }> {
  const options = await generateAuthenticationOptions({ rpID: partyId(context.settings), userVerification: 'required' })
  await keepChallenge(context, options.challenge)
  return { options: JSON.stringify(options) }
}

type Found = { passkey: string; person: string; key: Buffer; uses: string }

/**
 * Signs this browser in with a passkey's answer. Whoever is signed in can only confirm that it is still her.
 * Throws {@link PasskeyRefused}.
 */
export async function signInWithPasskey(context: Context, answer: string): Promise<SignedIn> {
  const { door, browser, settings, viewer } = context
  const response = readAnswer(answer) as unknown as AuthenticationResponseJSON
  const [found] = await door.step<Found>('find_passkey', response.id)
  const uses = found && (await usesAfter(context, response, found))
  if (!found || uses === undefined || (viewer && viewer.personId !== found.person)) throw new PasskeyRefused()
  const token = newToken()
  const [opened] = await door.step<{ open_session_with_passkey: string | null }>(
    'open_session_with_passkey',
    found.passkey,
    BigInt(uses),
    tokenHash(token),
    browser.device,
  )
  if (!opened?.open_session_with_passkey) throw new PasskeyRefused()
  browser.signIn(token)
  return { personId: found.person }

  async function usesAfter(context: Context, response: AuthenticationResponseJSON, { key, uses }: Found) {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: takeChallenge(context),
      expectedOrigin: settings.PUBLIC_URL,
      expectedRPID: partyId(settings),
      expectedType: 'webauthn.get',
      credential: { id: response.id, publicKey: new Uint8Array(key), counter: Number(uses) },
    }).catch(refuse)
    return verified ? authenticationInfo.newCounter : undefined
  }
}

/** What the browser needs to make a passkey for the caller. Throws {@link TooManyPasskeys}. */
export async function askNewPasskey(context: Context): Promise<{ options: string }> {
  const { db, settings } = context
  const { personId } = signedIn(context)
  const { account, name, passkeys } = await db.person.findFirstOrThrow({
    where: { id: personId },
    select: {
      name: true,
      account: { select: { email: true } },
      passkeys: { select: { credentialId: true, transports: true } },
    },
  })
  if (passkeys.length >= maxPasskeys) throw new TooManyPasskeys()
  const options = await generateRegistrationOptions({
    rpName: 'Lederkreds',
    rpID: partyId(settings),
    userID: new TextEncoder().encode(personId),
    userName: account?.email ?? name,
    userDisplayName: name,
    excludeCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(context, options.challenge)
  return { options: JSON.stringify(options) }
}

/** Keeps the passkey that the caller's browser made. Throws {@link PasskeyRefused}. */
export async function addPasskey<Selection extends object>(
  context: Context,
  selection: Selection,
  answer: string,
  name: string,
) {
  const { personId } = signedIn(context)
  const response = readAnswer(answer) as unknown as RegistrationResponseJSON
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: takeChallenge(context),
    expectedOrigin: context.settings.PUBLIC_URL,
    expectedRPID: partyId(context.settings),
    expectedType: 'webauthn.create',
  }).catch(refuse)
  if (!verified || !registrationInfo) throw new PasskeyRefused()
  const { id: credentialId, publicKey, counter, transports = [] } = registrationInfo.credential
  const data = { personId, credentialId, publicKey: new Uint8Array(publicKey), counter, transports, name }
  const { count } = await context.db.passkey.createMany({ data: [data], skipDuplicates: true })
  if (count === 0) throw new PasskeyRefused()
  return context.db.passkey.findFirstOrThrow({ ...selection, where: { AND: [{ credentialId }, ownPasskeys(context)] } })
}

export async function renamePasskey<Selection extends object>(
  context: Context,
  selection: Selection,
  id: string,
  name: string,
) {
  const where = { AND: [{ id }, ownPasskeys(context)] }
  await context.db.passkey.updateMany({ where, data: { name } })
  return context.db.passkey.findFirstOrThrow({ ...selection, where })
}

function readAnswer(text: string) {
  const answer = passkeyAnswer.safeParse(text)
  if (!answer.success) throw new PasskeyRefused()
  return answer.data
}

const refuse = (): never => {
  throw new PasskeyRefused()
}
