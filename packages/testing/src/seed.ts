import { createHash, randomBytes } from 'node:crypto'
import { canonicalEntry, type IdentityEntry } from '@lederkreds/domain/account/identity'
import type { KeyWrap } from '@lederkreds/domain/account/key-wrap'
import { type SealedKind, sizeClassOf } from '@lederkreds/domain/account/sealed-item'
import { localDate } from '@lederkreds/domain/day'
import type { FeedbackState } from '@lederkreds/domain/feedback/cycle'
import type { PromiseKind } from '@lederkreds/domain/feedback/document'
import type { FeedbackForm } from '@lederkreds/domain/feedback/form'
import type { HelpContact } from '@lederkreds/domain/journal/help-contact'
import type { SeasonChoice } from '@lederkreds/domain/meetings/season-decision'
import type { RoundStays } from '@lederkreds/domain/supervision/round-input'
import type { MethodId } from '@lederkreds/domain/toolbox/methods'
import { editOf, type ProtocolEdit, protocolEdit } from '@lederkreds/domain/toolbox/own-protocol'
import type { OwnProtocol, Protocol } from '@lederkreds/domain/toolbox/protocol'
import { protocolOf } from '@lederkreds/domain/toolbox/protocols'

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

type PersonOptions = {
  name: string
  email?: string
  title?: string
  workplace?: string
  locale?: 'da' | 'en'
  level?: number
  manager?: SeededPerson
  roles?: ('consultant' | 'admin')[]
}

type Rhythm = { from: string; until: string; everyWeeks: number; weekday: number; startTime: string; minutes: number }

type NetworkOptions = {
  name: string
  consultant: SeededPerson
  members: SeededPerson[]
  /** Members who have not accepted the ground rules in force. */
  undecided?: SeededPerson[]
  former?: SeededPerson[]
  convenor?: SeededPerson | null
  purpose?: string
  groundRules?: string
  accessUntil?: string
  endsOn?: string
  methods?: string[]
}

type MeetingOptions = {
  startsAt: Date
  minutes?: number
  place?: string
  link?: string
  attended?: (index: number) => boolean | null
  rsvp?: (index: number) => 'coming' | 'regrets' | null
}

type RoundOptions = {
  method: MethodId
  /** A version of an own protocol that was made from the method; the round has the method's own phases all the same. */
  versionId?: string
  people: SeededPerson[]
  timekeeper?: SeededPerson
  facilitator?: SeededPerson
  meeting?: SeededMeeting
  stays?: RoundStays
  staysUntil?: string
  beganAt?: Date
  /** An ended round has its two events; an open one has none yet. */
  endedAt?: Date
}

type CycleOptions = {
  receiver: SeededPerson
  givers: SeededPerson[]
  form?: FeedbackForm
  promise?: PromiseKind
  deadline?: Date
  createdOn?: string
  state?: FeedbackState
  closedOn?: string
  previous?: Pick<SeededCycle, 'id'>
  stepId?: string
  /** False for one whose question was never saved. */
  asked?: boolean
  /** Those who have answered, or will not; only where answers are signed. */
  answered?: readonly SeededPerson[]
  declined?: readonly SeededPerson[]
}

/** A person's keys as her browser would send them. */
type ReadyKeys = {
  wraps: readonly KeyWrap[]
  identity: IdentityEntry
  /** The identity's private keys, sealed. */
  secret: Uint8Array
}

/** A sealed document as its owner's browser would send it. */
export type ReadyItem = {
  id: string
  kind?: SealedKind
  envelope: Uint8Array
  /** The item's key, wrapped for its owner. */
  wrapped: Uint8Array
  createdOn?: string
  expiresOn?: string
  /** The round that it belongs to, and who else can open it, with her key. */
  round?: { id: string; networkId: string }
  /** The feedback cycle that it belongs to. */
  cycle?: { id: string; networkId: string }
  /** The network that it belongs to, where it belongs to nothing smaller. */
  networkId?: string
  readers?: readonly { person: Pick<SeededPerson, 'id'>; wrapped: Uint8Array }[]
}

