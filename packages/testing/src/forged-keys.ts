import { concat, fromBase64url, toBase64url, u32 } from '@lederkreds/sealing/bytes'
import type { Told, ToldWrap } from './dishonest.ts'
import { flipped } from './forged-items.ts'

type Viewer = Pick<Told['viewer'], 'keyWraps' | 'identity'>

/** Keys of the liar's own: with a passphrase that everybody guesses, and with hers, as if she had been watched. */
interface AtHand {
  readonly colleague: Viewer
  readonly guessable: Viewer
  readonly watched: Viewer
}

type Forge = (her: Viewer, atHand: AtHand) => Viewer

interface ForgedKeys {
  readonly forge: Forge
  /** What the page says when she unlocks a device that knew nothing. */
  readonly says: 'wrong' | 'tampered'
  /** What a device doubts that keeps her texts: that these are her keys at all, or only the way in that it offers. */
  readonly doubted: 'keys' | 'way'
}

/** Changes the passphrase's wrap, and leaves the rest. */
const passphrase =
  (change: (text: string) => string): Forge =>
  (her) => ({ ...her, keyWraps: her.keyWraps.map((wrap) => (isPassphrase(wrap) ? rewrapped(wrap, change) : wrap)) })

const rewrapped = (wrap: ToldWrap, change: (text: string) => string) => ({ ...wrap, wrapped: change(wrap.wrapped) })
const isPassphrase = ({ kind }: ToldWrap) => kind === 'passphrase'

/** Puts bytes in the place of others: see the table of the passphrase's wrap in sealing's README. */
const put = (at: number, bytes: Uint8Array) => (text: string) => {
  const whole = fromBase64url(text)
  return toBase64url(concat(whole.slice(0, at), bytes, whole.slice(at + bytes.length)))
}

/** The wraps of somebody else under the ids of hers. */
const inTheirPlace = (her: Viewer, other: Viewer): Viewer => ({
  ...her,
  keyWraps: her.keyWraps.map((wrap) => {
    const theirs = other.keyWraps.find(({ kind }) => kind === wrap.kind)
    return { ...wrap, wrapped: theirs?.wrapped ?? '' }
  }),
})

const html = Buffer.from('<!doctype html><h1>Bad Gateway</h1>').toString('base64url')

/** What a server can do to somebody's keys, by what it does. None of them may open, and none may take anything away. */
export const forgedKeys: Readonly<Record<string, ForgedKeys>> = {
  'less memory': { forge: passphrase(put(20, u32(8))), says: 'tampered', doubted: 'way' },
  'fewer passes': { forge: passphrase(put(24, u32(1))), says: 'tampered', doubted: 'way' },
  'four gigabytes of memory': { forge: passphrase(put(20, u32(4_194_304))), says: 'tampered', doubted: 'way' },
  'a million passes': { forge: passphrase(put(24, u32(1_000_000))), says: 'tampered', doubted: 'way' },
  'another salt': { forge: passphrase(put(29, new Uint8Array(16))), says: 'wrong', doubted: 'way' },
  'one bit of the wrapped key': { forge: passphrase((text) => flipped(text, -20)), says: 'wrong', doubted: 'way' },
  'half a wrap': {
    forge: passphrase((text) => toBase64url(fromBase64url(text).slice(0, 50))),
    says: 'tampered',
    doubted: 'way',
  },
  'a page of HTML as the wrap': { forge: passphrase(() => html), says: 'tampered', doubted: 'keys' },
  'her colleague’s wraps, with the same passphrase': {
    forge: (her, { colleague }) => inTheirPlace(her, colleague),
    says: 'wrong',
    doubted: 'keys',
  },
  'the liar’s wraps, with a passphrase that can be guessed': {
    forge: (her, { guessable }) => inTheirPlace(her, guessable),
    says: 'wrong',
    doubted: 'keys',
  },
  'the liar’s account key behind her own passphrase': {
    forge: (her, { watched }) => ({ ...her, keyWraps: watched.keyWraps }),
    says: 'tampered',
    doubted: 'keys',
  },
  'the liar’s identity in the place of hers': {
    forge: (her, { watched }) => ({ ...her, identity: watched.identity }),
    says: 'tampered',
    doubted: 'keys',
  },
  'the liar’s public key in her identity': {
    forge: ({ keyWraps, identity }, { watched }) => ({
      keyWraps,
      identity: identity && {
        ...identity,
        entry: { ...identity.entry, hpkePublicKey: watched.identity?.entry.hpkePublicKey ?? '' },
      },
    }),
    says: 'tampered',
    doubted: 'keys',
  },
}
