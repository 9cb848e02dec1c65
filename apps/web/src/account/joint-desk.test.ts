import 'fake-indexeddb/auto'
import { fromBase64url, toBase64url } from '@lederkreds/sealing/bytes'
import { entryHash } from '@lederkreds/sealing/identity'
import { IDBFactory } from 'fake-indexeddb'
import { beforeAll, describe, expect, test } from 'vitest'
import type { JointAbout, JointRow, ToldPerson } from './joint-desk.ts'
import { VaultDesk } from './vault-desk.ts'
import { openVaultStore, type VaultStore } from './vault-store.ts'

const day = '2026-11-25'
const prf = () => ({ kind: 'passkey', prf: crypto.getRandomValues(new Uint8Array(32)) }) as const

/** One person on one device, with real keys. */
interface Somebody extends ToldPerson {
  readonly desk: VaultDesk
  readonly store: VaultStore
}

async function somebody(personId: string = crypto.randomUUID(), before: ToldPerson['entries'] = []): Promise<Somebody> {
  const previous = before.at(-1)
  globalThis.indexedDB = new IDBFactory()
  const store = await openVaultStore(personId)
  const desk = new VaultDesk(store, personId)
  const code = await desk.makeKeys([prf()], previous)
  const { entry } = desk.madeKeys(code)
  await desk.keepMadeKeys()
  return { personId, desk, store, entries: [...before, entry] }
}

let [ada, ben, cai, eva]: Somebody[] = []
const the = (one: Somebody | undefined): Somebody => one ?? expect.unreachable()
beforeAll(async () => {
  ada = await somebody()
  ben = await somebody()
  cai = await somebody()
  eva = await somebody()
})

const note = { type: 'roundNote', text: 'Det blev sagt, at Skoven er stille' }
const aboutOf = (more: Partial<JointAbout> = {}): JointAbout => ({
  id: crypto.randomUUID(),
  kind: 'roundNote',
  version: 1,
  networkId: crypto.randomUUID(),
  ...more,
})

/** Seals by one for others, and answers the row as the server would send it to each. */
async function shared(author: Somebody, people: readonly ToldPerson[], about = aboutOf(), document: unknown = note) {
  const result = await author.desk.shared.seal(about, document, people, day)
  if (result.state === 'blocked') throw new Error(result.people.map(({ why }) => why).join())
  const rowFor = (reader: ToldPerson): JointRow => ({
    ...about,
    ownerId: author.personId,
    envelope: result.envelope,
    wrappedKey: result.keys.find(({ personId }) => personId === reader.personId)?.wrapped ?? new Uint8Array(),
  })
  return { about, rowFor, result }
}
const open = async (reader: Somebody, row: JointRow, ...authors: ToldPerson[]) =>
  (await reader.desk.shared.open([row], authors, day))[0]

describe('what is sealed to several', () => {
  test('is opened by each of them and by whoever wrote it, and everybody sees who can', async () => {
    const [author, one, other] = [the(ada), the(ben), the(cai)]
    const { rowFor, about } = await shared(author, [author, one, other])
    const signedBy = toBase64url(await entryHash(author.entries[0] ?? expect.unreachable()))
    for (const reader of [author, one, other]) {
      const opened = await open(reader, rowFor(reader), author)
      expect(opened).toMatchObject({ id: about.id, state: 'open', document: note, signedBy })
      expect(opened?.state === 'open' && [...opened.readers].sort()).toEqual(
        [author, one, other].map(({ personId }) => personId).sort(),
      )
    }
  })

  test('is not opened by anybody else, with whatever key', async () => {
    const [author, one, outsider] = [the(ada), the(ben), the(eva)]
    const { rowFor } = await shared(author, [one])
    expect(await open(outsider, rowFor(outsider), author)).toMatchObject({ state: 'shut', why: 'item' })
    expect(await open(outsider, rowFor(one), author)).toMatchObject({ state: 'shut', why: 'item' })
    expect(await open(outsider, rowFor(author), author)).toMatchObject({ state: 'shut', why: 'item' })
  })

  test('is not moved, renamed, made newer or given to another author unnoticed', async () => {
    const [author, one, other] = [the(ada), the(ben), the(cai)]
    const { rowFor } = await shared(author, [one])
    const row = rowFor(one)
    const changes: Partial<JointRow>[] = [
      { id: crypto.randomUUID() },
      { kind: 'nextStep' },
      { version: 2 },
      { networkId: crypto.randomUUID() },
      { ownerId: other.personId },
      { envelope: row.envelope.with(200, (row.envelope[200] ?? 0) ^ 1) },
    ]
    for (const change of changes)
      expect(await open(one, { ...row, ...change }, author, other)).toMatchObject({ state: 'shut' })
  })

  test('one that does not open keeps none of the others from opening', async () => {
    const [author, one] = [the(ada), the(ben)]
    const [good, bad] = [(await shared(author, [one])).rowFor(one), (await shared(author, [one])).rowFor(one)]
    const rows = [{ ...bad, version: 9 }, good]
    const states = (await one.desk.shared.open(rows, [author], day)).map(({ state }) => state)
    expect(states).toEqual(['shut', 'open'])
  })

  test('is never on the device: neither its words nor its bytes', async () => {
    const [author, one] = [the(ada), the(ben)]
    const { rowFor } = await shared(author, [one])
    const row = rowFor(one)
    await open(one, row, author)
    const bytes: string[] = []
    for (const { store } of [author, one])
      for (const name of ['keyring', 'item', 'outbox', 'device'] as const)
        bytes.push(
          JSON.stringify(await store.getAll(name), (_key, value: unknown) =>
            value instanceof Uint8Array ? `${toBase64url(value)} ${new TextDecoder().decode(value)}` : value,
          ),
        )
    const kept = bytes.join('\n')
    expect(kept).toContain(the(ada).personId)
    for (const trace of ['Skoven', row.id, toBase64url(row.envelope), toBase64url(row.wrappedKey)])
      expect(kept).not.toContain(trace)
    expect(fromBase64url(toBase64url(row.envelope))).toEqual(row.envelope)
  })

  test('needs the keys to be open', async () => {
    const one = await somebody()
    const { rowFor } = await shared(the(ada), [one])
    const row = rowFor(one)
    const own = (await shared(one, [the(ada)])).rowFor(one)
    one.desk.lock()
    await expect(open(one, row, the(ada))).rejects.toThrow('Locked')
    await expect(open(one, own)).rejects.toThrow('Locked')
    await expect(one.desk.shared.seal(aboutOf(), note, [], day)).rejects.toThrow('Locked')
  })
})

