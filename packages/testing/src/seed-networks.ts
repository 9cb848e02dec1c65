import type { Seed, SeededNetwork, SeededPerson } from './seed.ts'

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

export function addNetwork(seed: Seed, organisationId: string, options: NetworkOptions): SeededNetwork {
  const { name, consultant, members, undecided = [], former = [], convenor = members[0] ?? null } = options
  const id = seed.id()
  seed.add('network', {
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
  seed.add('network_consultant', {
    network_id: id,
    person_id: consultant.id,
    access_until: options.accessUntil ?? '2199-12-31',
  })
  seed.add('ground_rules', {
    id: seed.id(),
    network_id: id,
    version: 1,
    text: options.groundRules ?? '## Tavshedspligt {#confidentiality}\n\nDet, der bliver sagt her, bliver her.\n',
    created_by_id: consultant.id,
  })
  for (const person of [...members, ...undecided, ...former]) {
    const left = former.includes(person)
    seed.add('membership', {
      id: seed.id(),
      network_id: id,
      person_id: person.id,
      is_convenor: !left && person === convenor,
      left_at: left ? seed.now : null,
    })
    if (!undecided.includes(person))
      seed.add('ground_rules_acceptance', { network_id: id, version: 1, person_id: person.id })
  }
  seed.add('event_counter', { network_id: id, seq: 0 })
  return { id, name, organisationId, members, convenor, consultant }
}
