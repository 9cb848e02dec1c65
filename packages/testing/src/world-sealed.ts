import { randomUUID } from 'node:crypto'
import type { Asker } from './access-world.ts'
import { dayAhead } from './day.ts'
import { answerInput } from './feedback-circle.ts'
import {
  envelopeOf,
  itemInput,
  itemKey,
  keysInput,
  literal,
  type MadeKeys,
  makeKeys,
  wrapInput,
  wrapOf,
} from './sealed-bytes.ts'
import type { Seed, SeededNetwork, SeededPerson } from './seed.ts'
import type { WorldPeople } from './world-people.ts'

/** What an asker's browser would send, as it is written in an operation. */
export type Sealing = {
  firstKeys(asker: Asker): string
  nextKeys(asker: Asker): string
  passkeyWrap(): string
  passphrase(): string
  /** Of the member's item, sealed to the asker. */
  nextVersion(asker: Asker): string
  /** An answer to a cycle. */
  answerTo(cycle: string): string
}

/** Keys of everybody but the undecided, and two wraps each. The member has a passkey's besides. */
export function addWorldKeys(seed: Seed, { people, peer }: WorldPeople, oldPasskey: string) {
  const { member, undecided } = people
  const keys = new Map<SeededPerson, MadeKeys>(
    [...Object.values(people), peer]
      .filter((person) => person !== undecided)
      .map((person) => [person, makeKeys(person)]),
  )
  const ofPasskey = wrapOf('passkey', oldPasskey)
  keys.get(member)?.wraps.push(ofPasskey)
  for (const [person, made] of keys) seed.keys(person, made)
  return { keys, ofPasskey }
}

/** What the member has sealed: for herself, and for the convenor too. */
export function addWorldItems(
  seed: Seed,
  network: SeededNetwork,
  round: string,
  { member, convenor }: Record<'member' | 'convenor', SeededPerson>,
) {
  const sealedItem = seed.sealedItem(member, {
    id: randomUUID(),
    envelope: envelopeOf(),
    wrapped: itemKey(),
    expiresOn: '2199-12-31',
  })
  const sharedItem = seed.sealedItem(member, {
    id: randomUUID(),
    kind: 'nextStep',
    envelope: envelopeOf(),
    wrapped: itemKey(),
    expiresOn: dayAhead(30),
    round: { id: round, networkId: network.id },
    readers: [{ person: convenor, wrapped: itemKey() }],
  })
  return { sealedItem, sharedItem }
}

export function sealingOf(
  people: WorldPeople['people'],
  keys: ReadonlyMap<SeededPerson, MadeKeys>,
  passkey: string,
  sealedItem: string,
): Sealing {
  const holder = (asker: Asker) => people[asker === 'nobody' ? 'undecided' : asker]
  const version2 = { id: sealedItem, version: 2, envelope: envelopeOf(1), expiresOn: '2199-12-31' }
  return {
    firstKeys: (asker) => literal(keysInput(makeKeys(holder(asker)))),
    nextKeys: (asker) => literal(keysInput(makeKeys(holder(asker), keys.get(holder(asker))))),
    passkeyWrap: () => literal(wrapInput(wrapOf('passkey', passkey))),
    passphrase: () => literal(wrapInput(wrapOf('passphrase')).wrapped),
    nextVersion: (asker) => literal(itemInput(holder(asker), version2)),
    answerTo: (cycle) => literal(answerInput(cycle)),
  }
}
