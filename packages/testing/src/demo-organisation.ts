import { draftFrom } from '@lederkreds/domain/networks/draft'
import { writeGroundRules } from '@lederkreds/domain/networks/ground-rules'
import { groundRulesTemplate } from '@lederkreds/domain/networks/ground-rules-template'
import { editOf } from '@lederkreds/domain/toolbox/own-protocol'
import { protocolOf } from '@lederkreds/domain/toolbox/protocols'
import { dayAhead } from './day.ts'
import { seedOwnCycles } from './demo-feedback.ts'
import { seedDemoJournal } from './demo-journal.ts'
import { childcare, firstNames, homes, lastNames, offices, schools } from './demo-names.ts'
import { addDemoSeason } from './demo-season.ts'
import { journalWeeks } from './journal-weeks.ts'
import { type Asking, askedCycle, type WithKeys } from './sealed-ask.ts'
import { sealedJournal } from './sealed-journal.ts'
import { sealedKeys } from './sealed-keys.ts'
import type { Seed, SeededNetwork, SeededPerson } from './seed.ts'

/** Who one can enter as with one click. */
export const demoPeople = {
  leader: { name: 'Mette Holm', email: 'mette.holm@sonderby.example' },
  consultant: { name: 'Kim Bach', email: 'kim.bach@sonderby.example' },
  admin: { name: 'Astrid Lund', email: 'astrid.lund@sonderby.example' },
} as const

/** What opens the leader's keys in the demo; the sign-in page and README tell it. */
export const demoPassphrase = 'fire grønne cykler venter'

/**
 * Keys for the leader and everybody in her first network, as if each had made them, more than a year of the leader's
 * journal, and two colleagues who ask for her feedback. `secret` is the installation's.
 */
export async function seedDemoKeys(seed: Seed, { network, leader }: DemoOrganisation, secret: string) {
  const members: WithKeys[] = []
  for (const person of network.members) {
    const keys = await sealedKeys(person, { passphrase: demoPassphrase })
    seed.keys(person, keys)
    members.push({ person, keys })
    if (person.id !== leader.id) continue
    await seedDemoJournal(seed, person, keys.vault)
    const before = dayAhead(-60, seed.now)
    for (const item of await sealedJournal(keys.vault, journalWeeks(before, 52))) seed.sealedItem(person, item)
  }
  return seedDemoAsks(seed, network, members, leader, secret)
}

/** One who wants to know whose answer it is, and one who does not. */
async function seedDemoAsks(
  seed: Seed,
  network: SeededNetwork,
  members: readonly WithKeys[],
  leader: SeededPerson,
  secret: string,
) {
  const [first, second] = members.filter(({ person }) => person.id !== leader.id)
  if (!first || !second) throw new Error('the leader has no colleagues')
  const askOf = (receiver: WithKeys, how: Omit<Asking, 'receiver' | 'givers'>) =>
    askedCycle(seed, network, { receiver, givers: members.filter((one) => one !== receiver), ...how }, secret)
  const signed = await askOf(first, {
    form: 'sbi',
    question: 'Hvordan virker jeg, når jeg leder et møde, hvor vi er uenige?',
    situation: 'Netværksmødet om fordelingen af timer.',
  })
  const pooled = await askOf(second, {
    form: 'startStopContinue',
    promise: 'pooled',
    question: 'Hvad gør det lettere eller sværere at sige mig imod?',
  })
  const own = members.find(({ person }) => person.id === leader.id)
  if (!own) throw new Error('the leader has no keys')
  const others = members.filter((one) => one !== own)
  return { signed: signed.id, pooled: pooled.id, own: await seedOwnCycles(seed, network, own, others, secret) }
}

/** Those who may be entered as, and the leader's first network. */
export type DemoOrganisation = Record<keyof typeof demoPeople, SeededPerson> & {
  network: SeededNetwork
  draft: string
  /** A method that the consultant has adapted. */
  protocol: string
}

