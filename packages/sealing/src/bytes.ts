import { UnknownFormat } from './faults.ts'

export type Bytes = Uint8Array<ArrayBuffer>

/** Where fresh bytes come from; anything but {@link systemRandom} is for tests. */
export type Random = (length: number) => Bytes

/** The runtime's own cryptographic randomness. */
export const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length))

const alphabet = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
const none = 64
const sextets = new Uint8Array(128).fill(none)
alphabet.forEach((code, value) => {
  sextets[code] = value
})

/** Base64url without padding (RFC 4648, 5), as bytes stand on the wire. */
export function toBase64url(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil((bytes.length * 4) / 3))
  let place = 0
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (let shift = 18; shift >= 0 && place < text.length; shift -= 6)
      text[place++] = alphabet[(group >> shift) & 63] ?? 0
  }
  return new TextDecoder().decode(text)
}

/** The bytes of base64url without padding. Throws {@link UnknownFormat} for any other spelling of the same bytes. */
export function fromBase64url(text: string): Bytes {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let [bits, held, place] = [0, 0, 0]
  for (let at = 0; at < text.length; at++) {
    const sextet = sextets[text.charCodeAt(at)] ?? none
    if (sextet === none) throw new UnknownFormat()
    bits = ((bits << 6) | sextet) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[place++] = bits >> held
  }
  if (text.length % 4 === 1 || (bits & ((1 << held) - 1)) !== 0) throw new UnknownFormat()
  return bytes
}

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text)

/** A label that keeps one use of a key or hash apart from every other: ASCII, ended by a zero byte. */
export const label = (text: string): Bytes => utf8(`${text}\0`)

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Compares every byte whatever it finds, so that the time taken tells nothing. */
export function equal(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length
  one.forEach((byte, at) => {
    difference |= byte ^ (other[at] ?? 0)
  })
  return difference === 0
}

/** Which of two strings of bytes comes first: below zero, zero or above, as `sort` wants it. */
export function compare(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, place) => byte !== other[place])
  return at < 0 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1)
}

/** Two bytes, big-endian. */
export const u16 = (value: number): Bytes => bigEndian(value, 2)

/** Four bytes, big-endian. */
export const u32 = (value: number): Bytes => bigEndian(value, 4)

export const readUint = (bytes: Uint8Array): number => bytes.reduce((value, byte) => value * 256 + byte, 0)

function bigEndian(value: number, length: number): Bytes {
  if (!Number.isInteger(value) || value < 0 || value >= 256 ** length) throw new UnknownFormat()
  return Uint8Array.from({ length }, (_, place) => Math.floor(value / 256 ** (length - 1 - place)) % 256)
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const nil = '00000000-0000-0000-0000-000000000000'

/** The 16 bytes of a lower-case uuid; the nil uuid is kept free to mean nobody. Throws {@link UnknownFormat}. */
export function uuidBytes(id: string): Bytes {
  if (!uuid.test(id) || id === nil) throw new UnknownFormat()
  const digits = id.replaceAll('-', '')
  return Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16))
}

/** Sixteen zeros stand for null. */
export const uuidBytesOrZeros = (id: string | null): Bytes => (id === null ? new Uint8Array(16) : uuidBytes(id))

export function uuidText(bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  )
}

/** Overwrites what is no longer needed with zeros. */
export const wipe = (...secrets: readonly Uint8Array[]): void => {
  for (const secret of secrets) secret.fill(0)
}

/** Takes fixed fields off the front of a string of bytes. Throws {@link UnknownFormat} where it is too short. */
export function reader(bytes: Bytes) {
  let at = 0
  const take = (length: number): Bytes => {
    if (at + length > bytes.length) throw new UnknownFormat()
    at += length
    return bytes.subarray(at - length, at)
  }
  return {
    take,
    uint: (length: number) => readUint(take(length)),
    rest: () => take(bytes.length - at),
    end: () => {
      if (at !== bytes.length) throw new UnknownFormat()
    },
  }
}
