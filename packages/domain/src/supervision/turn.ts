/** How many rounds of one meeting are planned at most: no day has room for more. Those that are held may be more. */
export const mostRounds = 4

/** The roles that go round. Who has none of them is in the team. */
export const turnRoles = ['focus', 'supervisor', 'timekeeper'] as const
export type TurnRole = (typeof turnRoles)[number]

/** Who has which role in one round; null where nobody has it. The timekeeper is one of the team. */
export interface RoundRoles {
  readonly focusId: string | null
  readonly supervisorId: string | null
  readonly timekeeperId: string | null
  readonly teamIds: readonly string[]
}

/** Why somebody is proposed: a stable key that the page translates. It never tells of a tie. */
export type TurnReason =
  | 'swapped'
  | 'swapNotAllowed'
  | 'kept'
  | 'onlyOne'
  | 'notYet'
  | 'fewest'
  | 'longestAgo'
  | 'listed'
  | 'fits'
  | 'nobody'

export interface RoundProposal extends RoundRoles {
  readonly reasons: Readonly<Record<TurnRole, TurnReason>>
}

/** Two have agreed: in this round of the meeting (0 is the first) `to` does what was `from`'s to do. */
export interface Swap {
  readonly round: number
  readonly role: TurnRole
  readonly from: string
  readonly to: string
}

export interface Turns {
  readonly rounds: number
  /** Rounds without a focus person (0 is the first): most methods of reflection have none. */
  readonly withoutFocus: readonly number[]
  /** Who is here, in the order that decides between equals. */
  readonly present: readonly string[]
  /** The rounds of the season so far, oldest first. */
  readonly history: readonly RoundRoles[]
  /** Who does not want to be focus person today. */
  readonly passes: readonly string[]
  /** Pairs who are too close for one to supervise the other's case. */
  readonly ties: readonly (readonly [string, string])[]
}

/** Who has each role in each round of the meeting. */
export type Seats = Readonly<Record<TurnRole, readonly (string | null)[]>>

export const idOf = (roles: RoundRoles, role: TurnRole): string | null => roles[`${role}Id`]
