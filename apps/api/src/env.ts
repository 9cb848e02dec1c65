import { z } from 'zod'

const url = (protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    abort: true,
  })

const database = url(['postgres:', 'postgresql:'])

const databaseAs = (role: string) =>
  database.refine((value) => new URL(value).username === role, `must sign in as the role ${role}`)

const number = z.coerce
  .number({ message: 'must be a number' })
  .int('must be a whole number')
  .min(0, 'must be 0 or more')
const port = number.max(65_535, 'must be at most 65535')

const isHere = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
const isSafe = (value: string) => new URL(value).protocol === 'https:' || isHere(new URL(value))

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

const everything = z.object({
  /** The API's own role: it owns nothing and sees what the caller may see. */
  DATABASE_URL: databaseAs('lederkreds_api'),
  /** The role for what happens before there is a session: sign-in, invitations, first set-up. */
  DATABASE_DOOR_URL: databaseAs('lederkreds_door'),
  /** The role of background jobs. */
  DATABASE_WORKER_URL: databaseAs('lederkreds_worker'),
  /** Whoever owns the database; only `migrate` is told. */
  DATABASE_OWNER_URL: database,
  /** Signs invitation links and one-time codes: at least 32 characters, the same for all instances. */
  SECRET: z.string().min(32, 'must have at least 32 characters'),
  /** The address that people open, for instance https://netvaerk.kommune.dk. */
  PUBLIC_URL: url(['https:', 'http:'])
    .refine(isSafe, 'must begin with https:// unless it names this machine')
    .transform((value) => new URL(value).origin),
  SMTP_URL: url(['smtp:', 'smtps:']),
  MAIL_FROM: z
    .string()
    .regex(/\S@\S/, 'must hold a mail address, for instance Lederkreds <netvaerk@kommune.dk>')
    .default('Lederkreds <lederkreds@localhost>'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(4000),
  /** Metrics for the operator, never for the internet. 0 takes a free port. */
  METRICS_PORT: port.default(4001),
  /** How long changes of a network's calendar are gathered before they are mailed. */
  NOTICE_SECONDS: number.max(3600, 'must be at most 3600').default(120),
  /**
   * How often one session may ask, and everybody without a session at one address; an address in all ten times that. 0
   * counts nothing.
   */
  REQUESTS_PER_MINUTE: number.default(600),
  LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(', ')}`).default('info'),
})

/** What each program is told, so that a container holds no key that it does not use. */
const programs = {
  api: everything.pick({
    DATABASE_URL: true,
    DATABASE_DOOR_URL: true,
    SECRET: true,
    PUBLIC_URL: true,
    HOST: true,
    PORT: true,
    METRICS_PORT: true,
    NOTICE_SECONDS: true,
    REQUESTS_PER_MINUTE: true,
    LOG_LEVEL: true,
  }),
  worker: everything.pick({
    DATABASE_WORKER_URL: true,
    SECRET: true,
    PUBLIC_URL: true,
    SMTP_URL: true,
    MAIL_FROM: true,
    LOG_LEVEL: true,
  }),
  migrate: everything.pick({
    DATABASE_OWNER_URL: true,
    DATABASE_URL: true,
    DATABASE_DOOR_URL: true,
    DATABASE_WORKER_URL: true,
  }),
}

export type Program = keyof typeof programs
export type SettingsOf<P extends Program> = z.infer<(typeof programs)[P]>
export type ApiSettings = SettingsOf<'api'>
export type WorkerSettings = SettingsOf<'worker'>
/** Of a process that is API and worker in one: the demo, and tests. */
export type Settings = ApiSettings & WorkerSettings

/** The names of the settings that a program reads. */
export const settingNames = (program: Program): string[] => Object.keys(programs[program].shape)

/** A setting is missing or wrong; the message is one sentence for the operator. */
export class WrongSetting extends Error {
  override name = 'WrongSetting'
}

/**
 * Parses a program's settings once; an empty one counts as not set. Throws {@link WrongSetting} that names the first
 * wrong one and why.
 */
export function readSettings<P extends Program>(program: P, environment: NodeJS.ProcessEnv): SettingsOf<P> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = programs[program].safeParse(given)
  if (parsed.success) return parsed.data as SettingsOf<P>
  const [issue] = parsed.error.issues
  const name = String(issue?.path[0])
  const why = given[name] === undefined ? 'is not set' : issue?.message
  throw new WrongSetting(`The setting ${name} ${why} (see "Settings" in README.md).`)
}
