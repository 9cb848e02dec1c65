import { expect, test } from 'vitest'
import { methodIds } from '../toolbox/methods.ts'
import { minutesOf } from '../toolbox/protocol.ts'
import { protocolOf, protocols } from '../toolbox/protocols.ts'
import { isForGroup } from './agenda.ts'
import { usualMethod } from './usual-method.ts'

test('the usual method is the first for cases that a network has chosen, or the first of all', () => {
  expect(usualMethod(['startkontrakt', 'troika', 'case-clinic']).id).toBe('case-clinic')
  expect(usualMethod(['startkontrakt', 'tre-to-en']).id).toBe('reflekterende-team')
  expect(usualMethod([]).id).toBe('reflekterende-team')
  expect(usualMethod(methodIds).id).toBe('reflekterende-team')
})

test.each(protocols.filter(({ kind }) => kind === 'supervision').map(({ id }) => id))(
  '%s can be the usual one, and is as its protocol has it',
  (id) => {
    const usual = usualMethod([id])
    const protocol = protocolOf(id)
    expect(usual).toMatchObject({ id, minutes: minutesOf(protocol), hasFocus: protocol.focusRole !== null })
    expect(isForGroup(protocol)).toBe(true)
  },
)