/**
 * Collects rows for a demo, a test or a benchmark; {@link load} writes them. Given the same random source and clock it
 * makes the same rows. Nothing here goes around a rule of the product: the rows are those that its use would leave.
 */
export class Seed {
  readonly rows = new Map<Table, Row[]>(tables.map((table) => [table, []]))
  readonly now: Date
  readonly #random: (size: number) => Buffer
  #people = 0

  constructor({ now = new Date(), random = randomBytes }: { now?: Date; random?: (size: number) => Buffer } = {}) {
    this.now = now
    this.#random = random
  }

  /** A version 7 UUID of the seed's clock. */
  id(): string {
    const bytes = this.#random(16)
    bytes.writeUIntBE(this.now.getTime(), 0, 6)
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }

  add(table: Table, row: Row) {
    this.rows.get(table)?.push(row)
  }

  organisation(name: string): string {
    const id = this.id()
    this.add('organisation', { id, name })
    return id
  }

  person(
    organisationId: string,
    { name, email, title = '', workplace = '', locale = 'da', level, manager, roles = [] }: PersonOptions,
  ): SeededPerson {
    const id = this.id()
    this.#people += 1
    const address = email ?? `person${this.#people}.${id.slice(-8)}@example.dk`
    this.add('person', { id, organisation_id: organisationId, name, title, workplace })
    this.add('account', { person_id: id, organisation_id: organisationId, email: address, locale })
    this.add('position', {
      person_id: id,
      organisation_id: organisationId,
      management_level: level ?? null,
      manager_id: manager?.id ?? null,
    })
    for (const role of roles) this.add('person_role', { person_id: id, organisation_id: organisationId, role })
    return { id, organisationId, name, email: address }
  }

  /** Signs a person in; answers the token that belongs in the session cookie. */
  session(person: SeededPerson, { steppedUp = true, device = 'Chrome, Linux' } = {}): string {
    const token = this.#random(32).toString('base64url')
    const id = this.id()
    const expires = new Date(this.now.getTime() + 8 * 3_600_000)
    this.add('session', {
      id,
      person_id: person.id,
      device,
      expires_at: expires,
      stepped_up_at: steppedUp ? this.now : null,
    })
    this.add('session_token', { session_id: id, token_hash: createHash('sha256').update(token).digest() })
    return token
  }

  /** Keeps somebody's keys; without them nothing of hers can be sealed. */
  keys(person: SeededPerson, { wraps, identity, secret }: ReadyKeys) {
    for (const { id, kind, passkeyId, wrapped } of wraps)
      this.add('key_wrap', { id, person_id: person.id, kind, passkey_id: passkeyId, wrapped: Buffer.from(wrapped) })
    const { number, hpkePublicKey, signingPublicKey, previousHash, signature, endorsement } = identity
    this.add('identity', {
      person_id: person.id,
      number,
      hpke_public_key: Buffer.from(hpkePublicKey),
      signing_public_key: Buffer.from(signingPublicKey),
      previous_hash: previousHash && Buffer.from(previousHash),
      signature: Buffer.from(signature),
      endorsement: endorsement && Buffer.from(endorsement),
      hash: createHash('sha256').update(canonicalEntry(person.id, identity)).digest(),
    })
    this.add('identity_secret', { person_id: person.id, number, wrapped: Buffer.from(secret) })
  }