describe('a colleague whose keys are not to be relied on', () => {
  test('stops the sealing for all and is named with the reason', async () => {
    const author = await somebody()
    const colleague = await somebody()
    await shared(author, [colleague, the(cai)])
    const anew = await somebody(colleague.personId, colleague.entries)
    const foreign = await somebody(colleague.personId)
    const nobody = { personId: crypto.randomUUID(), entries: [] }
    const why = async (...people: ToldPerson[]) => {
      const result = await author.desk.shared.seal(aboutOf(), note, people, day)
      return result.state === 'blocked' ? result.people : result.state
    }
    const { personId } = colleague
    expect(await why(the(cai), anew)).toEqual([{ personId, why: 'changed' }])
    expect(await why(the(cai), foreign)).toEqual([{ personId, why: 'broken' }])
    expect(await why(nobody, anew)).toEqual([
      { personId: nobody.personId, why: 'noKeys' },
      { personId, why: 'changed' },
    ])
    expect(await why(the(cai), colleague)).toBe('sealed')
  })

  test('is believed for what she signed with the keys that were seen, not for what came with new ones', async () => {
    const reader = await somebody()
    const before = await somebody()
    const old = await shared(before, [reader])
    expect(await open(reader, old.rowFor(reader), before)).toMatchObject({ state: 'open' })
    const anew = await somebody(before.personId, before.entries)
    const fresh = await shared(anew, [reader])
    expect(await open(reader, old.rowFor(reader), anew)).toMatchObject({ state: 'open' })
    expect(await open(reader, fresh.rowFor(reader), anew)).toMatchObject({ state: 'shut', why: 'author' })
    const standing = await reader.desk.person(anew.personId, anew.entries, 'da')
    if (!('pin' in standing)) throw new Error(standing.state)
    await reader.desk.judge(anew.personId, standing.pin, 'same', '2026-11-25T10:00:00Z', day)
    expect(await open(reader, fresh.rowFor(reader), anew)).toMatchObject({ state: 'open' })
  })

  test('is believed at first sight up to keys that the ones before do not vouch for, and nothing is sealed to those', async () => {
    const before = await somebody()
    const slipped = await somebody(before.personId, before.entries)
    const reader = await somebody()
    const [genuine, forged] = [await shared(before, [reader]), await shared(slipped, [reader])]
    expect(await open(reader, genuine.rowFor(reader), slipped)).toMatchObject({ state: 'open' })
    expect(await open(reader, forged.rowFor(reader), slipped)).toMatchObject({ state: 'shut', why: 'author' })
    expect(reader.desk.documents.memory.pins[before.personId]?.number).toBe(1)
    for (const writer of [reader, await somebody()])
      expect(await writer.desk.shared.seal(aboutOf(), note, [slipped], day)).toEqual({
        state: 'blocked',
        people: [{ personId: before.personId, why: 'changed' }],
      })
  })

  test('whose words were different is not believed at the sight of newer keys either', async () => {
    const before = await somebody()
    const reader = await somebody()
    const row = (await shared(before, [reader])).rowFor(reader)
    const standing = await reader.desk.person(before.personId, before.entries, 'da')
    if (!('pin' in standing)) throw new Error(standing.state)
    await reader.desk.judge(before.personId, standing.pin, 'different', '2026-11-25T10:00:00Z', day)
    const anew = await somebody(before.personId, before.entries)
    expect(await open(reader, row, anew)).toMatchObject({ state: 'shut', why: 'author' })
  })

  test('a server that invents an author is not believed', async () => {
    const reader = await somebody()
    const [author, forger] = [await somebody(), await somebody()]
    await shared(reader, [author])
    const { rowFor } = await shared(forger, [reader])
    const forged = { ...rowFor(reader), ownerId: author.personId }
    const invented = { personId: author.personId, entries: forger.entries }
    expect(await open(reader, forged, author)).toMatchObject({ state: 'shut' })
    expect(await open(reader, forged, invented)).toMatchObject({ state: 'shut', why: 'author' })
    expect(await open(reader, rowFor(reader))).toMatchObject({ state: 'shut', why: 'author' })
  })

  test('whoever is sealed to for the first time is remembered', async () => {
    const [author, colleague] = [await somebody(), await somebody()]
    await shared(author, [colleague])
    expect(Object.keys(author.desk.documents.memory.pins)).toEqual([colleague.personId])
    await open(colleague, (await shared(author, [colleague])).rowFor(colleague), author)
    expect(Object.keys(colleague.desk.documents.memory.pins)).toEqual([author.personId])
  })
})
