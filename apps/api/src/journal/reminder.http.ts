import { locale } from '@lederkreds/domain/text'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Api } from '../api.ts'
import { remindedPerson } from '../secrets.ts'
import { messages as da } from './messages.da.ts'
import { messages as en } from './messages.en.ts'

const words = { da, en }
const path = '/reminder/:locale/:token'
type Route = { Params: { locale: string; token: string } }

/**
 * The link in a reminder's mail, which ends the reminders without signing in. Opening it only asks, since mail scanners
 * open links too; a POST ends them, from the page's button or from a mail program that offers to (RFC 8058).
 */
export async function serveReminderLink(app: FastifyInstance, { door, settings: { SECRET } }: Api) {
  await app.register(async (route) => {
    // Mail programs send a form, plain or in parts; nothing in it is needed.
    route.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'buffer', bodyLimit: 1024 },
      async () => null,
    )
    route.get<Route>(path, async ({ params: { locale: language, token } }, reply) => {
      const say = wordsIn(language)
      if (!remindedPerson(SECRET, token)) return show(reply.code(404), language, say.unknownLink)
      return show(reply, language, say.stopTitle, form(say))
    })
    route.post<Route>(path, async ({ params: { locale: language, token } }, reply) => {
      const say = wordsIn(language)
      const personId = remindedPerson(SECRET, token)
      if (!personId) return show(reply.code(404), language, say.unknownLink)
      await door.step('stop_reminder', personId)
      return show(reply, language, say.stopped)
    })
  })
}

const wordsIn = (language: string) => words[languageOf(language)]
const languageOf = (language: string) => locale.catch('da').parse(language)

const form = ({ stopText, stopButton }: typeof da) =>
  `<p>${stopText}</p><form method="post"><button>${stopButton}</button></form>`

const show = (reply: FastifyReply, language: string, title: string, body = '') =>
  reply
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="${languageOf(language)}"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1>${body}</main></html>`,
    )
