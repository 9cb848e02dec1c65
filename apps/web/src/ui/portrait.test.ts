import { expect, test } from 'vitest'
import { initials } from './portrait.tsx'

test.each([
  ['Mette Østergaard', 'MØ'],
  ['Ali', 'A'],
  ['Anne-Marie Holm', 'AH'],
  ['  åse   bech  ', 'ÅB'],
  ['', ''],
])('the initials of "%s" are "%s"', (name, letters) => expect(initials(name)).toBe(letters))
