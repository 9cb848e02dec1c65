import { describe, expect, test } from 'vitest'
import type { Words } from '../text.ts'
import { defaultMethods, methodOf, methods } from './methods.ts'
import { minutesOf, type Protocol, type ProtocolPhase, type ProtocolRole } from './protocol.ts'
import { protocolOf, protocols } from './protocols.ts'

/** Names that are spelt alike in Danish and English. */
const sameInBoth = new Set([
  ...['Case Clinic', 'Center for Creative Leadership (SBI)', 'Coach', 'Dilemma', 'Facilitator', 'Feedforward', 'Giver'],
  ...['Interview', 'Kim-Oliver Tietze, Hamburg (2003)', 'Liberating Structures (Lipmanowicz & McCandless, 2013)'],
  ...['Marshall Goldsmith', 'Mediator', 'Moderator', 'Organisation', 'Person A', 'Person B', 'Person C'],
  ...['Presencing Institute, u.lab (Theory U)', 'Supervisor'],
])

const byId = protocols.map((protocol) => [protocol.id, protocol] as const)

test('the list has every method once, in the order of the light list, with what that says of it', () => {
  const light = protocols.map((protocol) => {
    const { id, kind, name, minParticipants, maxParticipants } = protocol
    return { id, kind, minutes: minutesOf(protocol), minParticipants, maxParticipants, name }
  })
  expect(light).toEqual(methods)
  for (const { id } of methods) expect(protocolOf(id).id).toBe(id)
})

test('what a network starts with is for newcomers, and only a Balint group needs somebody trained', () => {
  for (const id of defaultMethods) expect([id, protocolOf(id).forNewcomers]).toEqual([id, true])
  expect(protocols.filter(({ needsConsultant }) => needsConsultant).map(({ id }) => id)).toEqual(['balint'])
  for (const { id, needsConsultant, forNewcomers } of protocols)
    expect([id, needsConsultant && forNewcomers]).toEqual([id, false])
})

test('texts are revealed together in three phases', () => {
  const writing = protocols.flatMap(({ id, phases }) => phases.filter(isWriting).map((phase) => `${id}/${phase.id}`))
  expect(writing).toEqual(['incidentmetoden/analyse', 'aktionslaering/problem-skriv', 'start-stop-fortsaet/skriv'])
})

test('licences name those who ask to be named', () => {
  expect(protocolOf('case-clinic').licence.en).toContain('CC BY-SA 3.0')
  expect(protocolOf('case-clinic').sources).toContain('https://creativecommons.org/licenses/by-sa/3.0/')
  for (const id of ['troika', 'kloge-kolleger'] as const)
    expect(protocolOf(id).licence.en).toMatch(/Lipmanowicz.*McCandless.*CC BY-NC.*our own/)
})

