import { createHash } from 'node:crypto'
import { draftFrom, type NetworkDraft } from '@lederkreds/domain/networks/draft'
import { writeGroundRules } from '@lederkreds/domain/networks/ground-rules'
import { groundRulesTemplate } from '@lederkreds/domain/networks/ground-rules-template'
import { dayAhead, hourAhead } from './day.ts'
import type { Seed, SeededNetwork } from './seed.ts'
import type { WorldPeople } from './world-people.ts'

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

/** The network that everything is in; one closed, one in which little goes on, and a draft; another's stands beside them. */
export function addWorldNetworks(seed: Seed, { organisation, people, more }: WorldPeople) {
  const { member, convenor, undecided, former, leaderElsewhere, consultant, consultantElsewhere, consultantBefore } =
    people
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
  return { network, closed, quiet, draft }
}

/** An invitation in each of its states, none of which could be delivered. */
export function addInvitations(
  seed: Seed,
  network: SeededNetwork,
  { people: { member, consultant }, bystander }: WorldPeople,
  invitationToken: string,
) {
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
      expires_at: hourAhead(seed.now, 24 * 14),
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
  return {
    open: invite(bystander.email, {}, invitationToken),
    accepted: invite(member.email, { accepted_at: seed.now, accepted_by_id: member.id }),
    revoked: invite('revoked@example.dk', { revoked_at: seed.now }),
    expired: invite('expired@example.dk', { expires_at: hourAhead(seed.now, -24) }),
  }
}
