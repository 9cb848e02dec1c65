import { createHash, randomBytes } from 'node:crypto'
import type { CookieSerializeOptions } from '@fastify/cookie'
import { absoluteHours } from '@lederkreds/domain/account/session'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Browser } from './context.ts'
import { hashToken } from './db.ts'
import type { Settings } from './env.ts'

type Site = Pick<Settings, 'PUBLIC_URL'>

const isSecure = ({ PUBLIC_URL }: Site) => PUBLIC_URL.startsWith('https:')

/** Over https the name begins with __Host-, which keeps the cookie to this very host; http exists on localhost only. */
export const cookieName = (name: 'session' | 'browser', site: Site) =>
  `${isSecure(site) ? '__Host-' : ''}lederkreds-${name}`

const cookieOptions = (site: Site): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  secure: isSecure(site),
  sameSite: 'lax',
})

const token = /^[A-Za-z0-9_-]{43}$/

export const newToken = () => randomBytes(32).toString('base64url')

/** The hash under which the database knows the caller's session, or null. */
export function sessionOf({ cookies }: Pick<FastifyRequest, 'cookies'>, site: Site): string | null {
  const value = cookies[cookieName('session', site)]
  return value && token.test(value) ? hashToken(value) : null
}

/**
 * The browser that asks; a cookie of its own is given to it the first time something is bound to it. `commit` sets or
 * clears the session's cookie and answers the session (hex of its hash) that the browser leaves behind, to be ended.
 */
export function browserOf(
  request: FastifyRequest,
  reply: FastifyReply,
  site: Site,
): Browser & { commit(): string | null } {
  const name = cookieName('browser', site)
  let signedIn: string | null | undefined
  let known = request.cookies[name]
  const identify = () => {
    if (!known || !token.test(known)) {
      known = newToken()
      reply.setCookie(name, known, { ...cookieOptions(site), maxAge: 400 * 24 * 3600 })
    }
    return createHash('sha256').update(known).digest()
  }
  return {
    get hash() {
      return identify()
    },
    device: deviceOf(request.headers['user-agent'] ?? ''),
    signIn: (session) => {
      signedIn = session
    },
    commit: () => {
      if (signedIn === undefined) return null
      if (signedIn === null) reply.clearCookie(cookieName('session', site), cookieOptions(site))
      else
        reply.setCookie(cookieName('session', site), signedIn, { ...cookieOptions(site), maxAge: absoluteHours * 3600 })
      return sessionOf(request, site)
    },
  }
}

const firstOf = (agent: string, names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent))?.[1]

/** A browser as its owner would name it, for instance "Safari, iPhone"; never more than that is kept. */
export function deviceOf(agent: string): string {
  const app = firstOf(agent, [
    [/Edg/, 'Edge'],
    [/Firefox|FxiOS/, 'Firefox'],
    [/Chrome|CriOS/, 'Chrome'],
    [/Safari/, 'Safari'],
  ])
  const system = firstOf(agent, [
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'Mac'],
    [/CrOS/, 'ChromeOS'],
    [/Linux/, 'Linux'],
  ])
  return [app, system].filter(Boolean).join(', ')
}