describe.each(byId)('%s', (_id, protocol) => {
  const { phases, roles, minParticipants, maxParticipants, focusRole, leadRole, sources } = protocol

  test('has phases of whole minutes, under ids of their own, that ask something', () => {
    expect(duplicates(phases.map(({ id }) => id))).toEqual([])
    for (const { id, minutes, questions } of phases)
      expect([id, Number.isInteger(minutes) && minutes > 0, questions.length > 0]).toEqual([id, true, true])
    expect(minutesOf(protocol)).toBe(methodOf(protocol.id).minutes)
  })

  test('every role either speaks or is silent in each phase, and is told what to do by no other name', () => {
    const ids = roles.map(({ id }) => id).toSorted()
    expect(duplicates(ids)).toEqual([])
    for (const { id, speakers, silent, prompts } of phases) {
      expect([id, [...speakers, ...silent].toSorted()]).toEqual([id, ids])
      expect([id, Object.keys(prompts).filter((role) => !ids.includes(role))]).toEqual([id, []])
    }
  })

  test('one person has the case, and one leads', () => {
    for (const id of [focusRole, leadRole]) if (id !== null) expect(roles.find((role) => role.id === id)?.count).toBe(1)
    if (focusRole !== null) expect(focusRole).not.toBe(leadRole)
  })

  test('its roles can be filled by every number of people that it is for', () => {
    expect(minParticipants).toBeLessThanOrEqual(maxParticipants)
    for (let people = minParticipants; people <= maxParticipants; people += 1)
      expect([people, canBeFilled(roles, people)]).toEqual([people, true])
    expect(canBeFilled(roles, 0)).toBe(false)
  })

  test('says everything in both languages, in lengths that a phone holds', () => {
    for (const [place, { da, en }] of wordsOf(protocol)) {
      expect([place, da.trim(), da.length > 0 && da.length <= 300]).toEqual([place, da, true])
      expect([place, en.trim(), en.length > 0 && en.length <= 300]).toEqual([place, en, true])
      expect([place, da === en && !sameInBoth.has(da)]).toEqual([place, false])
    }
  })

  test('is set in the type of each language, and English words in English only', () => {
    for (const [place, { da, en }] of wordsOf(protocol)) {
      expect([place, da]).toEqual([place, expect.not.stringMatching(/["“”’]| {2}/)])
      expect([place, en]).toEqual([place, expect.not.stringMatching(/["»«’]| {2}/)])
      expect([place, en.replace('Tromsø', '').replace('BFA Velfærd', '')]).toEqual([
        place,
        expect.not.stringMatching(/[æøå]/i),
      ])
    }
  })

  test('asks with a question mark, and tells with a full stop', () => {
    for (const { questions, instruction, prompts } of phases) {
      for (const { da, en } of questions) expect([da, da.at(-1), en.at(-1)]).toEqual([da, '?', '?'])
      for (const { da, en } of [instruction, ...Object.values(prompts)])
        expect([da, en]).toEqual([expect.stringMatching(/[.?«]$/), expect.stringMatching(/[.?”]$/)])
    }
    const { purpose, when, whenNot, licence, evidence } = protocol
    for (const { da, en } of [purpose, when, whenNot, licence, evidence ?? purpose])
      expect([da, en]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)])
    expect([when.da, whenNot.da, when.en, whenNot.en]).toEqual([
      ...[expect.stringMatching(/^Når /), expect.stringMatching(/^Når /)],
      ...[expect.stringMatching(/^When /), expect.stringMatching(/^When /)],
    ])
  })

  test('names sources as links that stand alone, or as titles', () => {
    expect(sources.length).toBeGreaterThan(0)
    expect(duplicates(sources)).toEqual([])
    for (const source of sources)
      expect([source, /https?:/.test(source) ? !/\s/.test(source) && URL.canParse(source) : true]).toEqual([
        source,
        true,
      ])
  })
})

describe.each(byId.filter(([, { kind }]) => kind === 'supervision' || kind === 'dialogue'))('%s', (_id, { phases }) => {
  test('tells every role in every phase what to do now, in few words', () => {
    for (const { id, speakers, silent, prompts } of phases)
      expect([id, Object.keys(prompts).toSorted()]).toEqual([id, [...speakers, ...silent].toSorted()])
  })
})

test('no prompt is longer than what is read at a glance', () => {
  for (const { id, phases } of protocols)
    for (const { prompts } of phases)
      for (const { da, en } of Object.values(prompts))
        expect([id, da, Math.max(da.length, en.length) <= 200]).toEqual([id, da, true])
})

function isWriting({ isWriting }: ProtocolPhase): boolean {
  return isWriting
}

function duplicates(texts: readonly string[]): string[] {
  return texts.filter((text, place) => texts.indexOf(text) !== place)
}

/** Whether so many people fill the roles, each with at least one and nobody left over. */
function canBeFilled(roles: readonly ProtocolRole[], people: number): boolean {
  if (roles.some(({ count }) => count === 'all')) return roles.length === 1 && people > 0
  const counted = roles.reduce((sum, { count }) => sum + (typeof count === 'number' ? count : 0), 0)
  const rests = roles.filter(({ count }) => count === 'rest').length
  return rests === 0 ? people === counted : rests === 1 && people > counted
}

/** Every text of a protocol, with the place where it stands. */
function wordsOf(protocol: Protocol): [place: string, words: Words][] {
  const { name, purpose, origin, when, whenNot, evidence, licence, roles, phases } = protocol
  return [
    ...Object.entries({ name, purpose, origin, when, whenNot, licence, ...(evidence && { evidence }) }),
    ...roles.map((role): [string, Words] => [`role ${role.id}`, role.name]),
    ...phases.flatMap((phase): [string, Words][] => [
      [`${phase.id} name`, phase.name],
      [`${phase.id} instruction`, phase.instruction],
      ...phase.questions.map((question): [string, Words] => [`${phase.id} question`, question]),
      ...Object.entries(phase.prompts).map(([role, words]): [string, Words] => [`${phase.id} ${role}`, words]),
    ]),
  ]
}
