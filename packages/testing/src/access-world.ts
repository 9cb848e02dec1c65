import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto'
import { layOver } from '@lederkreds/api/secret-layer'
import { draftFrom, type NetworkDraft } from '@lederkreds/domain/networks/draft'
import { writeGroundRules } from '@lederkreds/domain/networks/ground-rules'
import { groundRulesTemplate } from '@lederkreds/domain/networks/ground-rules-template'
import { dayAhead } from './day.ts'
import { answerInput } from './feedback-circle.ts'
import {
  envelopeOf,
  itemInput,
  itemKey,
  keysInput,
  literal,
  type MadeKeys,
  makeKeys,
  sealedAnswerBytes,
  wrapInput,
  wrapOf,
} from './sealed-bytes.ts'
import type { Seed, SeededCycle, SeededMeeting, SeededNetwork, SeededPerson } from './seed.ts'
import { testSecret } from './server.ts'

/** Everybody who may ask, from the point of view of one network. */
export const askers = [
  'nobody',
  'member',
  'convenor',
  'undecided',
  'former',
  'leaderElsewhere',
  'consultant',
  'consultantElsewhere',
  'consultantBefore',
  'admin',
  'adminElsewhere',
] as const

export type Asker = (typeof askers)[number]
type Somebody = Exclude<Asker, 'nobody'>

export type World = {
  organisation: string
  network: SeededNetwork
  networks: { draft: string; closed: string; quiet: string }
  people: Record<Somebody, SeededPerson>
  /** Belongs to the organisation and to nothing else. */
  bystander: SeededPerson
  /** One more member of the network, who does not ask herself; the convenor has become her manager. */
  peer: SeededPerson
  peerMembership: string
  meetings: { planned: SeededMeeting; over: SeededMeeting; cancelled: SeededMeeting }
  /** One under way, of members only; one that has ended, which the consultant facilitated. */
  rounds: { open: string; facilitated: string }
  season: string
  invitations: { open: string; accepted: string; revoked: string; expired: string }
  invitationToken: string
  groundRules: string
  passkey: string
  session: string
  feedback: FeedbackWorld
  /** Made by the consultant. */
  protocols: { own: string; version: string; archived: string }
  auditEntries: { export: string; aboutMember: string; forEverybody: string }
  /** The member's, kept to herself. */
  sealedItem: string
  /** Of the member, sealed to the convenor too. */
  sharedItem: string
  /** Agreed to by everybody in the network and not published yet; and one that is. */
  sentence: { text: string; salt: string; published: string }
  /** The member's. All others who may ask have two wraps as well, but the undecided has none. */
  keyWraps: { passphrase: string; passkey: string }
  /** What an asker's browser would send, as it is written in an operation. */
  sealing: {
    firstKeys(asker: Asker): string
    nextKeys(asker: Asker): string
    passkeyWrap(): string
    passphrase(): string
    /** Of the member's item, sealed to the asker. */
    nextVersion(asker: Asker): string
    /** An answer to a cycle. */
    answerTo(cycle: string): string
  }
  tokens: Record<Asker, string | null>
}

/** Cycles, by what somebody is to be shown of them, and two answers. */
type FeedbackWorld = {
  /** The member's, released: the convenor and her peer were asked, and both held the question. */
  released: string
  question: string
  answer: string
  /** The convenor's, open, as her part of the network's step: the member is asked, her peer has answered. */
  open: string
  waiting: string
  step: string
  /** The convenor's, open and pooled. */
  pooled: string
  /** Of the one who has left, released before. */
  kept: string
}

const hour = 3_600_000

/** A draft that could be started, with five people who are new here. */
function draftOfFive(now: Date): NetworkDraft {
  const people = [1, 2, 3, 4, 5].map((number) => ({
    name: `Ny ${number}`,
    email: `ny${number}@example.dk`,
    title: null,
    workplace: `Skole ${number}`,
    managementLevel: 3,
  }))
  const draft = draftFrom('home', 'da', dayAhead(0, now))
  return { ...draft, people, moves: [{ day: draft.rhythm.from, to: draft.rhythm.until }] }
}

