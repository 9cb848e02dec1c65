import { newEntry } from '@lederkreds/domain/journal/entry'
import { expect, test, vi } from 'vitest'
import type { OpenDocument } from '../account/vault-documents.ts'
import { JournalDesk, type JournalDocuments } from './journal-desk.ts'

const today = '2026-11-25'

/** The vault's documents without keys, storage or server. */
function openDesk() {
  const open = new Map<string, OpenDocument>()
  const drafts = new Map<string, unknown>()
  const listeners: ((ids: readonly string[]) => void)[] = []
  const tell = (id: string) => {
    for (const listener of listeners) listener([id])
  }
  const put = (id: string, document: unknown, kind: OpenDocument['kind'] = 'journal') => {
    const version = (open.get(id)?.version ?? 0) + 1
    const kept = { id, kind, version, createdOn: today, expiresOn: null, document: structuredClone(document) }
    open.set(id, kept)
    tell(id)
    return kept
  }
  const documents: JournalDocuments = {
    all: <Document>(kind: OpenDocument['kind']) =>
      [...open.values()].filter((each) => each.kind === kind) as OpenDocument<Document>[],
    get: (id) => open.get(id),
    onChange: (listener) => void listeners.push((ids) => listener(ids, 'here')),
    save: async (kind, id, document) => put(id ?? crypto.randomUUID(), document, kind),
    remove: async (id) => {
      open.delete(id)
      tell(id)
    },
    unsent: async () => [],
    keepDraft: async (name, draft) => void drafts.set(name, draft),
    draft: async (name) => drafts.get(name),
    dropDraft: async (name) => void drafts.delete(name),
  }
  return { desk: new JournalDesk(documents), put, open }
}

const written = (day: string, trigger: string, more: object = {}) => ({
  ...newEntry(`${day}T21:00:00+01:00`),
  trigger,
  ...more,
})

const idOf = async (kept: Promise<{ isKept: boolean }>) => {
  const saved = await kept
  if (!saved.isKept || !('id' in saved)) throw new Error('not kept')
  return String(saved.id)
}

test('entries come newest day first, thirty at a time, and are found by their words', async () => {
  const { desk } = openDesk()
  for (let day = 1; day <= 31; day++)
    await desk.save(null, null, written(`2026-10-${String(day).padStart(2, '0')}`, `Dag ${day} på Rådhuset`), today)
  const { rows, total } = desk.list(0)
  expect([rows.length, total]).toEqual([30, 31])
  expect(rows[0]?.words).toBe('Dag 31 på Rådhuset')
  expect(desk.list(1).rows.map(({ day }) => day)).toEqual(['2026-10-01'])
  expect(desk.search('rådhus 17', 'da').map(({ row: { day } }) => day)).toEqual(['2026-10-17'])
})

test('what was deleted is found no longer', async () => {
  const { desk } = openDesk()
  const id = await idOf(desk.save(null, null, written(today, 'Hemmelighed'), today))
  await desk.remove(id, today)
  expect(desk.search('hemmelighed', 'da')).toEqual([])
  expect(await desk.item(id)).toBeNull()
})

test('a change to what another device has changed meanwhile is kept beside it', async () => {
  const { desk, put } = openDesk()
  const before = written(today, 'Begyndelsen')
  const id = await idOf(desk.save(null, null, before, today))
  put(id, written(today, 'Den andens'))
  const kept = await desk.save(id, before, { ...before, trigger: 'Min' }, today)
  expect(kept).toMatchObject({ isKept: true, beside: id })
  const triggers = desk.list(0).rows.map(({ words, conflictOf }) => [words, conflictOf])
  expect(triggers).toHaveLength(2)
  expect(triggers).toContainEqual(['Den andens', null])
  expect(triggers).toContainEqual(['Min', id])
})