  /** The first version of a sealed document. */
  sealedItem(
    owner: SeededPerson,
    { id, kind = 'journal', envelope, wrapped, createdOn, expiresOn, round, cycle, networkId, readers = [] }: ReadyItem,
  ): string {
    this.add('sealed_item', {
      id,
      kind,
      owner_id: owner.id,
      network_id: round?.networkId ?? cycle?.networkId ?? networkId ?? null,
      round_id: round?.id ?? null,
      cycle_id: cycle?.id ?? null,
      version: 1,
      size_class: sizeClassOf(envelope),
      created_on: createdOn ?? localDate(this.now),
      expires_on: expiresOn ?? null,
      envelope: Buffer.from(envelope),
    })
    for (const { person, wrapped: key } of [{ person: owner, wrapped }, ...readers])
      this.add('sealed_key', { item_id: id, recipient_id: person.id, owner_id: owner.id, wrapped: Buffer.from(key) })
    return id
  }

  /** One contact, the same in both languages, in place of those that the product brings along. */
  helpContacts(organisationId: string, contact: HelpContact) {
    const lists = JSON.stringify({ da: [contact], en: [contact] })
    this.add('help_contact_list', { organisation_id: organisationId, lists })
  }

  /** Asked for long ago. */
  reminder(person: SeededPerson, { hour = 16, weekends = false } = {}) {
    this.add('reminder', { person_id: person.id, hour, weekends, changed_at: new Date('2020-01-01') })
  }

  /** A consultant's copy of a method, with what she has changed in each of its versions. Answers its id and theirs. */
  protocol(consultant: SeededPerson, basedOn: MethodId, versions: readonly Partial<ProtocolEdit>[]) {
    const [id, organisationId] = [this.id(), consultant.organisationId]
    const made = { organisation_id: organisationId, created_by_id: consultant.id }
    this.add('protocol', { id, based_on: basedOn, version: versions.length, ...made })
    let own: OwnProtocol = protocolOf(basedOn)
    const versionIds = versions.map((change, index) => {
      own = protocolEdit.parse({ ...editOf(own), ...change })
      const versionId = this.id()
      const definition = JSON.stringify(own)
      this.add('protocol_version', { id: versionId, protocol_id: id, number: index + 1, definition, ...made })
      return versionId
    })
    return { id, versionIds }
  }

  network(organisationId: string, options: NetworkOptions): SeededNetwork {
    const { name, consultant, members, undecided = [], former = [], convenor = members[0] ?? null } = options
    const id = this.id()
    this.add('network', {
      id,
      organisation_id: organisationId,
      state: 'active',
      name,
      purpose: options.purpose ?? '',
      methods: options.methods ?? ['kollegial-sparring-8-trin'],
      ends_on: options.endsOn ?? null,
      ground_rules_version: 1,
      created_by_id: consultant.id,
    })
    this.add('network_consultant', {
      network_id: id,
      person_id: consultant.id,
      access_until: options.accessUntil ?? '2199-12-31',
    })
    this.add('ground_rules', {
      id: this.id(),
      network_id: id,
      version: 1,
      text: options.groundRules ?? '## Tavshedspligt {#confidentiality}\n\nDet, der bliver sagt her, bliver her.\n',
      created_by_id: consultant.id,
    })
    for (const person of [...members, ...undecided, ...former]) {
      const left = former.includes(person)
      this.add('membership', {
        id: this.id(),
        network_id: id,
        person_id: person.id,
        is_convenor: !left && person === convenor,
        left_at: left ? this.now : null,
      })
      if (!undecided.includes(person))
        this.add('ground_rules_acceptance', { network_id: id, version: 1, person_id: person.id })
    }
    this.add('event_counter', { network_id: id, seq: 0 })
    return { id, name, organisationId, members, convenor, consultant }
  }

  /** A season's row; its meetings are added one by one. */
  season(network: SeededNetwork, { from, until, everyWeeks, weekday, startTime, minutes }: Rhythm, number = 1): string {
    const id = this.id()
    this.add('season', {
      id,
      network_id: network.id,
      number,
      from_day: from,
      until_day: until,
      every_weeks: everyWeeks,
      weekday,
      start_time: startTime,
      minutes,
    })
    return id
  }

