import { z } from 'zod'

/** Bytes that nobody here can read: only their number is known, and what stands before them as their frame. */
export const bytes = (min: number, max: number) =>
  z
    .custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array, { error: 'invalid' })
    .refine(({ length }) => length >= min, { error: 'tooSmall' })
    .refine(({ length }) => length <= max, { error: 'tooLarge' })

/** Exactly so many bytes. */
export const exactly = (length: number) => bytes(length, length)

/** Bytes that begin with these. */
export const isFramed = (value: Uint8Array, frame: readonly number[]): boolean =>
  frame.every((byte, index) => value[index] === byte)
