import { fromBase64url, toBase64url } from '@lederkreds/sealing/bytes'
import type { IdentityEntry } from '@lederkreds/sealing/identity'
import type { ToldItem } from './dishonest.ts'
import { forgeEntry } from './sealed-entry.ts'

/** What else the liar has at hand: another item of hers, one of somebody else's, her public identity. */
interface AtHand {
  readonly next: ToldItem
  readonly foreign: ToldItem
  readonly her: IdentityEntry
}

type Forge = (item: ToldItem, atHand: AtHand) => Partial<ToldItem> | Promise<Partial<ToldItem>>

const html = '<!doctype html><title>502 Bad Gateway</title><h1>Bad Gateway</h1>'

/** One bit of one byte; from the end where the place is negative. */
export function flipped(text: string, place: number): string {
  const bytes = fromBase64url(text)
  const at = place < 0 ? bytes.length + place : place
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return toBase64url(bytes)
}

const envelope =
  (change: (text: string) => string): Forge =>
  (item) => ({ envelope: change(item.envelope) })
const wrappedKey =
  (change: (text: string) => string): Forge =>
  (item) => ({ wrappedKey: change(item.wrappedKey) })
const cut = (text: string, bytes: number) => toBase64url(fromBase64url(text).slice(0, bytes))

/** What a server can do to one item, by what it does. None of them may be shown as genuine. */
export const forgedItems: Readonly<Record<string, Forge>> = {
  'the envelope of another item': (_item, { next }) => ({ envelope: next.envelope }),
  'the key of another item': (_item, { next }) => ({ wrappedKey: next.wrappedKey }),
  'another item under this id': (_item, { next }) => ({ envelope: next.envelope, wrappedKey: next.wrappedKey }),
  'the same bytes with the next number': ({ version }) => ({ version: version + 1 }),
  'the same bytes with the highest number': () => ({ version: 2_147_483_647 }),
  'another kind': () => ({ kind: 'caseNote' }),
  'the kind that devices believe each other by': () => ({ kind: 'memory' }),
  'somebody else’s item': (_item, { foreign }) => ({ envelope: foreign.envelope, wrappedKey: foreign.wrappedKey }),
  'somebody else’s envelope': (_item, { foreign }) => ({ envelope: foreign.envelope }),
  'one bit of the format': envelope((text) => flipped(text, 2)),
  'one bit of the size class': envelope((text) => flipped(text, 3)),
  'one bit of the nonce': envelope((text) => flipped(text, 4)),
  'one bit of the ciphertext': envelope((text) => flipped(text, 100)),
  'one bit of the tag': envelope((text) => flipped(text, -1)),
  'one bit of the item’s key': wrappedKey((text) => flipped(text, 20)),
  'one bit of the key’s tag': wrappedKey((text) => flipped(text, -1)),
  'half an envelope': envelope((text) => cut(text, 150)),
  'an envelope without its last byte': envelope((text) => cut(text, fromBase64url(text).length - 1)),
  'an envelope with a byte more': envelope((text) => toBase64url(new Uint8Array([...fromBase64url(text), 0]))),
  'an empty envelope': envelope(() => ''),
  'an empty key': wrappedKey(() => ''),
  'a page of HTML as the envelope': envelope(() => html),
  'a page of HTML as the envelope, spelled as bytes are': envelope(() => Buffer.from(html).toString('base64url')),
  'a page of HTML as the key': wrappedKey(() => html),
  'another spelling of the same bytes': envelope((text) => `${text}=`),
  'an entry in her name, sealed to her public key': async ({ id, version }, { her }) => {
    const forged = await forgeEntry(her, id.slice(id.indexOf('_') + 1), version, 'Ravnekrog, aldrig skrevet')
    return { envelope: toBase64url(forged.envelope), wrappedKey: toBase64url(forged.wrappedKey) }
  },
}
