import { createHash } from 'node:crypto'
import type { Seed, SeededPerson } from './seed.ts'

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

export function addOrganisation(seed: Seed, name: string): string {
  const id = seed.id()
  seed.add('organisation', { id, name })
  return id
}

export function addPerson(
  seed: Seed,
  organisationId: string,
  { name, email, title = '', workplace = '', locale = 'da', level, manager, roles = [] }: PersonOptions,
): SeededPerson {
  const id = seed.id()
  seed.people += 1
  const address = email ?? `person${seed.people}.${id.slice(-8)}@example.dk`
  seed.add('person', { id, organisation_id: organisationId, name, title, workplace })
  seed.add('account', { person_id: id, organisation_id: organisationId, email: address, locale })
  seed.add('position', {
    person_id: id,
    organisation_id: organisationId,
    management_level: level ?? null,
    manager_id: manager?.id ?? null,
  })
  for (const role of roles) seed.add('person_role', { person_id: id, organisation_id: organisationId, role })
  return { id, organisationId, name, email: address }
}

/** Signs a person in; answers the token that belongs in the session cookie. */
export function addSession(
  seed: Seed,
  person: SeededPerson,
  { steppedUp = true, device = 'Chrome, Linux' } = {},
): string {
  const token = seed.random(32).toString('base64url')
  const id = seed.id()
  const expires = new Date(seed.now.getTime() + 8 * 3_600_000)
  seed.add('session', {
    id,
    person_id: person.id,
    device,
    expires_at: expires,
    stepped_up_at: steppedUp ? seed.now : null,
  })
  seed.add('session_token', { session_id: id, token_hash: createHash('sha256').update(token).digest() })
  return token
}
