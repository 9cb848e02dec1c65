import fc from 'fast-check'
import { expect, test } from 'vitest'
import { promptFor } from '../toolbox/prompts.ts'
import { incidentmetoden } from '../toolbox/protocols/incidentmetoden.ts'
import { reflekterendeTeam as protocol } from '../toolbox/protocols/reflekterende-team.ts'
import { startStopFortsaet } from '../toolbox/protocols/start-stop-fortsaet.ts'
import { protocols } from '../toolbox/protocols.ts'
import { type RoundEvent, type RoundHappening, type RoundSetup, reduceRound } from './round.ts'
import { type Screen, screenOf } from './screen.ts'

const setup: RoundSetup = {
  protocol,
  people: [
    { personId: 'ali', role: 'team' },
    { personId: 'bo', role: 'team' },
    { personId: 'jonas', role: 'supervisor' },
    { personId: 'mette', role: 'fokusperson' },
  ],
  leadId: 'jonas',
}

const log = (...happenings: readonly RoundHappening[]): RoundEvent[] =>
  happenings.map((happening, place) => ({ ...happening, id: `${place}`, clock: place + 1, at: place, by: 'jonas' }))

/** What somebody sees once the round has gone on to this phase. */
function seenIn(phase: string, personId: string, ...then: readonly RoundHappening[]): Screen {
  const { phases } = protocol
  const until = phases.slice(1, phases.findIndex(({ id }) => id === phase) + 1)
  const steps = until.map(({ id }, at) => ({ kind: 'advanced', from: phases[at]?.id ?? '', to: id }) as const)
  return screenOf(setup, reduceRound(setup, log({ kind: 'started' }, ...steps, ...then)), personId)
}

test('while the team reflects the focus person has a quiet screen without questions', () => {
  expect(seenIn('refleksion-1', 'mette')).toMatchObject({
    does: 'listens',
    isFocus: true,
    isQuiet: true,
    asks: false,
    place: 3,
    places: 8,
  })
  expect(seenIn('interview-1', 'mette')).toMatchObject({ does: 'speaks', isQuiet: false, asks: true })
})

test('everybody is told what her own role does now', () => {
  const phase = seenIn('refleksion-1', 'mette').phase
  expect(seenIn('refleksion-1', 'mette').prompt).toEqual(promptFor(phase, 'fokusperson', protocol))
  expect(seenIn('refleksion-1', 'ali').prompt).toEqual(promptFor(phase, 'team', protocol))
  expect(seenIn('refleksion-1', 'kim').prompt).toBeNull()
})

test('whoever leads sees the questions also while others speak', () => {
  expect(seenIn('refleksion-1', 'jonas')).toMatchObject({ does: 'listens', isLead: true, asks: true, isQuiet: false })
  expect(seenIn('interview-1', 'ali')).toMatchObject({ does: 'listens', isLead: false, asks: false })
})

test('a focus person who has taken over the lead can lead', () => {
  const screen = seenIn('refleksion-1', 'mette', { kind: 'leadPassed', personId: 'mette' })
  expect(screen).toMatchObject({ isLead: true, isQuiet: false, asks: true })
})

test('those who speak are named, without whoever has left', () => {
  expect(seenIn('refleksion-1', 'mette').speaking).toEqual(['ali', 'bo'])
  const without = seenIn('refleksion-1', 'mette', { kind: 'left', personId: 'ali' })
  expect(without.speaking).toEqual(['bo'])
  expect(seenIn('refleksion-1', 'ali', { kind: 'left', personId: 'ali' }).isAway).toBe(true)
})

test('where all speak there is an order, and it begins with another person each time', () => {
  const last = seenIn('meta', 'bo')
  expect(last).toMatchObject({ isRoundOfTable: true, speaking: ['mette', 'ali', 'bo', 'jonas'], next: null })
  expect(seenIn('refleksion-2', 'bo').isRoundOfTable).toBe(false)
})

