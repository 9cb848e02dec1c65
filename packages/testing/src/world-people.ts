import type { Somebody } from './access-world.ts'
import type { Seed, SeededPerson } from './seed.ts'

/** One of every kind of person around a network, and some whom nobody asks as. */
export type WorldPeople = {
  organisation: string
  people: Record<Somebody, SeededPerson>
  /** Belongs to the organisation and to nothing else. */
  bystander: SeededPerson
  /** One more member of the network, who does not ask herself; the convenor has become her manager. */
  peer: SeededPerson
  /** She and further members, who do not ask either. */
  more: readonly SeededPerson[]
}

export function addWorldPeople(seed: Seed): WorldPeople {
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
  const peer = seed.person(organisation, {
    name: 'Ida Kollega',
    title: 'Skoleleder',
    workplace: 'Skolen',
    level: 3,
    manager: people.convenor,
  })
  const more = [peer, ...['Per', 'Gry', 'Jan'].map(leader)]
  return { organisation, people, bystander, peer, more }
}
