import type { HelpContact } from '@lederkreds/domain/journal/help-contact'
import type { Seed, SeededPerson } from './seed.ts'

/** One contact, the same in both languages, in place of those that the product brings along. */
export function addHelpContacts(seed: Seed, organisationId: string, contact: HelpContact) {
  const lists = JSON.stringify({ da: [contact], en: [contact] })
  seed.add('help_contact_list', { organisation_id: organisationId, lists })
}

/** Asked for long ago. */
export function addReminder(seed: Seed, person: SeededPerson, { hour = 16, weekends = false } = {}) {
  seed.add('reminder', { person_id: person.id, hour, weekends, changed_at: new Date('2020-01-01') })
}
