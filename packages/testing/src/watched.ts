import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { databaseBytes, type Held, keepReadable } from './database-bytes.ts'
import { folderBytes } from './folder-bytes.ts'
import type { Mailbox } from './mailbox.ts'
import { type Asking, askedCycle, sealedAnswer, type WithKeys } from './sealed-ask.ts'
import { sealedKeys } from './sealed-keys.ts'
import type { SeededCycle, SeededNetwork, SeededPerson, SeededRound } from './seed.ts'
import type { TestServer } from './server.ts'
import { nothingIsSealed } from './unsealed-aes.ts'
import { shownBytes, storedBytes, watchTraffic } from './watched-browser.ts'
import { freshWord, openHunt } from './word-hunt.ts'

/** How much was searched in one place, which of the words stood there, and each sighting in a sentence. */
export type Searched = { bytes: number; words: Set<string>; seen: string[] }

export type Watched = {
  server: TestServer
  person: SeededPerson
  /** Where she is a member, with five colleagues. */
  network: SeededNetwork
  /** Begun there, with her alone. */
  round: SeededRound
  /** There a colleague asks her by name and in a pool, and has answered her. */
  feedback: { toAnswer: readonly SeededCycle[]; answered: SeededCycle }
  /** A word that stands nowhere else and will be looked for. */
  word: () => string
  /** Another device of hers, on which she is signed in: a browser with a profile on disk. */
  device: () => Promise<Page>
  /** Closes the devices, and looks in every place for every writing of every word. */
  search: () => Promise<Map<string, Searched>>
  /** Whether the web app that she is served is the one that seals nothing. */
  isUnsealed: boolean
  stop: () => Promise<void>
}

type Options = {
  url: string
  dist: string
  server: TestServer
  mailbox: Mailbox
  /** What API and worker have logged. */
  said: readonly string[]
  launch: (profile: string) => Promise<BrowserContext>
  passphrase: string
}

/** Somebody with keys in an installation of which every byte can be searched, wherever it comes to rest or passes by. */
export async function openWatched(options: Options): Promise<Watched> {
  const { url, dist, server, launch, passphrase } = options
  const walFile = await keepReadable(server.database.ownerUrl)
  const { person, colleagues, network, round } = await server.seed((seed) => {
    const organisation = seed.organisation('Sønderby Kommune')
    const of = (name: string) => seed.person(organisation, { name })
    const [ada, kim] = [of('Ada Holm'), of('Kim Bach')]
    const colleagues = ['Ben Friis', 'Cleo Dam', 'Dan Krog', 'Eva Toft', 'Finn Juhl'].map(of)
    const members = [ada, ...colleagues]
    const network = seed.network(organisation, { name: 'Skolelederne Nord', consultant: kim, members })
    const round = seed.round(network, { method: 'aktionslaering', people: [ada], stays: 'focusPerson' })
    return { person: ada, colleagues, network, round }
  })
  const keys = await sealedKeys(person, { passphrase })
  await server.seed((seed) => seed.keys(person, keys))
  const devices: Device[] = []
  const words: string[] = []
  const word = () => {
    const made = freshWord({ danish: words.length % 4 === 3 })
    words.push(made)
    return made
  }
  const feedback = await seedFeedback(server, network, { person, keys }, colleagues, word, passphrase)

  const device = async () => {
    const profile = mkdtempSync(join(tmpdir(), 'profile-'))
    const context = await launch(profile)
    const traffic = watchTraffic(context)
    const value = await server.seed((seed) => seed.session(person))
    await context.addCookies([{ name: 'lederkreds-session', value, url, httpOnly: true, sameSite: 'Lax' }])
    const page = context.pages()[0] ?? (await context.newPage())
    devices.push({ profile, page, traffic })
    return page
  }

  const search = async () => {
    const hunt = openHunt(words)
    const places = new Map<string, Searched>()
    for await (const { place, name, bytes } of everything(options, devices, walFile)) {
      const searched = places.get(place) ?? { bytes: 0, words: new Set(), seen: [] }
      places.set(place, searched)
      searched.bytes += bytes.length
      for (const { word, writing } of hunt(bytes)) {
        searched.words.add(word)
        searched.seen.push(`${word}, ${writing}, in ${name}`)
      }
    }
    return places
  }

  return {
    server,
    person,
    network,
    round,
    device,
    search,
    word,
    feedback,
    isUnsealed: [...folderBytes('app', dist)].some(({ bytes }) => Buffer.from(bytes).includes(nothingIsSealed)),
    stop: async () => {
      for (const { page, profile } of devices) {
        await page.context().close()
        rmSync(profile, { recursive: true, force: true })
      }
    },
  }
}

/** What a colleague asks has words that are looked for too, and so has what he has answered. */
async function seedFeedback(
  { seed: into, settings }: TestServer,
  network: SeededNetwork,
  her: WithKeys,
  colleagues: readonly SeededPerson[],
  word: () => string,
  passphrase: string,
) {
  const [ben, ...others] = await Promise.all(
    colleagues.map(async (person) => ({ person, keys: await sealedKeys(person, { passphrase }) })),
  )
  if (!ben) throw new Error('she has no colleagues')
  return into(async (seed) => {
    for (const { person, keys } of [ben, ...others]) seed.keys(person, keys)
    const asking = { receiver: ben, givers: [her, ...others], form: 'free' } as const
    const ask = (how: Partial<Asking>) => askedCycle(seed, network, { ...asking, ...how }, settings.SECRET)
    const toAnswer = [
      await ask({ question: word(), situation: word() }),
      await ask({ question: word(), promise: 'pooled' }),
    ]
    const answered = await ask({ receiver: her, givers: [ben], question: word(), state: 'released' })
    const answer = await sealedAnswer(ben, her, answered, { text: `${word()} ${word()}` })
    seed.feedbackAnswer(answered, { giver: ben.person, ...answer })
    return { toAnswer, answered }
  })
}

type Device = { profile: string; page: Page; traffic: ReturnType<typeof watchTraffic> }

async function* everything(
  { server, mailbox, said }: Options,
  devices: Device[],
  walFile: string,
): AsyncGenerator<Held> {
  for (const { page, traffic } of devices) {
    yield* await shownBytes(page)
    yield* await storedBytes(page)
    yield* await traffic.bytes()
    await page.context().close()
  }
  for (const { profile } of devices) yield* folderBytes('browser profile', profile)
  yield { place: "API's log", name: '', bytes: Buffer.from(said.join('')) }
  for (const { source, text } of mailbox.letters) yield { place: 'mails', name: '', bytes: Buffer.from(source + text) }
  yield* databaseBytes(server.database.ownerUrl, walFile)
}
