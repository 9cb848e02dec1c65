import { defaultHelpContacts, type HelpContact } from '@lederkreds/domain/journal/help-contact'
import type { Language } from '../i18n.ts'

/** Whom to turn to. An organisation's own list takes the place of the defaults here, and nowhere else. */
export const helpContactsFor = (language: Language, own?: readonly HelpContact[]): readonly HelpContact[] =>
  own && own.length > 0 ? own : defaultHelpContacts[language]
