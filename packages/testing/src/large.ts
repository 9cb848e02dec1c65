import { localDate } from '@lederkreds/domain/day'
import pg from 'pg'
import { write } from './load.ts'
import { Seed, type SeededNetwork, type SeededPerson } from './seed.ts'

/** The size at which the product must still be quick: about a million attendance rows. */
export const largeSize = { networks: 12_000, members: 8, meetings: 10 } as const

export type Large = {
  organisation: string
  admin: SeededPerson
  /** Networks spread evenly over the set, for those who want to ask for one. */
  networks: SeededNetwork[]
  /** How many attendance rows there are. */
  rows: number
}

type Options = {
  /** The part of the full size to make: 1, 0.1, 0.01. */
  share?: number
  now?: Date
  log?: (line: string) => void
}

const firstNames = [
  'Åse',
  'Bo',
  'Cecilie',
  'Daniel',
  'Esben',
  'Freja',
  'Gitte',
  'Hassan',
  'Ida',
  'Jørgen',
  'Karen',
  'Lærke',
]
const lastNames = [
  'Ahmed',
  'Bjerre',
  'Christensen',
  'Dam',
  'Egeskov',
  'Frølund',
  'Gade',
  'Høj',
  'Iversen',
  'Jørgensen',
  'Kjær',
]
const areas = ['Skolelederne', 'Plejecentrene', 'Dagtilbuddene', 'Afdelingslederne', 'Hjemmeplejen', 'Byggesagen']
const places = ['Nord', 'Syd', 'Øst', 'Vest', 'Midt', 'Havnen', 'Ådalen']

const of = (list: readonly string[], index: number) => list[index % list.length] ?? ''
const day = 86_400_000
const dayOf = (time: number) => localDate(new Date(time))
const networksAtATime = 200
const networksKept = 100

/**
 * Fills a migrated database with one large organisation, made by the builders that make every other seed and written in
 * pieces, so that it takes minutes and little memory. Ends with ANALYZE.
 */
export async function loadLarge(
  ownerUrl: string,
  { share = 1, now = new Date(), log = () => {} }: Options = {},
): Promise<Large> {
  const seed = new Seed({ now })
  const count = Math.max(1, Math.round(largeSize.networks * share))
  const organisation = seed.organisation('Storkommunen')
  const admin = seed.person(organisation, { name: 'Astrid Lund', title: 'HR-chef', roles: ['admin'] })
  const networks: SeededNetwork[] = []
  const keepEvery = Math.max(1, Math.floor(count / networksKept))

  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    let consultant = admin
    for (let number = 0; number < count; number++) {
      if (number % networksAtATime === 0) {
        consultant = seed.person(organisation, {
          name: `Konsulent ${number / networksAtATime + 1}`,
          roles: ['consultant'],
        })
      }
      const network = addNetwork(seed, organisation, consultant, number)
      if (number % keepEvery === 0 && networks.length < networksKept) networks.push(network)
      if (number % networksAtATime === networksAtATime - 1 || number === count - 1) {
        await write(client, seed)
        for (const rows of seed.rows.values()) rows.length = 0
        log(`${number + 1} of ${count} networks`)
      }
    }
    await client.query('ANALYZE')
  } finally {
    await client.end()
  }
  return { organisation, admin, networks, rows: count * largeSize.members * largeSize.meetings }
}

/** A network whose season began five meetings ago; nearly everybody comes, and has answered the next three. */
function addNetwork(seed: Seed, organisation: string, consultant: SeededPerson, number: number): SeededNetwork {
  const members = Array.from({ length: largeSize.members }, (_, index) => {
    const person = number * largeSize.members + index
    const name = `${of(firstNames, person)} ${of(lastNames, Math.floor(person / firstNames.length))} ${person}`
    const workplace = `${of(areas, number)} ${of(places, person)} ${person % 997}`
    return seed.person(organisation, { name, title: 'Leder', workplace, level: 3 })
  })
  const name = `${of(areas, number)} ${of(places, Math.floor(number / areas.length))} ${number}`
  const network = seed.network(organisation, { name, consultant, members })
  const first = seed.now.getTime() - (5 * 28 - (number % 28)) * day
  const season = seed.season(network, {
    from: dayOf(first),
    until: dayOf(first + (largeSize.meetings - 1) * 28 * day),
    everyWeeks: 4,
    weekday: new Date(first).getUTCDay() || 7,
    startTime: '13:00',
    minutes: 150,
  })
  for (let meeting = 0; meeting < largeSize.meetings; meeting++) {
    const startsAt = new Date(first + meeting * 28 * day)
    const isOver = startsAt < seed.now
    const isAway = (index: number) => (index * 5 + meeting * 3 + number) % 11 === 0
    const attended = (index: number) => (isOver ? !isAway(index) : null)
    const rsvp = (index: number) => (meeting < 8 ? (isAway(index) ? 'regrets' : 'coming') : null)
    seed.meeting(network, { startsAt, place: 'Rådhuset', attended, rsvp }, season)
  }
  return network
}
