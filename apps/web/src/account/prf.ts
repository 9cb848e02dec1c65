import { fromBase64url, toBase64url, utf8 } from '@lederkreds/sealing/bytes'
import type { Opener } from './vault-desk.ts'

/** What a passkey's hidden function is asked for; the same everywhere, since every passkey answers with bytes of its own. */
const salt = utf8('lederkreds unlock v1')

interface KnownPasskey {
  readonly passkeyId: string
  readonly credentialId: string
}

/**
 * Has the device show one of these passkeys and answers what it unlocks with, or null when the device cannot do that:
 * not every one knows the PRF extension of WebAuthn. No server is asked. Throws the browser's own errors: see isCancelled.
 */
export async function askPasskey(passkeys: readonly KnownPasskey[]): Promise<(Opener & { kind: 'passkey' }) | null> {
  const credential = await navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      allowCredentials: passkeys.map(({ credentialId }) => ({ type: 'public-key', id: fromBase64url(credentialId) })),
      userVerification: 'required',
      extensions: { prf: { eval: { first: salt } } },
    },
  })
  if (!(credential instanceof PublicKeyCredential)) return null
  const output = credential.getClientExtensionResults().prf?.results?.first
  const credentialId = toBase64url(new Uint8Array(credential.rawId))
  const passkey = passkeys.find((each) => each.credentialId === credentialId)
  if (!output || !passkey) return null
  const bytes = output instanceof ArrayBuffer ? new Uint8Array(output) : new Uint8Array(output.buffer as ArrayBuffer)
  return { kind: 'passkey', prf: bytes, ...passkey }
}
