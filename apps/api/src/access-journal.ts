import { type Access, answered, colleagues, each, signedIn } from './access-terms.ts'

const helpContact = '{ label: "Din læge", text: "Ring først", phone: "70 20 12 01", url: "https://laege.example/" }'

/** What stands around the journal; its entries are sealed items. */
export const journal: Access = {
  types: {
    HelpContactList: {
      reach: () => ({ own: '{ viewer { helpContacts { FIELDS } } }' }),
      args: { contacts: '(locale: da)' },
      fields: each(['version', 'isDefault', 'contacts', 'viewerCanEdit'], signedIn),
    },
    // The other organisation has written none: its people see what the product brings along, which has no links.
    HelpContact: {
      reach: () => ({ own: '{ viewer { helpContacts { contacts(locale: da) { FIELDS } } } }' }),
      fields: {
        ...each(['label', 'text', 'phone'], signedIn),
        url: colleagues,
      },
    },
    Reminder: {
      reach: () => ({ own: '{ viewer { reminder { FIELDS } } }' }),
      fields: each(['hour', 'weekends', 'version'], 'member'),
    },
  },
  added: { Viewer: { fields: { helpContacts: signedIn, reminder: 'member' } } },
  mutations: {
    chooseReminder: {
      ask: (_world, asker) =>
        `{ chooseReminder(hour: 15, weekends: true, version: ${asker === 'member' ? 1 : 0}) ${answered} }`,
      does: signedIn,
    },
    stopReminder: { ask: () => '{ stopReminder { id } }', does: signedIn },
    editHelpContacts: {
      ask: (_world, asker) =>
        `{ editHelpContacts(version: ${asker === 'adminElsewhere' ? 0 : 1}, lists: { da: [${helpContact}], en: [${helpContact}] }) ${answered} }`,
      does: 'admin adminElsewhere',
    },
    resetHelpContacts: {
      ask: (_world, asker) => `{ resetHelpContacts(version: ${asker === 'adminElsewhere' ? 0 : 1}) ${answered} }`,
      does: 'admin adminElsewhere',
    },
  },
}
