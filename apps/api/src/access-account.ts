import { type Access, all, answered, colleagues, directory, each, nobodyDoes, node, signedIn } from './access-terms.ts'

/** People, how they sign in, and who administers them. */
export const account: Access = {
  types: {
    Organisation: {
      reach: ({ organisation }) => ({ own: node('Organisation', organisation) }),
      fields: each(['id', 'name'], colleagues),
    },
    Person: {
      reach: ({ peer, bystander }) => ({ member: node('Person', peer.id), bystander: node('Person', bystander.id) }),
      fields: {
        ...each(['id', 'name', 'title', 'workplace', 'version', 'organisation', 'viewerCanAdminister'], {
          // Whom she asked for feedback while she was a member: what they gave stays hers, and says who signed it.
          member: `member convenor former ${directory}`,
          bystander: directory,
        }),
        ...each(['email', 'position'], directory),
        roles: '',
      },
    },
    Position: {
      reach: ({ peer }) => ({ member: `{ node(id: "Person_${peer.id}") { ... on Person { position { FIELDS } } } }` }),
      fields: { ...each(['managementLevel', 'version', 'manager'], directory), deactivatedAt: '' },
    },
    Passkey: {
      reach: ({ passkey }) => ({ own: node('Passkey', passkey) }),
      fields: each(['id', 'credentialId', 'name', 'createdAt', 'lastUsedAt'], 'member'),
    },
    Session: {
      reach: ({ session }) => ({ own: node('Session', session) }),
      fields: each(['id', 'device', 'createdAt', 'lastUsedAt', 'expiresAt', 'isThis'], 'member'),
    },
    Viewer: {
      reach: () => ({ self: '{ viewer { FIELDS } }' }),
      fields: {
        ...each(
          ['id', 'name', 'title', 'workplace', 'email', 'locale', 'theme', 'version', 'organisation', 'person'],
          signedIn,
        ),
        ...each(['isAdmin', 'isConsultant', 'sessions', 'steppedUpUntil'], signedIn),
        passkeys: 'member',
      },
    },
  },
  queries: {
    viewer: { ask: () => '{ viewer { id } }', sees: signedIn },
    people: { ask: () => '{ people(first: 5, search: "Bo Forbi") { edges { node { id } } } }', sees: directory },
    peopleByAddress: {
      ask: ({ bystander }) => `{ peopleByAddress(emails: ["${bystander.email}"]) { id } }`,
      sees: directory,
    },
  },
  mutations: {
    editProfile: { ask: () => `{ editProfile(version: 1, input: { name: "Nyt Navn" }) ${answered} }`, does: signedIn },
    choosePreferences: { ask: () => '{ choosePreferences(locale: en, theme: dark) { id } }', does: signedIn },
    addPasskey: { ask: () => `{ addPasskey(answer: "{}", name: "Min telefon") ${answered} }`, does: nobodyDoes },
    askNewPasskey: { ask: () => `{ askNewPasskey ${answered} }`, does: signedIn },
    renamePasskey: {
      ask: ({ passkey }) => `{ renamePasskey(id: "Passkey_${passkey}", name: "Gammel") ${answered} }`,
      does: 'member',
    },
    removePasskey: { ask: ({ passkey }) => `{ removePasskey(id: "Passkey_${passkey}") ${answered} }`, does: 'member' },
    endSession: { ask: ({ session }) => `{ endSession(id: "Session_${session}") }`, does: 'member' },
    endOtherSessions: { ask: () => '{ endOtherSessions }', does: signedIn },
    signOut: { ask: () => '{ signOut }', does: signedIn },
    addPeople: {
      ask: () => `{ addPeople(people: [{ name: "Ny", email: "ganske.ny@example.dk" }]) ${answered} }`,
      does: 'admin adminElsewhere',
    },
    giveRole: {
      ask: ({ bystander }) => `{ giveRole(personId: "Person_${bystander.id}", role: consultant) { id } }`,
      does: 'admin',
    },
    takeRole: {
      ask: ({ people }) =>
        `{ takeRole(personId: "Person_${people.consultantElsewhere.id}", role: consultant) ${answered} }`,
      does: 'admin',
    },
    changePosition: {
      ask: ({ bystander }) =>
        `{ changePosition(personId: "Person_${bystander.id}", version: 1, managementLevel: 2) ${answered} }`,
      does: 'admin',
    },
    correctProfile: {
      ask: ({ bystander }) =>
        `{ correctProfile(personId: "Person_${bystander.id}", version: 1, input: { name: "Bo Forbi-Holm" }) ${answered} }`,
      does: 'admin',
    },
    correctEmail: {
      ask: ({ bystander }) =>
        `{ correctEmail(personId: "Person_${bystander.id}", version: 1, email: "bo.rettet@example.dk") ${answered} }`,
      does: 'admin',
    },
    deactivatePerson: {
      ask: ({ bystander }) => `{ deactivatePerson(personId: "Person_${bystander.id}") ${answered} }`,
      does: 'admin',
    },
    reactivatePerson: {
      ask: ({ bystander }) => `{ reactivatePerson(personId: "Person_${bystander.id}") { id } }`,
      does: 'admin',
    },
    // The door is open to everybody: it gives nothing but a chance to prove who one is.
    askCode: { ask: (_world, asker) => `{ askCode(email: "${asker}@example.dk") ${answered} }`, does: all },
    redeemCode: {
      ask: () => `{ redeemCode(codeId: "0193a0f0-0000-7000-8000-000000000000", code: "123456") ${answered} }`,
      does: nobodyDoes,
    },
    askNewEmail: {
      ask: (_world, asker) => `{ askNewEmail(email: "ny.${asker}@example.dk") ${answered} }`,
      does: signedIn,
    },
    redeemNewEmail: {
      ask: () => `{ redeemNewEmail(codeId: "0193a0f0-0000-7000-8000-000000000000", code: "123456") ${answered} }`,
      does: nobodyDoes,
    },
    askPasskey: { ask: () => `{ askPasskey ${answered} }`, does: all },
    signInWithPasskey: { ask: () => `{ signInWithPasskey(answer: "{}") ${answered} }`, does: nobodyDoes },
    setUp: {
      ask: () =>
        `{ setUp(token: "${'B'.repeat(43)}", input: { organisationName: "Ny", name: "Ny", email: "ny@example.dk", locale: da }) ${answered} }`,
      does: nobodyDoes,
    },
  },
  answers: {
    AddedPeople: 'addPeople',
    CodeAsked: 'askCode',
    PairInNetwork: 'changePosition',
    PasskeyQuestion: 'askNewPasskey',
    PositionChanged: 'changePosition',
    SetUpDone: 'setUp',
    SignedIn: 'redeemCode',
  },
}
