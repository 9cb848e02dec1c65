import { isDeepStrictEqual } from 'node:util'

/** The first place where two answers differ, in words, or null. */
export function difference(one: unknown, other: unknown, path = 'the answer'): string | null {
  if (isDeepStrictEqual(one, other)) return null
  if (!isTree(one) || !isTree(other) || Array.isArray(one) !== Array.isArray(other)) {
    return `${path} is ${JSON.stringify(one)} in one and ${JSON.stringify(other)} in the other`
  }
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = difference(one[key], other[key], `${path}.${key}`)
    if (found) return found
  }
  return `${path} differs`
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
