import { type FeedbackAnswer, readFeedbackAnswer, readOwnOf } from '@lederkreds/domain/feedback/document'
import { blindToken, finishToken, issuerHash, type PendingToken, type Token } from '@lederkreds/sealing/blind-token'
import { type Bytes, equal, fromBase64url, toBase64url } from '@lederkreds/sealing/bytes'
import { ForeignIssuer, SealingFault, Tampered } from '@lederkreds/sealing/faults'
import { entryHash, type IdentityEntry } from '@lederkreds/sealing/identity'
import { type SealedItem, sealItem } from '@lederkreds/sealing/item'
import { believedEntries } from '../account/believed-entries.ts'
import type { ToldPerson } from '../account/joint-desk.ts'
import { Blocked } from '../account/trust.ts'
import type { VaultDesk } from '../account/vault-desk.ts'
import type { Documents } from '../account/vault-documents.ts'

/** Every answer has this size class, 16 KiB, so that none can be told by how much was written. */
const answerClass = 3

/** Where an answer belongs. Ids are uuids. */
export interface AnswerPlace {
  readonly cycleId: string
  readonly networkId: string
}

/**
 * Who asks: her identities as the server told them beside the question, and the hash of the one that signed that, in
 * base64url.
 */
export interface Asker extends ToldPerson {
  readonly signedBy: string
}

/** An answer as the server keeps it until its receiver opens it. */
export interface SealedAnswer {
  readonly envelope: Bytes
  readonly wrappedKey: Bytes
}

/** An answer as the server sent it; `giverId` is null where answers are pooled. */
export interface AnswerRow extends SealedAnswer {
  readonly id: string
  readonly giverId: string | null
}

/** `unreadable` are ids of answers that could not be opened, or are no answers to this cycle. */
export interface OpenedAnswers {
  readonly answers: readonly {
    readonly id: string
    readonly giverId: string | null
    readonly document: FeedbackAnswer
  }[]
  readonly unreadable: readonly string[]
}

/** What a giver was told of the key that signs tokens, and what the receiver says of it in her sealed ask. */
export interface IssuerTold {
  readonly cycleId: string
  /** SPKI. */
  readonly key: Bytes
  /** SHA-256 in base64url. */
  readonly hash: string
}

/** What the vault does for answers; every call throws when it is locked. */
export type AnswerSealer = Pick<VaultDesk, 'recipient' | 'sealFor' | 'openFrom'>

type OwnDocuments = Pick<Documents, 'all' | 'save' | 'keepDraft' | 'draft' | 'dropDraft' | 'memory' | 'acceptPerson'>

/**
 * The worker's side of feedback. A token is asked for when an ask is first opened and kept with all that is the giver's
 * own; nothing that is kept changes when she answers, so that none of her documents tells whether she has, or when.
 */
export class FeedbackDesk {
  readonly #personId: string
  readonly #sealer: AnswerSealer
  readonly #documents: OwnDocuments

  constructor(personId: string, sealer: AnswerSealer, documents: OwnDocuments) {
    this.#personId = personId
    this.#sealer = sealer
    this.#documents = documents
  }

  /** What lets her answer this cycle once, or null where none has been given to her, or none has come to this device. */
  token(cycleId: string): Token | null {
    const tokens = this.#documents.all('feedbackOwn').map(({ document }) => readOwnOf(document, 'token', cycleId))
    const found = tokens.find((token) => token !== null)
    return found ? { message: fromBase64url(found.message), signature: fromBase64url(found.signature) } : null
  }

