import { Readable } from 'node:stream'
import type pg from 'pg'

type Frame = { readonly newline: '\r\n' | '\n'; readonly start: string }
type Handler = (chunk: Buffer) => void

const copyData = 0x64
/** What may come between rows: the answer's opening, notices, settings, notifications. */
const besides = new Set([...'HNSA'].map((letter) => letter.charCodeAt(0)))
const headLength = 5
const [feed, carriageReturn] = [0x0a, 0x0d]

/**
 * What `COPY … TO STDOUT (FORMAT csv)` answers, as a stream of bytes behind `start`: a query for pg that takes the rows
 * out of the protocol's frames where they lie. PostgreSQL sends each row as one message that ends with a line feed, so the
 * dialect's newline is put there without a look at what is quoted; a frame's head is longer than what is added, so nothing
 * is copied to a new place. The query waits while nobody reads.
 */
export class CopyRows extends Readable {
  readonly text: string
  readonly #added: number
  #connection: (pg.Connection & { query(text: string): void }) | null = null
  #parse: Handler | null = null
  #rest: Buffer = Buffer.alloc(0)

  constructor(text: string, { newline, start }: Frame) {
    super()
    this.text = text
    this.#added = newline.length - 1
    this.push(start)
  }

  submit(connection: pg.Connection & { query(text: string): void }) {
    const { stream } = connection
    this.#connection = connection
    this.#parse = stream.listeners('data')[0] as Handler
    stream.off('data', this.#parse)
    stream.on('data', this.#take)
    connection.query(this.text)
  }

  override _read() {
    if (this.#parse) this.#connection?.stream.resume()
  }

  readonly #take = (chunk: Buffer) => {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    let [from, to] = [0, 0]
    while (from + headLength <= bytes.length) {
      const kind = bytes[from] ?? 0
      if (kind !== copyData && !besides.has(kind)) break
      const end = from + 1 + bytes.readUInt32BE(from + 1)
      if (end > bytes.length) break
      if (kind === copyData) {
        bytes.copyWithin(to, from + headLength, end)
        to += end - from - headLength
        if (this.#added > 0) {
          bytes[to - 1] = carriageReturn
          bytes[to++] = feed
        }
      }
      from = end
    }
    this.#rest = bytes.subarray(from)
    const kind = this.#rest[0]
    const isOver = kind !== undefined && kind !== copyData && !besides.has(kind)
    if (to > 0 && !this.push(bytes.subarray(0, to)) && !isOver) this.#connection?.stream.pause()
    if (isOver) this.#handBack()
  }

  /** The end, or an error: pg goes on reading where the rows end. */
  #handBack() {
    const stream = this.#connection?.stream
    const parse = this.#parse
    if (!stream || !parse) return
    this.#parse = null
    stream.off('data', this.#take)
    stream.on('data', parse)
    const rest = this.#rest
    this.#rest = Buffer.alloc(0)
    parse(rest)
    stream.resume()
  }

  handleCommandComplete() {
    this.push(null)
  }

  handleError(fault: Error) {
    this.destroy(fault)
  }

  handleReadyForQuery() {}
}
