import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Mailbox, openMailbox } from './mailbox.ts'

let mailbox: Mailbox
let send: (to: string, subject?: string) => Promise<unknown>

beforeEach(async () => {
  mailbox = await openMailbox()
  const transport = createTransport(mailbox.url)
  send = (to, subject = 'Hej') =>
    transport.sendMail({ from: 'Netværk <net@example.dk>', to, subject, text: 'Rød grød', html: '<p>Rød</p>' })
})

afterEach(() => mailbox.stop())

test('a letter arrives whole, for each of its recipients, whoever asks first', async () => {
  const waiting = mailbox.letterTo('Ben@Example.dk', { subject: 'Indbydelse' })
  await send('ada@example.dk, ben@example.dk', 'Indbydelse på dansk: æøå')
  const letter = await waiting
  expect(letter).toMatchObject({ to: 'ben@example.dk', subject: 'Indbydelse på dansk: æøå', html: '<p>Rød</p>' })
  expect(letter.text.trim()).toBe('Rød grød')
  expect(letter.source).toContain('From: =?UTF-8?Q?')
  expect((await mailbox.letterTo('ada@example.dk')).at).toBeInstanceOf(Date)
})

test('what never arrives is named, beside what did', async () => {
  await send('ada@example.dk')
  await expect(mailbox.letterTo('ben@example.dk', { within: 50 })).rejects.toThrow(
    'No letter to ben@example.dk within 50 ms. Arrived: ada@example.dk: Hej',
  )
})

test('only letters after a given one count when asked so', async () => {
  await send('ada@example.dk', 'One')
  const after = await mailbox.letterTo('ada@example.dk')
  const next = mailbox.letterTo('ada@example.dk', { after })
  await send('ada@example.dk', 'Two')
  expect((await next).subject).toBe('Two')
})

test('a recipient is refused for good, put off, or cut off', async () => {
  mailbox.treat('gone@example.dk', 'refuse')
  mailbox.treat('busy@example.dk', 'defer')
  mailbox.treat('lost@example.dk', 'hangUp')
  await expect(send('gone@example.dk')).rejects.toMatchObject({ responseCode: 550 })
  await expect(send('busy@example.dk')).rejects.toMatchObject({ responseCode: 451 })
  await expect(send('lost@example.dk')).rejects.toThrow()
  mailbox.treat('busy@example.dk', 'accept')
  await send('busy@example.dk')
  expect(mailbox.letters.map(({ to }) => to)).toEqual(['busy@example.dk'])
})

test('the server goes away and comes back at the same address', async () => {
  await mailbox.stop()
  await expect(send('ada@example.dk')).rejects.toThrow('ECONNREFUSED')
  await mailbox.start()
  await send('ada@example.dk')
  expect(await mailbox.letterTo('ada@example.dk')).toMatchObject({ subject: 'Hej' })
})