/** An invented municipality in which networks are in every stage: running, just begun, and still being invited to. */
export function seedDemo(seed: Seed): DemoOrganisation {
  const organisation = seed.organisation('Sønderby Kommune')
  const director = seed.person(organisation, { name: 'Inge Storm', title: 'Direktør', workplace: 'Rådhuset', level: 1 })
  const head = (name: string, area: string) =>
    seed.person(organisation, { name, title: 'Chef', workplace: area, level: 2, manager: director })
  const [learning, care] = [head('Palle Kruse', 'Børn og Læring'), head('Jytte Bang', 'Sundhed og Omsorg')]
  const admin = seed.person(organisation, {
    ...demoPeople.admin,
    title: 'HR-partner',
    workplace: 'Rådhuset',
    level: 3,
    roles: ['admin'],
  })
  const consultant = seed.person(organisation, {
    ...demoPeople.consultant,
    title: 'Udviklingskonsulent',
    workplace: 'Rådhuset',
    roles: ['consultant'],
  })
  const colleague = seed.person(organisation, {
    name: 'Ulla Prehn',
    title: 'Udviklingskonsulent',
    workplace: 'Rådhuset',
    roles: ['consultant'],
  })

  let next = 0
  const leader = (workplace: string, title: string, manager: SeededPerson) => {
    const name = `${firstNames[next % firstNames.length]} ${lastNames[next % lastNames.length]}`
    next += 1
    return seed.person(organisation, { name, title, workplace, level: 3, manager })
  }
  const mette = seed.person(organisation, {
    ...demoPeople.leader,
    title: 'Skoleleder',
    workplace: 'Søndre Skole',
    level: 3,
    manager: learning,
  })
  const heads = schools.slice(0, 5).map((place) => leader(place, 'Skoleleder', learning))
  const carers = homes.map((place) => leader(place, 'Centerleder', care))
  const teachers = childcare.map((place) => leader(place, 'Institutionsleder', learning))
  const chiefs = offices.map((place) => leader(place, 'Afdelingsleder', director))

  const rules = writeGroundRules(groundRulesTemplate.da)
  const until = dayAhead(300, seed.now)
  const network = (
    name: string,
    members: SeededPerson[],
    by: SeededPerson,
    purpose: string,
    undecided: SeededPerson[] = [],
  ) =>
    seed.network(organisation, {
      name,
      consultant: by,
      members,
      undecided,
      purpose,
      groundRules: rules,
      accessUntil: until,
      endsOn: until,
    })

  const south = network(
    'Skolelederne Syd',
    [mette, ...heads],
    consultant,
    'Et rum til de sager, vi ellers går alene med: personale, forældre og forandringer, vi ikke selv har valgt.',
  )
  addDemoSeason(seed, south, { weekday: 2, startTime: '13:00', back: 100, ahead: 160, place: 'Rådhuset, lokale 3' })
  const mixed = network(
    'På tværs af kommunen',
    [chiefs[0], mette, chiefs[1], carers[0], teachers[0], chiefs[2]].filter(isPerson),
    consultant,
    'Ledere fra fem områder, der låner hinandens øjne på svære beslutninger.',
  )
  addDemoSeason(seed, mixed, { weekday: 4, startTime: '09:00', back: 40, ahead: 150, place: 'Biblioteket, mødesal' })
  const care1 = network(
    'Plejecentrene',
    carers.slice(1),
    consultant,
    'At holde den professionelle afstand, når det gør ondt, og sove om natten bagefter.',
  )
  addDemoSeason(seed, care1, { weekday: 3, startTime: '12:30', back: 120, ahead: 120, place: 'Plejecenter Lunden' })
  const young = network(
    'Dagtilbud Vest',
    teachers.slice(1),
    colleague,
    'Supervision på samtaler med forældre og medarbejdere.',
    teachers.slice(0, 1),
  )
  addDemoSeason(seed, young, { weekday: 1, startTime: '14:00', back: 70, ahead: 90, place: 'Bøgely' })
  const draft = keepDraft(seed, consultant, teachers)
  const { id: protocol } = seed.protocol(consultant, 'kollegial-sparring-8-trin', [
    {
      name: { da: 'Kort sparring i fem trin' },
      purpose: { da: 'At nå en sag, når tiden er knap, uden at springe spørgsmålene over.' },
    },
    { phases: editOf(protocolOf('kollegial-sparring-8-trin')).phases.filter(({ id }) => !leftOut.includes(id)) },
  ])
  const [one, other] = south.members.filter(({ id }) => id !== mette.id)
  if (one && other) seed.add('declared_tie', { network_id: south.id, by_id: one.id, with_id: other.id })
  return { leader: mette, consultant, admin, network: south, draft, protocol }
}

/** The round of problems, choosing a case and looking back: the short version begins with the case. */
const leftOut = ['runde', 'valg', 'evaluering']

/** A network that the consultant has begun to set up and not yet sent invitations to. */
function keepDraft(seed: Seed, { id: created_by_id, organisationId }: SeededPerson, people: SeededPerson[]) {
  const id = seed.id()
  const draft = draftFrom('home', 'da', dayAhead(0, seed.now))
  const invited = people.map(({ name, email }) => ({
    name,
    email,
    title: 'Institutionsleder',
    workplace: null,
    managementLevel: 3,
  }))
  seed.add('network', {
    id,
    organisation_id: organisationId,
    state: 'draft',
    name: draft.name ?? '',
    methods: [],
    created_by_id,
    draft: JSON.stringify({ ...draft, people: invited }),
  })
  seed.add('network_consultant', { network_id: id, person_id: created_by_id, access_until: '2199-12-31' })
  return id
}

const isPerson = (person: SeededPerson | undefined): person is SeededPerson => person !== undefined