type Group = Record<'member' | 'convenor' | 'former' | 'peer', SeededPerson> & { more: readonly SeededPerson[] }

function addFeedback(
  seed: Seed,
  network: SeededNetwork,
  { member, convenor, former, peer, more }: Group,
): FeedbackWorld {
  const soon = new Date(seed.now.getTime() + 24 * 7 * hour)
  const question = (cycle: SeededCycle, readers: readonly SeededPerson[]) =>
    seed.sealedItem(cycle.receiver, {
      id: cycle.askId,
      kind: 'feedbackAsk',
      envelope: envelopeOf(1),
      wrapped: itemKey(),
      cycle,
      readers: readers.map((person) => ({ person, wrapped: itemKey() })),
    })
  const over = { state: 'released', deadline: new Date(seed.now.getTime() - 24 * hour) } as const
  const first = seed.feedbackCycle(network, { receiver: member, givers: [peer], ...over })
  const released = seed.feedbackCycle(network, {
    receiver: member,
    givers: [convenor, peer],
    answered: [convenor],
    previous: first,
    ...over,
  })
  const asked = question(released, [convenor, peer])
  const answer = seed.feedbackAnswer(released, { giver: convenor, ...sealedAnswerBytes() })
  seed.sealedItem(member, {
    id: randomUUID(),
    kind: 'feedbackStep',
    envelope: envelopeOf(),
    wrapped: itemKey(),
    expiresOn: dayAhead(30),
    cycle: released,
    readers: [{ person: convenor, wrapped: itemKey() }],
  })
  seed.feedbackCycle(network, { receiver: member, givers: [peer], previous: released })
  const step = seed.feedbackStep(network, { opensOn: '2026-01-01', deadline: soon })
  const open = seed.feedbackCycle(network, {
    receiver: convenor,
    givers: [member, peer],
    answered: [peer],
    deadline: soon,
    stepId: step,
  })
  question(open, [member, peer])
  const waiting = seed.feedbackAnswer(open, { giver: peer, ...sealedAnswerBytes() })
  const pooled = seed.feedbackCycle(network, { receiver: convenor, givers: [member, ...more], promise: 'pooled' })
  addIssuer(seed, pooled)
  seed.feedbackCycle(network, { receiver: convenor, givers: [member, peer], asked: false })
  const kept = seed.feedbackCycle(network, { receiver: former, givers: [peer], answered: [peer], ...over })
  seed.feedbackAnswer(kept, { giver: peer, ...sealedAnswerBytes() })
  return {
    released: released.id,
    question: asked,
    answer,
    open: open.id,
    waiting,
    step,
    pooled: pooled.id,
    kept: kept.id,
  }
}

/** A key for a pooled cycle, as asking makes it. */
function addIssuer(seed: Seed, { id }: SeededCycle) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' })
  seed.add('feedback_issuer', {
    cycle_id: id,
    public_key: publicKey.export({ type: 'spki', format: 'der' }),
    private_key: Buffer.from(layOver(testSecret, 'feedback issuer', id, secret)),
  })
}

