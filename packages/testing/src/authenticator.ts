import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest()
const base64url = (data: Uint8Array | string) => Buffer.from(data).toString('base64url')

type Credential = { id: Buffer; keys: { privateKey: KeyObject; publicKey: KeyObject }; user: string; uses: number }

/**
 * A passkey device in software (WebAuthn level 3, ES256, attestation "none") for tests without a browser: it answers
 * the options that the API gives as a browser on `origin` would.
 */
export class Authenticator {
  readonly #origin: string
  #credential: Credential | undefined

  constructor(origin: string) {
    this.#origin = origin
  }

  /** Makes a passkey and answers with it. */
  create(options: string, origin = this.#origin): string {
    const { challenge, rp, user } = JSON.parse(options)
    const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const credential = { id: randomBytes(32), keys, user: user.id as string, uses: 0 }
    this.#credential = credential
    const { x = '', y = '' } = keys.publicKey.export({ format: 'jwk' })
    // A COSE key (RFC 9053): kty EC2, alg ES256, crv P-256, x, y.
    const cose = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ])
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credential.id.length]), credential.id, cose])
    const data = Buffer.concat([authenticatorData(rp.id, 0x45, 0), attested])
    // CBOR: { "fmt": "none", "attStmt": {}, "authData": bytes }
    const attestationObject = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
      Buffer.from([data.length]),
      data,
    ])
    return this.#answer(credential, 'webauthn.create', challenge, origin, {
      attestationObject: base64url(attestationObject),
      transports: ['internal'],
    })
  }

  /** Answers a challenge with the passkey made before. `uses` goes back in time as a copied device would. */
  get(options: string, { origin = this.#origin, uses }: { origin?: string; uses?: number } = {}): string {
    const credential = this.#credential
    if (!credential) throw new Error('this device has no passkey')
    const { challenge, rpId } = JSON.parse(options)
    credential.uses = uses ?? credential.uses + 1
    const data = authenticatorData(rpId, 0x05, credential.uses)
    const client = clientData('webauthn.get', challenge, origin)
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), credential.keys.privateKey)
    return this.#answer(credential, 'webauthn.get', challenge, origin, {
      authenticatorData: base64url(data),
      signature: base64url(signature),
      userHandle: credential.user,
    })
  }

  #answer({ id }: Credential, type: string, challenge: string, origin: string, response: object): string {
    const clientDataJSON = base64url(clientData(type, challenge, origin))
    return JSON.stringify({
      id: base64url(id),
      rawId: base64url(id),
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON, ...response },
    })
  }
}

const clientData = (type: string, challenge: string, origin: string) =>
  JSON.stringify({ type, challenge, origin, crossOrigin: false })

/** `flags`: 0x01 somebody is there, 0x04 she was verified, 0x40 a key follows. */
function authenticatorData(rpId: string, flags: number, uses: number) {
  const counter = Buffer.alloc(4)
  counter.writeUInt32BE(uses)
  return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter])
}
