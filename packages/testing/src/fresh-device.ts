import { Vault } from '@lederkreds/sealing/vault'
import type { SeededPerson } from './seed.ts'
import type { TestServer } from './server.ts'

type WrapRow = { id: string; kind: string; wrapped: Buffer }
type IdentityRow = {
  number: number
  hpke_public_key: Buffer
  signing_public_key: Buffer
  previous_hash: Buffer | null
  signature: Buffer
  endorsement: Buffer | null
  wrapped: Buffer
}
type ItemRow = { id: string; kind: string; version: number; envelope: Buffer; wrapped: Buffer }

const bytes = (buffer: Buffer) => new Uint8Array(buffer)

/**
 * What a device that knows nothing opens with a passphrase out of what the server has now: all documents of the journal.
 * Throws WrongSecret, and whatever an item says that cannot be opened.
 */
export async function openAnew(
  server: TestServer,
  { id: personId }: Pick<SeededPerson, 'id'>,
  passphrase: string,
): Promise<unknown[]> {
  const [wrap] = await server.look<WrapRow>(
    `SELECT id, kind, wrapped FROM key_wrap WHERE person_id = $1 AND kind = 'passphrase'`,
    [personId],
  )
  const identities = await server.look<IdentityRow>(
    'SELECT identity.*, wrapped FROM identity JOIN identity_secret USING (person_id, number) WHERE person_id = $1',
    [personId],
  )
  const items = await server.look<ItemRow>(
    `SELECT id, kind, version, envelope, wrapped FROM sealed_item JOIN sealed_key ON item_id = id
     WHERE sealed_item.owner_id = $1 AND kind = 'journal'`,
    [personId],
  )
  const vault = new Vault()
  await vault.unlock({
    personId,
    wrap: {
      wrapId: wrap?.id ?? '',
      wrapped: bytes(wrap?.wrapped ?? Buffer.alloc(0)),
      secret: { kind: 'passphrase', passphrase },
    },
    identities: identities.map((row) => ({
      secret: bytes(row.wrapped),
      entry: {
        personId,
        number: row.number,
        hpkePublicKey: bytes(row.hpke_public_key),
        signingPublicKey: bytes(row.signing_public_key),
        previousHash: row.previous_hash && bytes(row.previous_hash),
        signature: bytes(row.signature),
        endorsement: row.endorsement && bytes(row.endorsement),
      },
    })),
  })
  const opened = items.map(({ id, kind, version, envelope, wrapped }) => {
    const about = { kind, itemId: id, version, authorId: personId, networkId: null }
    return vault.open({ envelope: bytes(envelope), wrapped: bytes(wrapped), about })
  })
  return (await Promise.all(opened)).map(({ document }) => document)
}