  /** What was decided at the end of a season, and from which day. */
  decision(
    network: SeededNetwork,
    seasonId: string,
    { choice, on, by }: { choice: SeasonChoice; on: string; by: SeededPerson },
  ) {
    this.add('season_decision', {
      season_id: seasonId,
      network_id: network.id,
      choice,
      on_day: on,
      decided_by_id: by.id,
    })
  }

  /** That members agree to a sentence, by its hash; they need not all have accepted the rules. */
  consents(network: SeededNetwork, people: readonly SeededPerson[], hash: Buffer) {
    for (const person of people) this.add('sentence_consent', { network_id: network.id, person_id: person.id, hash })
  }

  /** A sentence that everybody has agreed to. */
  sentence(network: SeededNetwork, text: string, by: SeededPerson, publishedOn?: string): string {
    const id = this.id()
    this.add('published_sentence', {
      id,
      network_id: network.id,
      text,
      salt: this.#random(16),
      published_by_id: by.id,
      ...(publishedOn && { published_on: publishedOn }),
    })
    return id
  }

  meeting(
    network: SeededNetwork,
    { startsAt, minutes = 150, place = '', link = '', attended = () => null, rsvp = () => null }: MeetingOptions,
    seasonId: string | null = null,
  ): SeededMeeting {
    const id = this.id()
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000)
    this.add('meeting', {
      id,
      network_id: network.id,
      season_id: seasonId,
      starts_at: startsAt,
      ends_at: endsAt,
      place,
      link,
    })
    network.members.forEach((person, index) => {
      this.add('attendance', {
        meeting_id: id,
        person_id: person.id,
        network_id: network.id,
        rsvp: rsvp(index),
        rsvp_at: rsvp(index) === null ? null : this.now,
        attended: attended(index),
        noticed_sequence: 0,
      })
    })
    return { id, startsAt, endsAt }
  }

  /** The rounds of a meeting as they are planned; with an id by the own protocol that it is of. */
  roundPlan(
    network: SeededNetwork,
    meeting: SeededMeeting,
    rounds: readonly { method: MethodId; protocolId?: string }[],
    version = 1,
  ) {
    const plan = { meeting_id: meeting.id, network_id: network.id }
    this.add('round_plan', { ...plan, version })
    rounds.forEach(({ method, protocolId }, at) => {
      this.add('planned_round', { ...plan, number: at + 1, method, protocol_id: protocolId ?? null })
    })
  }

  /** A round that has been begun, with its roles in the order of the people; `lead` is who has the protocol's lead role. */
  round(
    network: SeededNetwork,
    {
      method,
      versionId,
      people,
      timekeeper,
      facilitator,
      meeting,
      stays = 'focusPerson',
      staysUntil,
      beganAt = this.now,
      endedAt,
    }: RoundOptions,
  ): SeededRound {
    const id = this.#uuid4()
    const protocol = protocolOf(method)
    const roles = fillRoles(protocol, people.length)
    const lead = people[Math.max(0, roles.indexOf(protocol.leadRole ?? ''))] ?? people[0]
    if (!lead) throw new Error('a round needs people')
    this.add('round', {
      id,
      network_id: network.id,
      meeting_id: meeting?.id ?? null,
      method,
      protocol: JSON.stringify(protocol),
      protocol_version_id: versionId ?? null,
      lead_id: lead.id,
      timekeeper_id: timekeeper?.id ?? null,
      facilitator_id: facilitator?.id ?? null,
      stays,
      stays_until: staysUntil ?? null,
      begun_by_id: lead.id,
      created_at: beganAt,
    })
    people.forEach((person, index) => {
      const role = roles[index] ?? ''
      this.add('round_role', {
        round_id: id,
        network_id: network.id,
        person_id: person.id,
        role,
        is_focus: role === protocol.focusRole,
      })
    })
    const log = [['started', beganAt] as const, ...(endedAt ? [['ended', endedAt] as const] : [])]
    if (endedAt) this.#rounds(id, network, lead, log)
    const row = (this.rows.get('round') ?? []).at(-1)
    if (row && endedAt) Object.assign(row, { started_at: beganAt, ended_at: endedAt })
    return { id, lead, people: people.map((person, index) => ({ person, role: roles[index] ?? '' })) }
  }

  #rounds(roundId: string, network: SeededNetwork, by: SeededPerson, log: readonly (readonly [string, Date])[]) {
    log.forEach(([kind, at], index) => {
      this.add('round_event', {
        round_id: roundId,
        network_id: network.id,
        seq: index + 1,
        id: this.#uuid4(),
        clock: index + 1,
        at,
        by_id: by.id,
        kind,
        detail: '{}',
      })
    })
  }

  /** A network's plan that everybody asks everybody. */
  feedbackStep(
    network: SeededNetwork,
    {
      form = 'sbi',
      promise = 'signed',
      opensOn,
      deadline,
    }: { opensOn: string; deadline: Date } & Pick<CycleOptions, 'form' | 'promise'>,
  ): string {
    const id = this.#uuid4()
    const planner = network.convenor ?? network.members[0]
    if (!planner) throw new Error('a step needs somebody who plans it')
    this.add('feedback_step', {
      id,
      network_id: network.id,
      promise,
      form,
      opens_on: opensOn,
      deadline,
      planned_by_id: planner.id,
    })
    return id
  }

  /**
   * Somebody has asked; the question itself is a sealed item of its own with the answered `askId`. A cycle that has ended
   * is as its end left it: answers of a released one are added by {@link feedbackAnswer}.
   */
  feedbackCycle(network: SeededNetwork, options: CycleOptions): SeededCycle {
    const { receiver, givers, form = 'sbi', promise = 'signed', state = 'open', asked = true } = options
    const { answered = [], declined = [] } = options
    const [id, askId] = [this.#uuid4(), this.#uuid4()]
    this.add('feedback_cycle', {
      id,
      network_id: network.id,
      receiver_id: receiver.id,
      form,
      promise,
      promise_version: 1,
      deadline: options.deadline ?? new Date(this.now.getTime() + 7 * 86_400_000),
      created_on: options.createdOn ?? localDate(this.now),
      state,
      closed_on: state === 'open' ? null : (options.closedOn ?? localDate(this.now)),
      ask_id: asked ? askId : null,
      previous_id: options.previous?.id ?? null,
      step_id: options.stepId ?? null,
    })
    for (const giver of givers)
      this.add('feedback_invitation', {
        cycle_id: id,
        network_id: network.id,
        giver_id: giver.id,
        answered: answered.includes(giver),
        declined: declined.includes(giver),
      })
    return { id, networkId: network.id, receiver, givers, askId }
  }

  /** An answer as it was handed in; of a pooled cycle without a giver. */
  feedbackAnswer(
    { id: cycleId, networkId }: SeededCycle,
    { giver, envelope, wrapped }: { giver?: SeededPerson; envelope: Uint8Array; wrapped: Uint8Array },
  ): string {
    const id = this.#uuid4()
    this.add('feedback_answer', {
      id,
      cycle_id: cycleId,
      network_id: networkId,
      giver_id: giver?.id ?? null,
      envelope: Buffer.from(envelope),
      wrapped_key: Buffer.from(wrapped),
    })
    return id
  }

  #uuid4(): string {
    const bytes = this.#random(16)
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }
}

/** Roles for so many people: each as often as the protocol says, in its order, and those who are left take the rest. */
function fillRoles({ roles }: Protocol, people: number): string[] {
  const fixed = roles.flatMap(({ id, count }) => (typeof count === 'number' ? Array<string>(count).fill(id) : []))
  const rest = roles.find(({ count }) => typeof count !== 'number')?.id ?? ''
  return Array.from({ length: people }, (_, index) => fixed[index] ?? rest)
}
