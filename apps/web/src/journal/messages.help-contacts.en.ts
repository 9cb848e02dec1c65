import type { Texts } from '../ui/texts.ts'
import type { messages as danish } from './messages.help-contacts.da.ts'

export const messages: Texts<typeof danish> = {
  title: 'Help in a hard week',
  lead: 'The people and numbers that everybody with you sees one tap away from the journal. Nobody, not you either, can see who opens the page.',
  isDefault:
    'Right now the list that comes with Lederkreds holds. Write your own names and numbers, and help is closer.',
  isOwn: 'This is your own list.',
  language: { da: 'In Danish', en: 'In English' },
  languageText: {
    da: 'Seen by those who use Lederkreds in Danish.',
    en: 'Seen by those who use Lederkreds in English.',
  },
  contact: 'Contact {{number}}',
  label: 'Who',
  text: 'When, and what one gets',
  phone: 'Telephone',
  url: 'Link',
  urlHint: 'Begins with https://',
  add: 'Add a contact',
  remove: 'Remove',
  removeNamed: 'Remove {{label}}',
  up: 'Move up',
  upNamed: 'Move up: {{label}}',
  readers: 'everybody in the organisation',
  save: 'Save the list',
  saved: 'Saved. Everybody in the organisation sees it now.',
  reset: 'Use the list that comes along again',
  resetTitle: 'Go back to the list that comes along?',
  resetText: 'Your own list is deleted, and everybody in the organisation sees the one that comes with Lederkreds.',
  wasReset: 'The list that comes along holds again.',
  refusal: {
    Stale:
      'Another administrator has changed the list meanwhile. Your changes still stand here, but are not saved. Load the page again to see the new one.',
    InvalidInput: 'The list is not saved yet. See the fields above.',
    unknown: 'It did not work, and the list has not changed. Try again.',
  },
}
