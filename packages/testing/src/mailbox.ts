import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A letter as the mail server received it: who it was for, what was in it, and every byte of it. */
export type Letter = {
  to: string
  from: string
  subject: string
  text: string
  html: string
  parsed: ParsedMail
  source: string
  at: Date
}

/** `refuse` is final (550), `defer` asks for another try later (451), `hangUp` ends the connection in mid-sentence. */
export type Treatment = 'accept' | 'refuse' | 'defer' | 'hangUp'

type Filter = { subject?: string | RegExp; after?: Letter; within?: number }

/** A real SMTP server on loopback that keeps what arrives. */
export class Mailbox {
  readonly letters: Letter[] = []
  #arrivals = new EventEmitter().setMaxListeners(0)
  #treatments = new Map<string, Treatment>()
  #server: SMTPServer | undefined
  #port = 0

  /** The address to give to the program that sends. It stays the same over stop and start. */
  get url() {
    return `smtp://127.0.0.1:${this.#port}`
  }

  async start() {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      closeTimeout: 100,
      onRcptTo: ({ address }, session, done) => {
        const treatment = this.#treatments.get(address.toLowerCase()) ?? this.#treatments.get('*') ?? 'accept'
        if (treatment === 'refuse') return done(smtpError(550, `No such person here: ${address}`))
        if (treatment === 'defer') return done(smtpError(451, 'Try again later'))
        if (treatment === 'hangUp')
          return [...server.connections].find(({ id }) => id === session.id)?._socket.destroy()
        done()
      },
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk) => chunks.push(chunk))
        stream.once('end', () =>
          this.#keep(
            Buffer.concat(chunks),
            envelope.rcptTo.map(({ address }) => address),
          ).then(() => done(), done),
        )
      },
    })
    server.on('error', () => {})
    server.listen(this.#port, '127.0.0.1')
    await once(server.server, 'listening')
    this.#port = (server.server.address() as AddressInfo).port
    this.#server = server
    return this
  }

  /** Nothing listens any more; whoever is connected is cut off. Letters and treatments are kept. */
  async stop() {
    const server = this.#server
    this.#server = undefined
    if (server) await new Promise<void>((done) => server.close(() => done()))
  }

  /** From now on letters to this address (or `*`) are treated so. */
  treat(address: string, treatment: Treatment) {
    this.#treatments.set(address.toLowerCase(), treatment)
  }

  /** The newest fitting letter, waiting for it if need be; with `after`, one that arrived later than that. */
  async letterTo(address: string, { subject, after, within = 10_000 }: Filter = {}): Promise<Letter> {
    const deadline = AbortSignal.timeout(within)
    const first = after ? this.letters.indexOf(after) + 1 : 0
    for (;;) {
      const found = this.lettersTo(address, subject).findLast((letter) => this.letters.indexOf(letter) >= first)
      if (found) return found
      await once(this.#arrivals, 'letter', { signal: deadline }).catch(() => {
        const seen = this.letters.map(({ to, subject }) => `${to}: ${subject}`).join('; ') || 'none'
        throw new Error(
          `No letter to ${address}${subject ? ` about ${subject}` : ''} within ${within} ms. Arrived: ${seen}`,
        )
      })
    }
  }

  /** Everything that has arrived for an address, oldest first. */
  lettersTo(address: string, subject?: string | RegExp) {
    const fits = (text: string) =>
      !subject || (typeof subject === 'string' ? text.includes(subject) : subject.test(text))
    return this.letters.filter((letter) => letter.to === address.toLowerCase() && fits(letter.subject))
  }

  async #keep(source: Buffer, recipients: string[]) {
    const parsed = await simpleParser(source)
    for (const recipient of recipients) {
      this.letters.push({
        to: recipient.toLowerCase(),
        from: parsed.from?.text ?? '',
        subject: parsed.subject ?? '',
        text: parsed.text ?? '',
        html: parsed.html || '',
        parsed,
        source: source.toString(),
        at: new Date(),
      })
    }
    this.#arrivals.emit('letter')
  }
}

/** Starts a mailbox on a free port. */
export const openMailbox = () => new Mailbox().start()

const smtpError = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })
