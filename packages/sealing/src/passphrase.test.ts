import { describe, expect, test } from 'vitest'
import { checkPassphrase } from './passphrase.ts'

test.each([
  'grønne ænder på Ærø',
  'kaffe lampe sejl torden',
  'Min mormors kagedåse er rød',
  '9f2k-77qp-x1zw',
  '🦆🐟🌳🚲🏠🌧☕🎻🧦🪁🍎🔑',
  'sommerferien 1987 i Skagen',
])('%j may be chosen', (passphrase) => expect(checkPassphrase(passphrase)).toEqual([]))

test.each([
  '',
  'kort',
  'elleve tegn',
  // Two code points each, one character on the screen: normalised before they are counted.
  'e\u0301'.repeat(6),
])('%j is too short', (passphrase) => expect(checkPassphrase(passphrase)).toContain('tooShort'))

describe('what guessers try first is too common', () => {
  test.each([
    'adgangskode1234',
    'Password12345!',
    'passwordpassword',
    'Kodeord-Kodeord-2026',
    'hemmelighed 1',
    'velkommen2026!!',
    'lederkreds 2026',
    'aaaaaaaaaaaa',
    'abababababab',
    'hallohallohallo',
    '123456789012',
    '098765432109',
    'qwertyuiopåasdf',
    'abcdefghijklm',
    'zyxwvutsrqponm',
    'correct horse battery staple',
    '!!!!!!!!!!!!',
  ])('%j', (passphrase) => expect(checkPassphrase(passphrase)).toContain('tooCommon'))
})
