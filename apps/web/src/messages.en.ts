import type { messages as danish } from './messages.da.ts'
import type { Texts } from './ui/texts.ts'

export const messages: Texts<typeof danish> = {
  product: 'Lederkreds',
  starting: 'Lederkreds is opening',
  place: {
    today: 'Today',
    networks: 'Networks',
    consultant: 'Consultant',
    administration: 'Administration',
    settings: 'Settings',
    participation: 'Who sees what',
    lock: 'Lock',
    signOut: 'Sign out',
  },
  keys: {
    today: 'Go to Today',
    networks: 'Go to Networks',
    consultant: 'Go to Consultant',
    administration: 'Go to Administration',
    settings: 'Go to Settings',
    lock: 'Lock',
  },
  problem: {
    empty: 'Write something here.',
    tooLong: 'The text is too long.',
    controlCharacter: 'There are characters here that cannot be saved. Write the text again.',
    notAnEmail: 'That does not look like a mail address.',
    notADate: 'Choose a date.',
    notATime: 'Write a time, for example 13:00.',
    notHttps: 'The link must begin with https://',
    tooEarly: 'That is too early.',
    tooLate: 'That is too late.',
    tooSmall: 'The number is too low.',
    tooLarge: 'The number is too high.',
    tooFew: 'There are too few.',
    tooMany: 'There are too many.',
    duplicate: 'It is here already.',
    unknown: 'Choose one of the options.',
    invalid: 'That cannot be read. Try to write it again.',
  },
  notFound: {
    title: 'There is no such page',
    what: 'There is no page here, or it is not open to you.',
    todo: 'Check the address, or start again from Today.',
  },
  toToday: 'Go to Today',
}