  /**
   * What the server is to sign, blindly. It is the same each time until the token is there, since the server signs one only.
   * Throws {@link ForeignIssuer} when the key is not the one that the receiver named.
   */
  async blindToken({ cycleId, key, hash }: IssuerTold): Promise<Bytes> {
    if (!equal(await issuerHash(key), fromBase64url(hash))) throw new ForeignIssuer()
    const begun = await this.#pending(cycleId)
    if (begun) return begun.blinded
    const pending = await blindToken(cycleId, key)
    await this.#documents.keepDraft(draftName(cycleId), {
      message: toBase64url(pending.message),
      blinded: toBase64url(pending.blinded),
      inverse: toBase64url(pending.inverse),
    })
    return pending.blinded
  }

  /** Keeps the token that the server's signature makes. Throws {@link Tampered} when it makes none. */
  async finishToken({ cycleId, key }: IssuerTold, blindSignature: Bytes, today: string): Promise<void> {
    if (this.token(cycleId)) return
    const pending = await this.#pending(cycleId)
    if (!pending) throw new Tampered()
    const { message, signature } = await finishToken(cycleId, key, pending, blindSignature)
    const document = { type: 'token', format: 1, cycleId }
    await this.#documents.save(
      'feedbackOwn',
      null,
      { ...document, message: toBase64url(message), signature: toBase64url(signature) },
      today,
    )
    await this.#documents.dropDraft(draftName(cycleId))
  }

  /**
   * Seals an answer to its receiver alone: signed, or with nothing in it that tells whose it is. It goes to the keys that
   * signed the question and to no others. New keys are made only where the old ones are lost, and the question goes with
   * those: so newer ones beside a question are slipped in, or nothing of that question can be read any more; and answers
   * sealed to two of a receiver's keys would tell those before from those after, since each says in the clear to which.
   * Throws {@link Blocked} when the receiver's keys are not to be relied on or are not those, and `TooLarge`.
   */
  async sealAnswer(
    promise: 'signed' | 'pooled',
    place: AnswerPlace,
    document: FeedbackAnswer,
    receiver: Asker,
    today: string,
  ): Promise<SealedAnswer> {
    const recipient = await this.#sealer.recipient(receiver.personId, receiver.entries, today)
    if (toBase64url(await entryHash(recipient)) !== receiver.signedBy) throw new Blocked('changed')
    const { envelope, keys } =
      promise === 'signed'
        ? await this.#sealer.sealFor(aboutOf(place), document, [recipient], answerClass)
        : await sealWithoutAuthor(place, document, recipient)
    const wrappedKey = keys.find(({ personId }) => personId === receiver.personId)?.wrapped
    if (!wrappedKey) throw new Tampered()
    return { envelope, wrappedKey }
  }

  /**
   * Opens what was released to this person, by the promise of her own question: with names each needs one, and its
   * signature; in a pool none may have one. Whoever knows her public keys, the server too, can seal one without a name. An
   * answer that was handed in twice is given once; one that does not open, is not as promised, or whose giver's keys are not
   * to be relied on, is named, and the others are opened all the same.
   */
  async openAnswers(
    promise: 'signed' | 'pooled',
    place: AnswerPlace,
    rows: readonly AnswerRow[],
    givers: readonly ToldPerson[],
    today: string,
  ): Promise<OpenedAnswers> {
    const believed = new Map<string | null, readonly IdentityEntry[] | null>()
    if (promise === 'pooled') believed.set(null, null)
    for (const { personId, entries } of promise === 'signed' ? givers : []) {
      const known = await believedEntries(this.#documents, personId, entries, today)
      if (known && personId !== this.#personId) believed.set(personId, known)
    }
    const opened = await Promise.all(
      rows.map(async ({ id, giverId, ...sealed }) => {
        const entries = believed.get(giverId)
        if (entries === undefined) return { id, giverId, document: null }
        try {
          const about = aboutOf(place)
          const { document } = await this.#sealer.openFrom(giverId, about, sealed, entries, answerClass)
          return { id, giverId, document: readFeedbackAnswer(document, place.cycleId) }
        } catch (fault) {
          if (!(fault instanceof SealingFault) || fault.name === 'Locked') throw fault
          return { id, giverId, document: null }
        }
      }),
    )
    const answers = opened.flatMap(({ document, ...row }) => (document ? [{ ...row, document }] : []))
    const seen = new Set<string>()
    return {
      answers: answers.filter(({ document: { answerId } }) => !seen.has(answerId) && seen.add(answerId)),
      unreadable: opened.filter(({ document }) => !document).map(({ id }) => id),
    }
  }

  async #pending(cycleId: string): Promise<PendingToken | null> {
    const kept = (await this.#documents.draft(draftName(cycleId))) as Record<keyof PendingToken, string> | undefined
    if (!kept) return null
    const { message, blinded, inverse } = kept
    return {
      message: fromBase64url(message),
      blinded: fromBase64url(blinded),
      inverse: fromBase64url(inverse),
    }
  }
}

const draftName = (cycleId: string): string => `feedbackToken:${cycleId}`

/** The same for all answers of a cycle, so that nothing in it tells them apart. */
const aboutOf = ({ cycleId, networkId }: AnswerPlace) =>
  ({ id: cycleId, kind: 'feedbackAnswer', version: 1, networkId }) as const

function sealWithoutAuthor(place: AnswerPlace, document: FeedbackAnswer, receiver: IdentityEntry): Promise<SealedItem> {
  const { id: itemId, ...about } = aboutOf(place)
  return sealItem({
    document,
    about: { ...about, itemId, authorId: null },
    self: null,
    author: null,
    recipients: [receiver],
    fixedClass: answerClass,
  })
}
