// What is sealed is sealed as in a browser: its package names the types of a worker.
/// <reference lib="webworker" />
import type { ToldStep } from '@lederkreds/domain/feedback/document'
import { dayAhead } from './day.ts'
import { type Asking, askedCycle, sealedAnswer, type WithKeys } from './sealed-ask.ts'
import type { Seed, SeededCycle, SeededNetwork } from './seed.ts'

const question = 'Hvad gør jeg, når et møde går i hårdknude?'
const before = [
  {
    situation: 'Mødet om skemaerne i september.',
    behaviour: 'Du sagde ingenting i fem minutter og så på uret.',
    impact: 'Jeg blev i tvivl, om du ville have os til at blive enige eller bare videre.',
  },
  {
    situation: 'Da to af os var uenige om vikardækningen.',
    behaviour: 'Du spurgte: Hvad er det, I hver især er bange for?',
    impact: 'Det blev lettere at høre den anden.',
  },
]
const after = [
  {
    situation: 'Sidste møde, da vi var uenige om puljen.',
    behaviour: 'Du sagde højt, at du ville give det fem minutter, og at du selv ville tie imens.',
    impact: 'Jeg vidste, hvad stilheden var til, og brugte den.',
  },
  {
    situation: 'Samme møde, lige før pausen.',
    behaviour: 'Du spurgte os én ad gangen, hvad vi manglede for at kunne gå videre.',
    impact: 'Vi nåede frem, uden at nogen blev kørt over.',
  },
]

/** Somebody's own cycles in every state: two rounds of the same question, one that waits, and those that nobody read. */
export async function seedOwnCycles(
  seed: Seed,
  network: SeededNetwork,
  receiver: WithKeys,
  others: readonly WithKeys[],
  secret: string,
) {
  const ask = (how: Partial<Asking>) =>
    askedCycle(seed, network, { receiver, givers: others.slice(0, 2), form: 'sbi', question, ...how }, secret)
  const ended = (daysAgo: number) => ({
    createdOn: dayOf(seed, daysAgo + 14),
    closedOn: dayOf(seed, daysAgo),
    deadline: new Date(seed.now.getTime() - daysAgo * 86_400_000),
  })
  const first = await ask({ state: 'released', ...ended(63) })
  await answerBy(seed, first, receiver, others, before)
  await tellStep(seed, first, receiver, others)
  const second = await ask({ state: 'released', previous: first, ...ended(2) })
  await answerBy(seed, second, receiver, others, after)
  const waiting = await ask({ form: 'feedforward', givers: others, question: 'Hvad kunne jeg prøve som mødeleder?' })
  const tooFew = await ask({ form: 'free', promise: 'pooled', givers: others, state: 'tooFew', ...ended(120) })
  const unsent = await ask({ form: 'strengths', asked: false })
  return { first: first.id, second: second.id, waiting: waiting.id, tooFew: tooFew.id, unsent: unsent.id }
}

async function answerBy(
  seed: Seed,
  cycle: SeededCycle,
  receiver: WithKeys,
  others: readonly WithKeys[],
  texts: readonly Readonly<Record<string, string>>[],
) {
  for (const [at, fields] of texts.entries()) {
    const giver = others[at]
    if (giver)
      seed.feedbackAnswer(cycle, {
        giver: giver.person,
        ...(await sealedAnswer(giver, receiver, cycle, fields, 'sbi')),
      })
  }
}

/** What she has told the group that she will do. */
async function tellStep(seed: Seed, cycle: SeededCycle, { person, keys }: WithKeys, others: readonly WithKeys[]) {
  const itemId = crypto.randomUUID()
  const document: ToldStep = {
    ...{ type: 'feedbackStep', format: 1, cycleId: cycle.id, by: null, day: dayOf(seed, 60) },
    text: 'Sige højt, hvad en pause er til, før jeg tier.',
  }
  const sealed = await keys.vault.seal({
    document,
    about: { kind: 'feedbackStep', itemId, version: 1, networkId: cycle.networkId },
    recipients: others.map((other) => ({ personId: other.person.id, ...other.keys.identity })),
  })
  const keyOf = (id: string) => sealed.keys.find(({ personId }) => personId === id)?.wrapped ?? new Uint8Array()
  seed.sealedItem(person, {
    ...{ id: itemId, kind: 'feedbackStep', envelope: sealed.envelope, wrapped: keyOf(person.id), cycle },
    expiresOn: dayOf(seed, -30),
    readers: others.map((other) => ({ person: other.person, wrapped: keyOf(other.person.id) })),
  })
}

const dayOf = (seed: Seed, daysAgo: number) => dayAhead(-daysAgo, seed.now)
