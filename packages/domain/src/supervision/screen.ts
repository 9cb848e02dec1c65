import type { Words } from '../text.ts'
import { promptFor } from '../toolbox/prompts.ts'
import type { ProtocolPhase } from '../toolbox/protocol.ts'
import { mostAdded, phaseBeside, phaseOf, type RoundSetup, type RoundState } from './round.ts'

/** What one person's screen shows of a round now. */
export interface Screen {
  readonly phase: ProtocolPhase
  /** Which phase it is, counted from one, and of how many. */
  readonly place: number
  readonly places: number
  readonly next: ProtocolPhase | null
  readonly previous: ProtocolPhase | null
  /** Null for somebody who only looks on. */
  readonly role: string | null
  /** What she is told; null for somebody who only looks on. */
  readonly prompt: Words | null
  /** `works`: everybody does, in silence. */
  readonly does: 'speaks' | 'listens' | 'works'
  readonly isFocus: boolean
  readonly isLead: boolean
  readonly isAway: boolean
  /** It is her case and she listens: nothing to type, nothing to press but pass and time-out. */
  readonly isQuiet: boolean
  /** Whether she sees the phase's questions: whoever speaks, works or leads. */
  readonly asks: boolean
  /** Whether a minute more is still one that counts. */
  readonly canAdd: boolean
  /** Who is here and may speak, in the order of a round of the table. */
  readonly speaking: readonly string[]
  /** Whether all who are here speak, one after the other: three or more of them. */
  readonly isRoundOfTable: boolean
  /** The phase of silent writing that counts now: this one, or the last one before it whose texts lie open. */
  readonly writing: ProtocolPhase | null
  /** Who is here and writes in it: whoever speaks, and everybody where nobody does. */
  readonly writers: readonly string[]
  /** Whether its texts lie open. */
  readonly isRevealed: boolean
  /** Whether they write now, so that nobody speaks yet. */
  readonly isSilent: boolean
}

/** Throws a RangeError for a state whose phase is not the protocol's. */
export function screenOf(setup: RoundSetup, state: RoundState, personId: string): Screen {
  const { protocol } = setup
  const phase = phaseOf(protocol, state.phase)
  const role = state.roles.get(personId) ?? null
  const does = doingOf(phase, role)
  const isLead = state.leadId === personId
  const isFocus = role !== null && role === protocol.focusRole
  const speaking = speakingIn(setup, state, phase)
  const writing = writingIn(setup, state, phase)
  const isRevealed = writing !== null && state.revealed.has(writing.id)
  return {
    phase,
    place: protocol.phases.indexOf(phase) + 1,
    places: protocol.phases.length,
    next: phaseBeside(protocol, phase.id, 1),
    previous: phaseBeside(protocol, phase.id, -1),
    role,
    prompt: role === null ? null : promptFor(phase, role, protocol),
    does,
    isFocus,
    isLead,
    isAway: state.away.has(personId),
    isQuiet: isFocus && does === 'listens' && !isLead,
    asks: isLead || (role !== null && does !== 'listens'),
    canAdd: state.addedMinutes < mostAdded(phase),
    speaking,
    isRoundOfTable: speaking.length > 2 && speaking.length === peopleHere(setup, state).length,
    writers: writing ? writersIn(setup, state, writing) : [],
    writing,
    isRevealed,
    isSilent: phase.isWriting && !isRevealed,
  }
}

function doingOf({ speakers }: ProtocolPhase, role: string | null): Screen['does'] {
  if (speakers.length === 0) return 'works'
  return role !== null && speakers.includes(role) ? 'speaks' : 'listens'
}

const peopleHere = ({ people }: RoundSetup, { away }: RoundState) =>
  people.filter(({ personId }) => !away.has(personId))

function writingIn({ protocol: { phases } }: RoundSetup, { revealed }: RoundState, now: ProtocolPhase) {
  const before = phases.slice(0, phases.indexOf(now)).findLast(({ isWriting, id }) => isWriting && revealed.has(id))
  return now.isWriting ? now : (before ?? null)
}

const writersIn = (setup: RoundSetup, state: RoundState, phase: ProtocolPhase): string[] =>
  phase.speakers.length === 0
    ? peopleHere(setup, state).map(({ personId }) => personId)
    : speakingIn(setup, state, phase)

/** Each phase begins with somebody else, so that nobody is always first, or always last. */
function speakingIn(setup: RoundSetup, state: RoundState, { id, speakers }: ProtocolPhase): string[] {
  const here = peopleHere(setup, state)
  const first = setup.protocol.phases.findIndex((phase) => phase.id === id) % Math.max(1, here.length)
  return [...here.slice(first), ...here.slice(0, first)]
    .map(({ personId }) => personId)
    .filter((personId) => speakers.includes(state.roles.get(personId) ?? ''))
}
