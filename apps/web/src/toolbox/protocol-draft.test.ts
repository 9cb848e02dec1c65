import { protocolEdit } from '@lederkreds/domain/toolbox/own-protocol'
import { protocolOf, protocols } from '@lederkreds/domain/toolbox/protocols'
import { expect, test } from 'vitest'
import { draftOf, editOfDraft, freeId, moved, withoutRole, withPhase, withRole } from './protocol-draft.ts'

const base = protocolOf('kollegial-sparring-8-trin')
const draft = draftOf(base)

test.each(protocols)('$id comes out of the editor as it went in', (protocol) => {
  const saved = protocolEdit.parse(editOfDraft(draftOf(protocol)))
  expect(saved.phases.map(({ silent: _, ...phase }) => phase)).toEqual(
    protocol.phases.map(({ silent: _, ...phase }) => phase),
  )
  expect([saved.name, saved.roles, saved.leadRole]).toEqual([protocol.name, protocol.roles, protocol.leadRole])
})

test('a block goes up or down, and stays at either end', () => {
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
})

test('a new phase has an id of its own, also after one was taken away', () => {
  expect(freeId('fase', [{ id: 'fase-1' }, { id: 'fase-3' }])).toBe('fase-4')
  const twice = withPhase(withPhase(draft))
  expect(new Set(twice.phases.map(({ id }) => id)).size).toBe(draft.phases.length + 2)
  expect(twice.phases.at(-1)?.speakers).toEqual(['sparringsleder', 'indehaver', 'deltager'])
})

test('a role that goes leaves nothing behind that cannot be saved', () => {
  const without = withoutRole(draft, 'indehaver')
  expect(without.focusRole).toBeNull()
  const edit = editOfDraft(without)
  expect(edit.phases.flatMap(({ prompts }) => prompts).some(({ role }) => role === 'indehaver')).toBe(false)
  expect(protocolEdit.safeParse(edit).success).toBe(true)
  expect(withRole(without).roles.at(-1)?.id).toBe('rolle-3')
})

test('what is written in Danish alone stands in both languages, and is shown once when it is edited again', () => {
  const own = protocolEdit.parse(editOfDraft({ ...draft, name: { da: 'Vores', en: '' } }))
  expect(own.name).toEqual({ da: 'Vores', en: 'Vores' })
  expect(draftOf(own).name).toEqual({ da: 'Vores', en: '' })
})
