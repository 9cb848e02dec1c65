import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto'
import { layOver } from '@lederkreds/api/secret-layer'
import { dayAhead } from './day.ts'
import { envelopeOf, itemKey, sealedAnswerBytes } from './sealed-bytes.ts'
import type { Seed, SeededCycle, SeededNetwork, SeededPerson } from './seed.ts'
import { testSecret } from './server.ts'
import type { WorldPeople } from './world-people.ts'

/** Cycles, by what somebody is to be shown of them, and two answers. */
export type FeedbackWorld = {
  /** The member's, released: the convenor and her peer were asked, and both held the question. */
  released: string
  question: string
  answer: string
  /** The convenor's, open, as her part of the network's step: the member is asked, her peer has answered. */
  open: string
  waiting: string
  step: string
  /** The convenor's, open and pooled. */
  pooled: string
  /** Of the one who has left, released before. */
  kept: string
}

const day = 24 * 3_600_000

export function addWorldFeedback(
  seed: Seed,
  network: SeededNetwork,
  { people: { member, convenor, former }, peer, more }: WorldPeople,
): FeedbackWorld {
  const soon = new Date(seed.now.getTime() + 7 * day)
  const question = (cycle: SeededCycle, readers: readonly SeededPerson[]) =>
    seed.sealedItem(cycle.receiver, {
      id: cycle.askId,
      kind: 'feedbackAsk',
      envelope: envelopeOf(1),
      wrapped: itemKey(),
      cycle,
      readers: readers.map((person) => ({ person, wrapped: itemKey() })),
    })
  const over = { state: 'released', deadline: new Date(seed.now.getTime() - day) } as const
  const first = seed.feedbackCycle(network, { receiver: member, givers: [peer], ...over })
  const released = seed.feedbackCycle(network, {
    receiver: member,
    givers: [convenor, peer],
    answered: [convenor],
    previous: first,
    ...over,
  })
  const asked = question(released, [convenor, peer])
  const answer = seed.feedbackAnswer(released, { giver: convenor, ...sealedAnswerBytes() })
  seed.sealedItem(member, {
    id: randomUUID(),
    kind: 'feedbackStep',
    envelope: envelopeOf(),
    wrapped: itemKey(),
    expiresOn: dayAhead(30),
    cycle: released,
    readers: [{ person: convenor, wrapped: itemKey() }],
  })
  seed.feedbackCycle(network, { receiver: member, givers: [peer], previous: released })
  const step = seed.feedbackStep(network, { opensOn: '2026-01-01', deadline: soon })
  const open = seed.feedbackCycle(network, {
    receiver: convenor,
    givers: [member, peer],
    answered: [peer],
    deadline: soon,
    stepId: step,
  })
  question(open, [member, peer])
  const waiting = seed.feedbackAnswer(open, { giver: peer, ...sealedAnswerBytes() })
  const pooled = seed.feedbackCycle(network, { receiver: convenor, givers: [member, ...more], promise: 'pooled' })
  addIssuer(seed, pooled)
  seed.feedbackCycle(network, { receiver: convenor, givers: [member, peer], asked: false })
  const kept = seed.feedbackCycle(network, { receiver: former, givers: [peer], answered: [peer], ...over })
  seed.feedbackAnswer(kept, { giver: peer, ...sealedAnswerBytes() })
  return {
    released: released.id,
    question: asked,
    answer,
    open: open.id,
    waiting,
    step,
    pooled: pooled.id,
    kept: kept.id,
  }
}

/** A key for a pooled cycle, as asking makes it. */
function addIssuer(seed: Seed, { id }: SeededCycle) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' })
  seed.add('feedback_issuer', {
    cycle_id: id,
    public_key: publicKey.export({ type: 'spki', format: 'der' }),
    private_key: Buffer.from(layOver(testSecret, 'feedback issuer', id, secret)),
  })
}

/** A sentence that everybody has agreed to and nobody has published yet, and one that is. */
export function addSentences(
  seed: Seed,
  network: SeededNetwork,
  { member, convenor, undecided }: Record<'member' | 'convenor' | 'undecided', SeededPerson>,
) {
  const proposal = { text: 'Vi tør mere.', salt: Buffer.alloc(16, 7) }
  const agreedTo = createHash('sha256').update(proposal.salt).update(proposal.text).digest()
  seed.consents(network, [...network.members, undecided], agreedTo)
  const sentence = {
    text: proposal.text,
    salt: proposal.salt.toString('base64url'),
    published: seed.sentence(network, 'Vi har lært at vente.', convenor),
  }
  seed.sealedItem(convenor, {
    id: randomUUID(),
    kind: 'sentence',
    envelope: envelopeOf(),
    wrapped: itemKey(),
    networkId: network.id,
    readers: [{ person: member, wrapped: itemKey() }],
  })
  return sentence
}
