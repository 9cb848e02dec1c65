import { type Bytes, concat } from './bytes.ts'
import { TooLarge } from './faults.ts'

/** The five lengths in bytes that a plaintext block can have: all that its ciphertext tells about it. */
export const sizeClasses = [256, 1024, 4096, 16_384, 65_536] as const

/** The smallest class that holds so many bytes. Throws {@link TooLarge} above 65,536. */
export function sizeClassOf(length: number): number {
  const found = sizeClasses.findIndex((size) => length <= size)
  if (found < 0) throw new TooLarge()
  return found
}

/**
 * The content with zeros behind it, up to the length of its class: the smallest that holds it, or `fixed`, where every
 * length shall look the same. Throws {@link TooLarge} for more than that holds.
 */
export function pad(content: Bytes, fixed?: number): { block: Bytes; sizeClass: number } {
  const smallest = sizeClassOf(content.length)
  const sizeClass = fixed ?? smallest
  if (smallest > sizeClass) throw new TooLarge()
  return { block: concat(content, new Uint8Array((sizeClasses[sizeClass] ?? 0) - content.length)), sizeClass }
}
