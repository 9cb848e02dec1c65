import { randomBytes } from 'node:crypto'
import { cookieName } from '@lederkreds/api/cookies'
import type { ApiSettings } from '@lederkreds/api/env'
import { mayAsk } from '@lederkreds/api/graphql.http'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { demoPeople } from './demo-organisation.ts'
import { load } from './load.ts'
import type { Mailbox } from './mailbox.ts'
import { Seed } from './seed.ts'

type Role = keyof typeof demoPeople
const isRole = (value: unknown): value is Role => typeof value === 'string' && Object.hasOwn(demoPeople, value)

/** A door that exists in the demo only: entering as an invented person with one click. */
export const serveDemo = (ownerUrl: string, settings: ApiSettings) => async (app: FastifyInstance) => {
  app.post('/demo/sign-in', async (request, reply) => {
    const { role } = (request.body ?? {}) as { role?: unknown }
    if (!mayAsk(request, settings.PUBLIC_URL) || !isRole(role))
      return reply.code(400).send({ message: 'Choose one of the invented people.' })
    const token = await signIn(ownerUrl, demoPeople[role].email)
    reply.setCookie(cookieName('session', settings), token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      maxAge: 8 * 3600,
    })
    return { ok: true }
  })
}

/** The mails that the demo has sent since it was started. */
export const serveMails = (mailbox: Mailbox) => async (app: FastifyInstance) => {
  app.get('/demo/mails', async (_request, reply) => {
    const nonce = randomBytes(16).toString('base64')
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', `default-src 'none'; style-src 'nonce-${nonce}'; frame-ancestors 'none'`)
      .send(mailsPage(mailbox, nonce))
  })
}

async function signIn(ownerUrl: string, email: string) {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string; organisationId: string; name: string; email: string }>(
      'SELECT p.id, p.organisation_id AS "organisationId", p.name, a.email FROM account a JOIN person p ON p.id = a.person_id WHERE a.email = $1',
      [email],
    )
    const [person] = rows
    if (!person) throw new Error('the demo has lost this person')
    const seed = new Seed()
    const token = seed.session(person)
    await load(ownerUrl, seed)
    return token
  } finally {
    await client.end()
  }
}

const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const linked = (text: string) => safe(text).replace(/https?:\/\/[^\s<&]+/g, (link) => `<a href="${link}">${link}</a>`)
const clock = new Intl.DateTimeFormat('da-DK', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/Copenhagen',
})

function mailsPage({ letters }: Mailbox, nonce: string) {
  const shown = letters.toReversed().map(
    ({ to, subject, text, at, parsed }) => `<article>
      <h2>${safe(subject)}</h2>
      <p class="quiet">Til ${safe(to)} · ${safe(clock.format(at))}</p>
      <pre>${linked(text)}</pre>
      ${parsed.attachments.map(({ filename }) => `<p class="quiet">Vedhæftet: ${safe(filename ?? 'fil')}</p>`).join('')}
    </article>`,
  )
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sendte mails · Lederkreds</title>
<style nonce="${nonce}">
  :root { color-scheme: light dark; --ground: #faf7f2; --surface: #fff; --ink: #1f2a27; --quiet: #56635e; --line: #e4ded4; --spruce: #2c6b5a }
  @media (prefers-color-scheme: dark) { :root { --ground: #121917; --surface: #1a2320; --ink: #e8edea; --quiet: #a5b3ad; --line: #2c3834; --spruce: #8fc7b4 } }
  body { background: var(--ground); color: var(--ink); font: 17px/1.55 system-ui, sans-serif; max-width: 44rem; margin: 40px auto; padding: 0 20px }
  h1 { font-size: 28px; font-weight: 500 } h2 { font-size: 20px; margin: 0 }
  article { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 20px 24px; margin: 0 0 20px }
  pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; margin: 12px 0 0 } .quiet { color: var(--quiet); margin: 0 } a { color: var(--spruce) }
</style>
</head>
<body>
<main>
<h1>Sendte mails</h1>
<p class="quiet">Denne side findes kun i prøveudgaven. Den viser, hvad der ville være sendt, siden den blev startet. Genindlæs for at se nye.</p>
<p><a href="/">Tilbage til Lederkreds</a></p>
${shown.join('\n') || '<p>Der er ikke sendt noget endnu.</p>'}
</main>
</body>
</html>`
}
