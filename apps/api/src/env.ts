import { z } from 'zod'

const url = (protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  })

const database = url(['postgres:', 'postgresql:'])
const port = z.coerce.number({ message: 'must be a number' }).int().min(0, 'must be 0 or more').max(65_535, 'must be at most 65535')

const schema = z.object({
  /** The API's own role: it owns nothing and sees what the caller may see. */
  DATABASE_URL: database,
  /** The role for what happens before there is a session: sign-in, invitations, first set-up. */
  DATABASE_DOOR_URL: database,
  /** The role of background jobs. */
  DATABASE_WORKER_URL: database,
  /** Signs invitation links and one-time codes: at least 32 characters, the same for all instances. */
  SECRET: z.string().min(32, 'must have at least 32 characters'),
  /** The address that people open, for instance https://netvaerk.kommune.dk. */
  PUBLIC_URL: url(['https:', 'http:']).transform((value) => new URL(value).origin),
  SMTP_URL: url(['smtp:', 'smtps:']),
  MAIL_FROM: z.string().min(3).default('Lederkreds <lederkreds@localhost>'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(4000),
  /** Health and metrics for the operator, never for the internet. 0 takes a free port. */
  METRICS_PORT: port.default(4001),
  /** How long changes of a network's calendar are gathered before they are mailed. */
  NOTICE_SECONDS: z.coerce.number({ message: 'must be a number' }).int().min(0).max(3600, 'must be at most 3600').default(120),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Settings = z.infer<typeof schema>

/** A setting is missing or wrong; the message is one sentence for the operator. */
export class WrongSetting extends Error {
  override name = 'WrongSetting'
}

/** Parses the settings once. Throws {@link WrongSetting} that names the first wrong one and why. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const parsed = schema.safeParse(environment)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const name = issue?.path.join('.') ?? 'A setting'
  const why = environment[name] === undefined ? 'is not set' : (issue?.message ?? 'is wrong')
  throw new WrongSetting(`The setting ${name} ${why}. README.md, "Settings", tells what it is for.`)
}
