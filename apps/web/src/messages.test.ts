import { describe, expect, test } from 'vitest'

type Messages = { [key: string]: string | Messages }

/** `seal.self` → "Kun dig", for every text of a file, however deep. */
const flat = (messages: Messages, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )

const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

const files = import.meta.glob<{ messages: Messages }>('./**/messages.*.ts', { eager: true })
const textsOf = (file: string) => Object.fromEntries(flat(files[file]?.messages ?? {}))

describe.each(Object.keys(files).filter((file) => file.endsWith('.da.ts')))('%s', (file) => {
  const danish = textsOf(file)
  const english = textsOf(file.replace('.da.', '.en.'))

  test('Danish and English say the same things', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(danish).sort())
  })

  test('no text is empty', () => {
    expect([...Object.entries(danish), ...Object.entries(english)].filter(([, text]) => !text.trim())).toEqual([])
  })

  test('the same things are filled in', () => {
    const different = Object.keys(danish).filter(
      (key) => `${gaps(danish[key] ?? '')}` !== `${gaps(english[key] ?? '')}`,
    )
    expect(different).toEqual([])
  })
})
