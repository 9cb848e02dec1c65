import type { About } from './about.ts'
import { systemRandom, toBase64url } from './bytes.ts'
import type { IdentityEntry } from './identity.ts'
import { sealItem } from './item.ts'
import { sealLocal } from './local.ts'
import { sizeClasses } from './padding.ts'
import { makeRecoveryCode } from './recovery-code.ts'
import { freshId, makePerson, type Person } from './sample.ts'
import { type Secret, wrapWith } from './wrap.ts'

/**
 * Everything that format v1 has, made afresh, with every secret beside it: three people, Ada's account key behind each
 * kind of wrap, and items by Ada to herself, to one and to two others in each of the five size classes, one unsigned
 * and one local. The committed v1-items.json was made once by this, and every later version must open it.
 */
export async function makeV1Items() {
  const [ada, ben, eva] = [await makePerson(), await makePerson(), await makePerson()]
  const prf = systemRandom(32)
  const secrets: Secret[] = [
    { kind: 'passphrase', passphrase: 'Blåbær på Ærø, 4 rømmer' },
    { kind: 'passkey', prf },
    { kind: 'recoveryCode', code: makeRecoveryCode() },
  ]
  const wraps = []
  for (const secret of secrets) {
    const wrapId = freshId()
    const wrapped = await wrapWith(secret, ada.raw, { personId: ada.personId, wrapId })
    wraps.push({ wrapId, ...secret, prf: toBase64url(prf), wrapped: toBase64url(wrapped) })
  }
  const items = []
  for (const size of sizeClasses)
    for (const others of [[], [ben], [ben, eva]]) items.push(await itemBy(ada, others, size))
  items.push(await itemBy(null, [ben], 256))
  return {
    people: [ada, ben, eva].map(writtenPerson),
    wraps,
    items,
    local: {
      purpose: 'draft',
      value: { text: 'En kladde' },
      sealed: toBase64url(await sealLocal(ada.account, 'draft', { text: 'En kladde' })),
    },
  }
}

/** A text that fills a good quarter of the class, so that it is too long for the one below. */
async function itemBy(author: Person | null, others: Person[], size: (typeof sizeClasses)[number]) {
  const document = {
    text: 'Æbler og pærer. '.repeat(Math.floor(size / 40)).slice(0, size / 4 - 20),
    mood: 4,
    tags: ['ø'],
  }
  const about: About = {
    kind: others.length === 0 ? 'journal' : 'caseNote',
    itemId: freshId(),
    version: sizeClasses.indexOf(size) + 1,
    authorId: author?.personId ?? null,
    networkId: others.length === 0 ? null : freshId(),
  }
  const sealed = await sealItem({
    document,
    about,
    self: author?.account ?? null,
    author: author?.keys ?? null,
    recipients: others.map(({ entry }) => entry),
  })
  const keys = sealed.keys.map(({ personId, wrapped }) => ({ personId, wrapped: toBase64url(wrapped) }))
  return { about, document, envelope: toBase64url(sealed.envelope), keys }
}

const writtenPerson = ({ personId, raw, entry, secret }: Person) => ({
  personId,
  accountKey: toBase64url(raw),
  entry: writtenEntry(entry),
  secret: toBase64url(secret),
})

const writtenEntry = ({ previousHash, endorsement, ...entry }: IdentityEntry) => ({
  ...entry,
  hpkePublicKey: toBase64url(entry.hpkePublicKey),
  signingPublicKey: toBase64url(entry.signingPublicKey),
  signature: toBase64url(entry.signature),
  previousHash: previousHash && toBase64url(previousHash),
  endorsement: endorsement && toBase64url(endorsement),
})
