import type { Seed } from './seed.ts'

/** An organisation with an admin, a consultant and two leaders. */
export function adminCircle(seed: Seed) {
  const organisation = seed.organisation('Sønderby')
  const person = (name: string, ...roles: ('admin' | 'consultant')[]) => seed.person(organisation, { name, roles })
  return {
    organisation,
    admin: person('Astrid Lund', 'admin'),
    consultant: person('Kim Bach', 'consultant'),
    ada: person('Ada Holm'),
    ben: person('Ben Friis'),
  }
}