test('a change to what nobody else has changed takes its place', async () => {
  const { desk } = openDesk()
  const id = await idOf(desk.save(null, null, written(today, 'Begyndelsen'), today))
  const item = await desk.item(id)
  if (!item?.isKnown || item.document.type !== 'entry') throw new Error('no entry')
  await desk.save(id, item.document, { ...item.document, trigger: 'Rettet' }, today)
  expect(desk.list(0).rows.map(({ words }) => words)).toEqual(['Rettet'])
})

test('what is wrong is said by field, and nothing is kept', async () => {
  const { desk, open } = openDesk()
  const kept = await desk.save(null, null, written(today, 'x'.repeat(4001), { day: '2026-02-30' }), today)
  expect(kept).toEqual({
    isKept: false,
    issues: [
      { path: 'day', problem: 'notADate' },
      { path: 'trigger', problem: 'tooLong' },
    ],
  })
  expect(open.size).toBe(0)
})

test('what a newer version wrote has a line of its own and is not written over', async () => {
  const { desk, put } = openDesk()
  put('newer', { type: 'dream', format: 7, day: today })
  expect(desk.list(0).rows).toMatchObject([{ id: 'newer', type: 'newer' }])
  const kept = await desk.save('newer', null, written(today, 'Oveni'), today)
  expect(kept).toMatchObject({ beside: 'newer' })
  expect(desk.items().find(({ id }) => id === 'newer')?.document).toMatchObject({ type: 'dream', format: 7 })
})

test('a case and what she kept of a round are no lines of the journal, but are taken out with it', () => {
  const { desk, put } = openDesk()
  put('case', { type: 'caseDraft', format: 1, want: 'Ro' }, 'caseDraft')
  put('step', { type: 'nextStep', format: 1, text: 'Ringe' }, 'nextStep')
  expect([desk.list(0).total, desk.items().map(({ id }) => id)]).toEqual([0, ['case', 'step']])
})

test('choices of two devices become one document, and what either switched off stays off', async () => {
  const { desk, put, open } = openDesk()
  const off = { pulse: false, sleep: false, sliders: false, recovery: false, hardWeek: false, themes: false }
  put('a', { type: 'preferences', format: 1, off: { ...off, pulse: true } })
  put('b', { type: 'preferences', format: 1, off: { ...off, sleep: true } })
  expect(desk.preferences().off).toMatchObject({ pulse: true, sleep: true, sliders: false })
  await desk.choose({ off: { ...desk.preferences().off, sleep: false } }, today)
  expect(desk.preferences().off).toMatchObject({ pulse: true, sleep: false })
  expect([...open.keys()]).toEqual(['a'])
})

test('many changes at once are told once', async () => {
  vi.useFakeTimers()
  const { desk, put } = openDesk()
  const listener = vi.fn()
  const stop = desk.onChange(listener)
  for (let number = 0; number < 50; number++) put(String(number), written(today, 'Mange'))
  await vi.runAllTimersAsync()
  expect(listener).toHaveBeenCalledTimes(1)
  stop()
  put('one more', written(today, 'Efter'))
  await vi.runAllTimersAsync()
  expect(listener).toHaveBeenCalledTimes(1)
  vi.useRealTimers()
})

test('the front says what is due, and goes by the pulse alone', async () => {
  const { desk } = openDesk()
  expect(await desk.front(today)).toMatchObject({ isPulseDue: true, hardWeek: 'none', hasDraft: false, total: 0 })
  const text = 'Jeg kan ikke mere, det hele er for meget'
  await desk.save(null, null, written(today, text, { demands: 100, influence: 0, support: 0 }), today)
  expect(await desk.front(today)).toMatchObject({ hardWeek: 'none' })
  const pulse = { type: 'pulse', format: 1, day: today, writtenAt: `${today}T08:00:00+01:00`, answer: 'often' }
  await desk.save(null, null, pulse, today)
  expect(await desk.front(today)).toMatchObject({ isPulseDue: false, hardWeek: 'mild' })
})
