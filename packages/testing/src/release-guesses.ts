import { createHash } from 'node:crypto'

interface Waiting {
  readonly xmin: number
  /** Page and line of its row, as one number. */
  readonly place: number
  readonly tokenHash: Buffer
  readonly sealed: Buffer
}
export interface Released {
  readonly id: string
  /** Page and line of its row, as one number. */
  readonly place: number
  /** Of the value that lies apart because it is long. */
  readonly chunk: number
  readonly envelope: Buffer
  readonly wrappedKey: Buffer
}

/** What the attacker has of one cycle, and the truth that she does not have. */
export interface Case {
  /** Ids of the givers as they answered one after the other. */
  readonly authors: readonly string[]
  readonly blinded: ReadonlyMap<string, Buffer>
  readonly waiting: readonly Waiting[]
  readonly released: readonly Released[]
  /** By the envelope: who gave it. */
  readonly truth: ReadonlyMap<string, string>
}

export interface Theft {
  readonly cases: readonly Case[]
  readonly logBefore: Buffer
  readonly logOfRelease: Buffer
}

export const keyOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Some bytes of an answer from several places, since a log cuts what it holds into pieces. */
const tracesOf = ({ envelope, wrappedKey }: Pick<Released, 'envelope' | 'wrappedKey'>): Buffer[] => [
  ...[40, 1500, 5000, 9000, 13_000, 16_000].map((at) => envelope.subarray(at, at + 12)),
  wrappedKey.subarray(60, 72),
]

/** Where each of these answers is first found in some bytes, or -1. */
export function placesIn(bytes: Buffer, answers: readonly Released[]): number[] {
  const known = new Uint8Array(2 ** 24)
  const traces = new Map<number, { readonly trace: Buffer; readonly of: number }[]>()
  answers.forEach((answer, of) => {
    for (const trace of tracesOf(answer)) {
      const head = trace.readUIntLE(0, 3)
      known[head] = 1
      traces.set(head, [...(traces.get(head) ?? []), { trace, of }])
    }
  })
  const found = answers.map(() => -1)
  for (let at = 0; at + 12 <= bytes.length; at++) {
    const head = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)
    if (known[head] === 0) continue
    for (const { trace, of } of traces.get(head) ?? [])
      if (found[of] === -1 && trace.equals(bytes.subarray(at, at + 12))) found[of] = at
  }
  return found
}

const byBytes =
  <Thing>(bytesOf: (thing: Thing) => Buffer) =>
  (one: Thing, other: Thing) =>
    Buffer.compare(bytesOf(one), bytesOf(other))

/** Every order in which the released answers can be put, by what was stolen. */
const ordersOfAnswers: Record<string, (released: readonly Released[], log: ReadonlyMap<string, number>) => Released[]> =
  {
    'as a query gives them': (released) => [...released],
    'as their rows lie': (released) => released.toSorted((one, other) => one.place - other.place),
    'as their long values were numbered': (released) => released.toSorted((one, other) => one.chunk - other.chunk),
    'by their ids': (released) => released.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    'as the log of the release has them': (released, log) =>
      released.toSorted((one, other) => (log.get(one.id) ?? 0) - (log.get(other.id) ?? 0)),
    'by their ciphertext': (released) => released.toSorted(byBytes(({ envelope }) => envelope)),
    'by their keys': (released) => released.toSorted(byBytes(({ wrappedKey }) => wrappedKey)),
  }

/** Every order in which their authors can be put. Whose a waiting row is, the attacker has seen. */
const ordersOfAuthors: Record<string, (stolen: Case) => string[]> = {
  'as they answered': ({ authors }) => [...authors],
  'by their tokens': (stolen) => byWaiting(stolen, ({ tokenHash }) => tokenHash),
  'by what waited': (stolen) => byWaiting(stolen, ({ sealed }) => sealed),
  'as what waited lay': ({ waiting, authors }) =>
    waiting
      .map(({ place }, turn) => ({ place, author: authors[turn] ?? '' }))
      .sort((one, other) => one.place - other.place)
      .map(({ author }) => author),
  'by what they had signed': ({ authors, blinded }) =>
    authors.toSorted(byBytes((author) => blinded.get(author) ?? Buffer.alloc(0))),
  'by their ids': ({ authors }) => authors.toSorted(),
}

const byWaiting = ({ waiting, authors }: Case, bytesOf: (waiting: Waiting) => Buffer): string[] =>
  waiting
    .map((row, turn) => ({ bytes: bytesOf(row), author: authors[turn] ?? '' }))
    .sort(byBytes(({ bytes }) => bytes))
    .map(({ author }) => author)

/** How many answers an attack gives to whoever gave them. */
const rightIn = (guesses: readonly (readonly [Released, string | undefined])[], { truth }: Case): number =>
  guesses.filter(([{ envelope }, author]) => truth.get(keyOf(envelope)) === author).length

/** Every attack by two orders that are laid beside each other, and how often it is right. */
export function attackByOrders({ cases, logOfRelease }: Theft): Record<string, number> {
  const all = cases.flatMap(({ released }) => released)
  const places = placesIn(logOfRelease, all)
  const log = new Map(all.map(({ id }, at) => [id, places[at] ?? -1]))
  const right: Record<string, number> = {}
  for (const [how, order] of Object.entries(ordersOfAnswers))
    for (const [whose, authorsOf] of Object.entries(ordersOfAuthors))
      right[`${how}, ${whose}`] = cases.reduce((sum, stolen) => {
        const authors = authorsOf(stolen)
        return (
          sum +
          rightIn(
            order(stolen.released, log).map((answer, at) => [answer, authors[at]] as const),
            stolen,
          )
        )
      }, 0)
  return right
}

/** The log was read along while answers came in: what stands in it of an answer tells whose turn it was. */
export function attackByLog({ cases, logBefore }: Theft): { found: number; right: number } {
  const all = cases.flatMap(({ released }) => released)
  const places = placesIn(logBefore, all)
  const place = new Map(all.map(({ id }, at) => [id, places[at] ?? -1]))
  const right = cases.reduce((sum, stolen) => {
    const seen = stolen.released.filter(({ id }) => (place.get(id) ?? -1) >= 0)
    const inTurn = seen.toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0))
    return (
      sum +
      rightIn(
        inTurn.map((answer, turn) => [answer, stolen.authors[turn]] as const),
        stolen,
      )
    )
  }, 0)
  return { found: places.filter((at) => at >= 0).length, right }
}

/** Each released answer is given to whoever handed in what is most like it, byte for byte, wherever it may begin. */
export function attackByLikeness({ cases }: Theft): number {
  return cases.reduce((sum, stolen) => {
    const guesses = stolen.released.map((answer) => {
      const bytes = Buffer.concat([answer.wrappedKey, answer.envelope])
      const likeness = stolen.waiting.map(({ sealed }) =>
        likenessOf(bytes, sealed.subarray(sealed.length - bytes.length - 16)),
      )
      return [answer, stolen.authors[likeness.indexOf(Math.max(...likeness))]] as const
    })
    return sum + rightIn(guesses, stolen)
  }, 0)
}
const likenessOf = (one: Buffer, other: Buffer): number => {
  let alike = 0
  for (let at = 0; at < one.length; at++) if (one[at] === other[at] || one[at] === other[at + 16]) alike++
  return alike
}

/**
 * What chance alone is right in, but for one time in a million: of each cycle, what a random order leaves in its place is
 * one answer on average, with a variance of one.
 */
export function boundOf({ cases }: Theft): readonly [number, number] {
  const spread = 4.89 * Math.sqrt(cases.length)
  return [cases.length - spread, cases.length + spread]
}
