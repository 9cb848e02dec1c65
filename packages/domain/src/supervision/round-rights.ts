import { Refusal } from '../errors.ts'
import type { NetworkState, Standing } from '../networks/network.ts'
import { mostAdded, phaseOf, type RoundHappening, type RoundSetup, type RoundState } from './round.ts'

/** The round has ended: what comes after its end changes nothing and is not kept. */
export class RoundIsOver extends Refusal {
  constructor() {
    super('RoundIsOver')
  }
}

/** Whoever is in the network may watch a round; only those who are in it take part. */
export class NotInThisRound extends Refusal {
  constructor() {
    super('NotInThisRound')
  }
}

/** An event says that it happened later than now: the device's clock was not corrected. */
export class FromTheFuture extends Refusal {
  constructor() {
    super('FromTheFuture')
  }
}

/** A network works with one case at a time: the round that is under way is ended first. */
export class RoundUnderWay extends Refusal {
  constructor() {
    super('RoundUnderWay')
  }
}

/** A round that has started is ended in it, with those who are in it: it can no longer be called off. */
export class RoundStarted extends Refusal {
  constructor() {
    super('RoundStarted')
  }
}

/** Somebody as a round's rules see her; a convenor is one who has accepted the ground rules. */
export interface RoundParty {
  readonly personId: string
  readonly isConvenor: boolean
  readonly isFacilitator: boolean
}

/** Ahead of the server by no more than this, in milliseconds: what a corrected clock may still be wrong by, and far more. */
export const aheadOfServer = 10_000

/**
 * Any member begins a round, so that a group does not wait for a convenor who is ill; a consultant only one that she
 * facilitates herself.
 */
export const mayBegin = (standing: Standing, state: NetworkState, facilitates: boolean): boolean =>
  state === 'active' && ((standing.member && standing.accepted) || (standing.consultant && facilitates))

/** Those with a role in it, whoever facilitates it, and the convenor. */
export const mayTakePart = ({ roles }: Pick<RoundState, 'roles'>, party: RoundParty): boolean =>
  roles.has(party.personId) || party.isFacilitator || party.isConvenor

/** Phases are gone through by the lead; the convenor can always help. In the room she takes the lead for it, told to all. */
export const mayLead = ({ leadId }: Pick<RoundState, 'leadId'>, party: RoundParty): boolean =>
  party.personId === leadId || party.isConvenor

/** Before a round starts whoever began it calls it off, whether or not she is in it; so do its lead and the convenor. */
export const mayCallOff = (
  state: Pick<RoundState, 'leadId' | 'roles'>,
  party: RoundParty,
  begunById: string,
): boolean => party.personId === begunById || (mayTakePart(state, party) && mayLead(state, party))

/** Throws {@link RoundIsOver} or {@link RoundStarted} unless the round still waits. */
export function checkWaiting({ status }: Pick<RoundState, 'status'>): void {
  if (status === 'ended') throw new RoundIsOver()
  if (status !== 'waiting') throw new RoundStarted()
}

/**
 * Whether this may happen by her doing while the round stands so. The lead's are phases, pauses, roles, revealing and the
 * end; anybody adds a minute, calls a time-out and ends it, comes and goes for herself, and takes the lead over when the
 * device that led is gone. A phase is never stretched beyond {@link mostAdded}.
 */
export function mayRecord(setup: RoundSetup, state: RoundState, happening: RoundHappening, party: RoundParty): boolean {
  if (!mayTakePart(state, party)) return false
  const leads = mayLead(state, party)
  switch (happening.kind) {
    case 'paused':
      return leads || happening.reason === 'timeOut'
    case 'resumed':
      return leads || state.pauseReason === 'timeOut'
    case 'extended':
      return (leads || happening.minutes === 1) && fitsPhase(setup, state, happening)
    case 'joined':
    case 'left':
      return happening.personId === party.personId
    case 'leadPassed':
      return leads || happening.personId === party.personId
    default:
      return leads
  }
}

function fitsPhase(
  { protocol }: RoundSetup,
  state: RoundState,
  { phase, minutes }: { phase: string; minutes: number },
) {
  return phase !== state.phase || state.addedMinutes + minutes <= mostAdded(phaseOf(protocol, phase))
}

/** Throws {@link NotInThisRound} for somebody who only watches. */
export function checkTakesPart(state: Pick<RoundState, 'roles'>, party: RoundParty): void {
  if (!mayTakePart(state, party)) throw new NotInThisRound()
}

/** Throws {@link FromTheFuture} when any of these times is more than {@link aheadOfServer} after the server's `now`. */
export function checkTimes(events: readonly { readonly at: number }[], now: Date): void {
  if (events.some(({ at }) => at > now.getTime() + aheadOfServer)) throw new FromTheFuture()
}