/** One network with everything in it, and one of every kind of person around it. A second world needs a token of its own. */
export function buildWorld(seed: Seed, invitationToken = 'A'.repeat(43)): World {
  const organisation = seed.organisation('Sønderby Kommune')
  const other = seed.organisation('Nørreby Kommune')
  const leader = (name: string) =>
    seed.person(organisation, { name, title: 'Skoleleder', workplace: 'Skolen', level: 3 })
  const people: Record<Somebody, SeededPerson> = {
    member: leader('Mette Medlem'),
    convenor: leader('Tove Tovholder'),
    undecided: leader('Ulrik Uafklaret'),
    former: leader('Fie Før'),
    leaderElsewhere: leader('Lars Leder'),
    consultant: seed.person(organisation, { name: 'Kim Konsulent', roles: ['consultant'] }),
    consultantElsewhere: seed.person(organisation, { name: 'Kirsten Konsulent', roles: ['consultant'] }),
    consultantBefore: seed.person(organisation, { name: 'Knud Konsulent', roles: ['consultant'] }),
    admin: seed.person(organisation, { name: 'Astrid Admin', roles: ['admin'] }),
    adminElsewhere: seed.person(other, { name: 'Anton Admin', roles: ['admin'] }),
  }
  const bystander = leader('Bo Forbi')
  const { member, convenor, undecided, former, leaderElsewhere, consultant, consultantElsewhere, consultantBefore } =
    people
  const peer = seed.person(organisation, {
    name: 'Ida Kollega',
    title: 'Skoleleder',
    workplace: 'Skolen',
    level: 3,
    manager: convenor,
  })
  const more = [peer, ...['Per', 'Gry', 'Jan'].map(leader)]
  const network = seed.network(organisation, {
    name: 'Syd',
    purpose: 'Et rum',
    consultant,
    members: [member, convenor, ...more],
    undecided: [undecided],
    former: [former],
    convenor,
    endsOn: '2199-06-01',
    groundRules: writeGroundRules(groundRulesTemplate.da),
  })
  seed.add('network_consultant', { network_id: network.id, person_id: consultantBefore.id, access_until: '2020-01-01' })
  const closed = seed.network(organisation, {
    name: 'Lukket',
    consultant,
    members: [member, convenor],
    undecided: [undecided],
    former: [former],
    convenor,
  })
  const closedRow = (seed.rows.get('network') ?? []).at(-1)
  if (closedRow) Object.assign(closedRow, { state: 'closed', closed_on: dayAhead(-24) })
  const quiet = seed.network(organisation, {
    name: 'Vest',
    consultant,
    members: [member, convenor, ...more],
    undecided: [undecided],
    former: [former],
    convenor,
  })
  seed.network(organisation, {
    name: 'Nord',
    consultant: consultantElsewhere,
    members: [leaderElsewhere],
    convenor: leaderElsewhere,
  })
  const draft = seed.id()
  seed.add('network', {
    id: draft,
    organisation_id: organisation,
    state: 'draft',
    name: 'Kladde',
    methods: [],
    created_by_id: consultant.id,
    draft: JSON.stringify(draftOfFive(seed.now)),
  })
  seed.add('network_consultant', { network_id: draft, person_id: consultant.id, access_until: '2199-12-31' })

  const season = seed.season(network, {
    from: '2026-01-05',
    until: '2199-06-01',
    everyWeeks: 4,
    weekday: 1,
    startTime: '13:00',
    minutes: 150,
  })
  seed.decision(network, season, { choice: 'continue', on: '2199-06-02', by: convenor })
  const lastSeason = seed.season(quiet, {
    from: '2026-01-05',
    until: '2026-06-01',
    everyWeeks: 4,
    weekday: 1,
    startTime: '13:00',
    minutes: 150,
  })
  seed.decision(quiet, lastSeason, { choice: 'end', on: '2026-06-02', by: convenor })
  const at = (hours: number) => new Date(Math.ceil(seed.now.getTime() / hour) * hour + hours * hour)
  const meetings = {
    planned: seed.meeting(
      network,
      { startsAt: at(24 * 9), place: 'Rådhuset', link: 'https://video.example/1', rsvp: () => 'coming' },
      season,
    ),
    over: seed.meeting(
      network,
      { startsAt: at(-24 * 40), place: 'Skolen', rsvp: () => 'coming', attended: () => true },
      season,
    ),
    cancelled: seed.meeting(network, { startsAt: at(24 * 20) }, season),
  }
  const cancelled = (seed.rows.get('meeting') ?? []).at(-1)
  if (cancelled) cancelled.cancelled_at = seed.now

  const rounds = {
    open: seed.round(network, { method: 'reflekterende-team', people: [member, convenor, ...more] }).id,
    facilitated: seed.round(network, {
      method: 'reflekterende-team',
      people: [member, convenor, ...more],
      timekeeper: peer,
      facilitator: consultant,
      meeting: meetings.over,
      stays: 'group',
      staysUntil: '2199-12-31',
      beganAt: at(-24 * 40),
      endedAt: at(-24 * 40 + 1),
    }).id,
  }

  const turn = { meeting_id: meetings.planned.id, network_id: network.id }
  for (const person of [convenor, peer]) seed.add('turn_pass', { ...turn, person_id: person.id })
  seed.add('turn_swap', { ...turn, round: 1, role: 'focus', from_id: peer.id, to_id: member.id })
  seed.add('declared_tie', { network_id: network.id, by_id: member.id, with_id: peer.id })
  for (const person of [member, convenor])
    seed.add('declared_tie', { network_id: network.id, by_id: person.id, with_id: more[1]?.id ?? '' })

  const [first = member, second = member, third = member] = more
  for (let number = 0; number < 5; number++)
    seed.round(quiet, {
      method: 'triade-supervision',
      people: [first, second, third],
      beganAt: meetings.over.startsAt,
      endedAt: meetings.over.endsAt,
    })

  const invite = (email: string, more: object = {}, token = invitationToken + email) => {
    const id = seed.id()
    const tokenHash = createHash('sha256').update(token).digest()
    seed.add('invitation', {
      id,
      network_id: network.id,
      email,
      name: 'Ny Leder',
      title: 'Leder',
      workplace: 'Skolen',
      invited_by_id: consultant.id,
      token_hash: tokenHash,
      expires_at: at(24 * 14),
      ...more,
    })
    seed.add('letter', {
      id: seed.id(),
      kind: 'invitation',
      state: 'refused',
      network_id: network.id,
      invitation_id: id,
      problem: '550 no such user',
    })
    return id
  }
  const invitations = {
    open: invite(bystander.email, {}, invitationToken),
    accepted: invite(member.email, { accepted_at: seed.now, accepted_by_id: member.id }),
    revoked: invite('revoked@example.dk', { revoked_at: seed.now }),
    expired: invite('expired@example.dk', { expires_at: at(-24) }),
  }
  const passkeyOf = (name: string) => {
    const id = seed.id()
    seed.add('passkey', {
      id,
      person_id: member.id,
      credential_id: id,
      public_key: Buffer.from([1]),
      transports: [],
      name,
      last_used_at: seed.now,
    })
    return id
  }
  const [passkey, oldPasskey] = [passkeyOf('Min telefon'), passkeyOf('Min nøgle')]
  const audit = (row: object) => {
    const id = seed.id()
    seed.add('audit_entry', { id, organisation_id: organisation, actor_id: people.admin.id, network_ids: [], ...row })
    return id
  }
  const own = seed.protocol(consultant, 'kollegial-sparring-8-trin', [
    { name: { da: 'Vores sparring', en: 'Our sparring' } },
    { forNewcomers: true },
  ])
  const archived = seed.protocol(consultant, 'troika', [{}])
  const archivedRow = (seed.rows.get('protocol') ?? []).at(-1)
  if (archivedRow) archivedRow.archived_at = seed.now
  const protocols = { own: own.id, version: own.versionIds[1] ?? '', archived: archived.id }
  seed.roundPlan(network, meetings.planned, [
    { method: 'kollegial-sparring-8-trin', protocolId: protocols.own },
    { method: 'troika' },
  ])
  const auditEntries = {
    export: audit({
      act: 'exportedParticipation',
      network_ids: [network.id],
      from_day: '2026-01-01',
      until_day: '2026-12-31',
      rows: 12,
    }),
    aboutMember: audit({ act: 'gaveRole', role: 'admin', person_id: member.id }),
    forEverybody: audit({ act: 'changedHelpContacts' }),
  }
  const keys = new Map<SeededPerson, MadeKeys>(
    [...Object.values(people), peer]
      .filter((person) => person !== undecided)
      .map((person) => [person, makeKeys(person)]),
  )
  const ofPasskey = wrapOf('passkey', oldPasskey)
  keys.get(member)?.wraps.push(ofPasskey)
  for (const [person, made] of keys) seed.keys(person, made)
  const sealedItem = seed.sealedItem(member, {
    id: randomUUID(),
    envelope: envelopeOf(),
    wrapped: itemKey(),
    expiresOn: '2199-12-31',
  })
  const sharedItem = seed.sealedItem(member, {
    id: randomUUID(),
    kind: 'nextStep',
    envelope: envelopeOf(),
    wrapped: itemKey(),
    expiresOn: dayAhead(30),
    round: { id: rounds.open, networkId: network.id },
    readers: [{ person: convenor, wrapped: itemKey() }],
  })
  const feedback = addFeedback(seed, network, { member, convenor, former, peer, more })
  const proposal = { text: 'Vi tør mere.', salt: Buffer.alloc(16, 7) }
  const agreedTo = createHash('sha256').update(proposal.salt).update(proposal.text).digest()
  seed.consents(network, [...network.members, undecided], agreedTo)
  const sentence = {
    text: proposal.text,
    salt: proposal.salt.toString('base64url'),
    published: seed.sentence(network, 'Vi har lært at vente.', convenor),
  }
  seed.sealedItem(convenor, {
    id: randomUUID(),
    kind: 'sentence',
    envelope: envelopeOf(),
    wrapped: itemKey(),
    networkId: network.id,
    readers: [{ person: member, wrapped: itemKey() }],
  })
  seed.helpContacts(organisation, {
    label: 'Din læge',
    text: 'Ring først',
    phone: '70 20 12 01',
    url: 'https://laege.example/',
  })
  seed.reminder(member)
  const keyWraps = { passphrase: keys.get(member)?.wraps[0]?.id ?? '', passkey: ofPasskey.id }
  const holder = (asker: Asker) => people[asker === 'nobody' ? 'undecided' : asker]
  const version2 = { id: sealedItem, version: 2, envelope: envelopeOf(1), expiresOn: '2199-12-31' }
  const sealing: World['sealing'] = {
    firstKeys: (asker) => literal(keysInput(makeKeys(holder(asker)))),
    nextKeys: (asker) => literal(keysInput(makeKeys(holder(asker), keys.get(holder(asker))))),
    passkeyWrap: () => literal(wrapInput(wrapOf('passkey', passkey))),
    passphrase: () => literal(wrapInput(wrapOf('passphrase')).wrapped),
    nextVersion: (asker) => literal(itemInput(holder(asker), version2)),
    answerTo: (cycle) => literal(answerInput(cycle)),
  }
  const tokens = Object.fromEntries(
    askers.map((asker) => [asker, asker === 'nobody' ? null : seed.session(people[asker])]),
  ) as World['tokens']
  const sessions = seed.rows.get('session') ?? []
  const session = String(sessions.find(({ person_id }) => person_id === member.id)?.id)
  const groundRules = String((seed.rows.get('ground_rules') ?? [])[0]?.id)
  const peerMembership = String((seed.rows.get('membership') ?? []).find(({ person_id }) => person_id === peer.id)?.id)
  return {
    organisation,
    network,
    networks: { draft, closed: closed.id, quiet: quiet.id },
    people,
    bystander,
    peer,
    peerMembership,
    meetings,
    rounds,
    feedback,
    season,
    invitations,
    invitationToken,
    groundRules,
    passkey,
    session,
    auditEntries,
    protocols,
    sealedItem,
    sharedItem,
    sentence,
    keyWraps,
    sealing,
    tokens,
  }
}
