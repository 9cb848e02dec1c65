import { randomBytes } from 'node:crypto'
import { addOrganisation, addPerson, addSession } from './seed-account.ts'
import { addConsents, addFeedbackAnswer, addFeedbackCycle, addFeedbackStep, addSentence } from './seed-feedback.ts'
import { addHelpContacts, addReminder } from './seed-journal.ts'
import { addDecision, addMeeting, addSeason } from './seed-meetings.ts'
import { addNetwork } from './seed-networks.ts'
import { addKeys, addSealedItem } from './seed-sealed.ts'
import { addRound, addRoundPlan } from './seed-supervision.ts'
import { addProtocol } from './seed-toolbox.ts'

/** Rows by table, in an order in which every row's parents come first. Column names are the database's. */
export const tables = [
  'organisation',
  'person',
  'account',
  'position',
  'person_role',
  'session',
  'session_token',
  'passkey',
  'key_wrap',
  'identity',
  'identity_secret',
  'protocol',
  'protocol_version',
  'network',
  'network_consultant',
  'event_counter',
  'event',
  'ground_rules',
  'membership',
  'ground_rules_acceptance',
  'invitation',
  'letter',
  'season',
  'season_decision',
  'meeting',
  'attendance',
  'round',
  'round_role',
  'round_event',
  'round_plan',
  'planned_round',
  'turn_pass',
  'turn_swap',
  'declared_tie',
  'audit_entry',
  'feedback_step',
  'feedback_cycle',
  'feedback_invitation',
  'feedback_issuer',
  'feedback_staged',
  'sealed_item',
  'sealed_key',
  'feedback_answer',
  'sentence_consent',
  'published_sentence',
  'help_contact_list',
  'reminder',
] as const

export type Table = (typeof tables)[number]
export type Row = Record<string, string | number | boolean | Date | Buffer | string[] | null>

export type SeededPerson = { id: string; organisationId: string; name: string; email: string }
export type SeededNetwork = {
  id: string
  name: string
  organisationId: string
  members: SeededPerson[]
  convenor: SeededPerson | null
  consultant: SeededPerson
}
export type SeededRound = {
  id: string
  lead: SeededPerson
  people: { person: SeededPerson; role: string }[]
}
export type SeededCycle = {
  id: string
  networkId: string
  receiver: SeededPerson
  givers: SeededPerson[]
  askId: string
}
export type SeededMeeting = { id: string; startsAt: Date; endsAt: Date }

/**
 * Collects rows for a demo, a test or a benchmark; {@link load} writes them. Given the same random source and clock it
 * makes the same rows. Nothing here goes around a rule of the product: the rows are those that its use would leave.
 */
export class Seed {
  readonly rows = new Map<Table, Row[]>(tables.map((table) => [table, []]))
  readonly now: Date
  readonly random: (size: number) => Buffer
  /** How many people there are so far. */
  people = 0

  constructor({ now = new Date(), random = randomBytes }: { now?: Date; random?: (size: number) => Buffer } = {}) {
    this.now = now
    this.random = random
  }

  /** A version 7 UUID of the seed's clock. */
  id(): string {
    const bytes = this.random(16)
    bytes.writeUIntBE(this.now.getTime(), 0, 6)
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }

  /** A random UUID, as devices make them. */
  uuid4(): string {
    const bytes = this.random(16)
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }

  add(table: Table, row: Row) {
    this.rows.get(table)?.push(row)
  }

  readonly organisation = this.#makes(addOrganisation)
  readonly person = this.#makes(addPerson)
  readonly session = this.#makes(addSession)
  readonly keys = this.#makes(addKeys)
  readonly sealedItem = this.#makes(addSealedItem)
  readonly helpContacts = this.#makes(addHelpContacts)
  readonly reminder = this.#makes(addReminder)
  readonly protocol = this.#makes(addProtocol)
  readonly network = this.#makes(addNetwork)
  readonly season = this.#makes(addSeason)
  readonly decision = this.#makes(addDecision)
  readonly meeting = this.#makes(addMeeting)
  readonly roundPlan = this.#makes(addRoundPlan)
  readonly round = this.#makes(addRound)
  readonly feedbackStep = this.#makes(addFeedbackStep)
  readonly feedbackCycle = this.#makes(addFeedbackCycle)
  readonly feedbackAnswer = this.#makes(addFeedbackAnswer)
  readonly consents = this.#makes(addConsents)
  readonly sentence = this.#makes(addSentence)

  /** What one feature adds, as a method; its rows and their columns are said in `seed-<feature>.ts`. */
  #makes<Args extends unknown[], Made>(make: (seed: Seed, ...args: Args) => Made) {
    return (...args: Args): Made => make(this, ...args)
  }
}
