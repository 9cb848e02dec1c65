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
    signOut: 'Sign out',
  },
  keys: {
    today: 'Go to Today',
    networks: 'Go to Networks',
    consultant: 'Go to Consultant',
    administration: 'Go to Administration',
    settings: 'Go to Settings',
  },
  notFound: {
    title: 'There is no such page',
    what: 'There is no page here, or it is not open to you.',
    todo: 'Check the address, or start again from Today.',
  },
  toToday: 'Go to Today',
}
