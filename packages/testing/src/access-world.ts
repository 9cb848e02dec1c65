import type { Seed, SeededMeeting, SeededNetwork } from './seed.ts'
import { addSentences, addWorldFeedback, type FeedbackWorld } from './world-feedback.ts'
import { addWorldMeetings } from './world-meetings.ts'
import { addInvitations, addWorldNetworks } from './world-networks.ts'
import { addWorldPeople, type WorldPeople } from './world-people.ts'
import { addQuietRounds, addTurns, addWorldProtocols, addWorldRounds } from './world-rounds.ts'
import { addWorldItems, addWorldKeys, type Sealing, sealingOf } from './world-sealed.ts'

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
export type Somebody = Exclude<Asker, 'nobody'>

export type World = Omit<WorldPeople, 'more'> & {
  network: SeededNetwork
  networks: { draft: string; closed: string; quiet: string }
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
  sealing: Sealing
  tokens: Record<Asker, string | null>
}

/** One network with everything in it, and one of every kind of person around it. A second world needs a token of its own. */
export function buildWorld(seed: Seed, invitationToken = 'A'.repeat(43)): World {
  const around = addWorldPeople(seed)
  const { organisation, people, bystander, peer, more } = around
  const { member, convenor, consultant } = people
  const { network, closed, quiet, draft } = addWorldNetworks(seed, around)
  const { season, meetings } = addWorldMeetings(seed, network, quiet, convenor)
  const rounds = addWorldRounds(seed, network, meetings, around)
  addTurns(seed, network, meetings, around)
  addQuietRounds(seed, quiet, meetings, member, more)
  const invitations = addInvitations(seed, network, around, invitationToken)
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
  const protocols = addWorldProtocols(seed, network, meetings, consultant)
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
  const { keys, ofPasskey } = addWorldKeys(seed, around, oldPasskey)
  const { sealedItem, sharedItem } = addWorldItems(seed, network, rounds.open, people)
  const feedback = addWorldFeedback(seed, network, around)
  const sentence = addSentences(seed, network, people)
  seed.helpContacts(organisation, {
    label: 'Din læge',
    text: 'Ring først',
    phone: '70 20 12 01',
    url: 'https://laege.example/',
  })
  seed.reminder(member)
  const keyWraps = { passphrase: keys.get(member)?.wraps[0]?.id ?? '', passkey: ofPasskey.id }
  const sealing = sealingOf(people, keys, passkey, sealedItem)
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