test('a phase can be doubled, and then no minute more is offered', () => {
  const more = (minutes: number) => seenIn('refleksion-1', 'ali', { kind: 'extended', phase: 'refleksion-1', minutes })
  expect([more(7).canAdd, more(8).canAdd]).toEqual([true, false])
})

test('somebody without a role looks on, and sees the questions only if she leads', () => {
  expect(seenIn('interview-1', 'kim')).toMatchObject({ role: null, does: 'listens', asks: false, isQuiet: false })
})

test('in every phase of every protocol each role speaks, listens or works, and a quiet screen shows no questions', () => {
  const phases = protocols.flatMap((each) => each.phases.map(({ id }) => ({ each, id })))
  fc.assert(
    fc.property(fc.constantFrom(...phases), fc.nat(), ({ each, id }, pick) => {
      const people = each.roles.map((role) => ({ personId: `somebody as ${role.id}`, role: role.id }))
      const round = { protocol: each, people, leadId: people[pick % people.length]?.personId ?? '' }
      const state = { ...reduceRound(round, log({ kind: 'started' })), phase: id }
      const screens = people.map(({ personId }) => ({ personId, ...screenOf(round, state, personId) }))
      const speaking = screens.filter(({ does }) => does === 'speaks').map(({ personId }) => personId)
      expect([...speaking].sort()).toEqual([...(screens[0]?.speaking ?? [])].sort())
      for (const { isQuiet, asks, isLead, isFocus } of screens) {
        if (isQuiet) expect([asks, isLead, isFocus]).toEqual([false, false, true])
      }
    }),
  )
})

const incident: RoundSetup = {
  protocol: incidentmetoden,
  people: [
    { personId: 'mette', role: 'indbringer' },
    { personId: 'jonas', role: 'samtaleleder' },
    { personId: 'ali', role: 'deltager' },
    { personId: 'bo', role: 'deltager' },
  ],
  leadId: 'jonas',
}
const before = incident.protocol.phases.findIndex(({ isWriting }) => isWriting)
const toWriting = incident.protocol.phases.slice(0, before).flatMap(({ id }, at) => {
  const to = incident.protocol.phases[at + 1]?.id
  return to ? [{ kind: 'advanced', from: id, to } as const] : []
})
const inIncident = (personId: string, ...then: readonly RoundHappening[]) =>
  screenOf(incident, reduceRound(incident, log({ kind: 'started' }, ...toWriting, ...then)), personId)

test('those who speak in a phase of silent writing write, and whoever listens does not', () => {
  const screen = inIncident('mette')
  expect(screen).toMatchObject({ writing: { id: 'analyse' }, isRevealed: false, isSilent: true, isQuiet: true })
  expect(screen.writers.toSorted()).toEqual(['ali', 'bo', 'jonas'])
  expect(inIncident('mette', { kind: 'left', personId: 'bo' }).writers.toSorted()).toEqual(['ali', 'jonas'])
})

test('where nobody speaks everybody writes', () => {
  const people = [
    { personId: 'jonas', role: 'tovholder' },
    { personId: 'ali', role: 'deltager' },
  ]
  const all: RoundSetup = { protocol: startStopFortsaet, people, leadId: 'jonas' }
  expect(screenOf(all, reduceRound(all, log({ kind: 'started' })), 'ali').writers).toEqual(['jonas', 'ali'])
})

test('what was shown lies open in the phases after it, what was not is seen by nobody', () => {
  const next = { kind: 'advanced', from: 'analyse', to: 'raadrunde' } as const
  const shown = { kind: 'revealed', phase: 'analyse' } as const
  expect(inIncident('ali', shown)).toMatchObject({ writing: { id: 'analyse' }, isRevealed: true, isSilent: false })
  expect(inIncident('ali', shown, next)).toMatchObject({ writing: { id: 'analyse' }, isRevealed: true })
  expect(inIncident('ali', next)).toMatchObject({ writing: null, isRevealed: false, writers: [] })
  expect(seenIn('refleksion-1', 'ali')).toMatchObject({ writing: null, writers: [] })
})
