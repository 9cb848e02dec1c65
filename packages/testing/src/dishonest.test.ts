import { expect, test } from 'vitest'
import { Between, spellings } from './dishonest.ts'

const secret = 'Tågehorn i måneskin'
const bytes = Buffer.from(secret)

test.each([
  ['as it is', `{"text":"${secret}"}`],
  ['as bytes', bytes.toString('latin1')],
  ['in an address', `/?q=${encodeURIComponent(secret)}`],
  ['escaped', '"T\\u00e5gehorn i m\\u00e5neskin"'],
  ['in capitals', secret.toUpperCase()],
  ['in hex', bytes.toString('hex')],
  ['as numbers', JSON.stringify([...bytes])],
  ['as a record of numbers', JSON.stringify(new Uint8Array(bytes))],
  ...[0, 1, 2, 3, 4, 5].flatMap((before) =>
    (['base64', 'base64url'] as const).map((form): [string, string] => [
      `in ${form}, behind ${before} bytes`,
      Buffer.concat([Buffer.alloc(before, 7), bytes, Buffer.alloc(2, 9)]).toString(form),
    ]),
  ),
])('a secret is found %s', (_form, sent) => {
  const between = new Between({})
  between.sent.push('something else', `x${sent}y`)
  expect(between.leaked({ secret })).toEqual(['secret'])
  expect(between.leaked({ another: 'Ravnekrog ved fjorden' })).toEqual([])
})

test('a key of random bytes is found too, and no spelling is so short that anything has it', () => {
  const key = crypto.getRandomValues(new Uint8Array(32))
  const between = new Between({})
  between.sent.push(`{"key":"${Buffer.from(key).toString('base64url')}"}`)
  expect(between.leaked({ key })).toEqual(['key'])
  for (const spelling of spellings(key)) expect(spelling.length).toBeGreaterThan(24)
})
