import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, watch } from 'node:fs'
import { delimiter, join } from 'node:path'
import Fastify from 'fastify'
import { chosenPort, layGround, onInterrupt } from './demo-ground.ts'
import { serveMails } from './demo-routes.ts'
import { prepareClient, prepareTypes, root } from './prepare.ts'

type Command = { folder: string; file: string; args: string[]; env?: Record<string, string> }

const start = ({ folder, file, args, env }: Command) => {
  const cwd = join(root, folder)
  const PATH = [join(cwd, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  return spawn(file, args, { cwd, env: { ...process.env, ...env, PATH }, stdio: ['ignore', 'inherit', 'inherit'] })
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** A program that is ended and started again for every change; calls that come meanwhile make one more round. */
function restarting(command: Command) {
  let child = start(command)
  let turn = Promise.resolve()
  let asked = false
  const restart = () => {
    if (asked) return
    asked = true
    turn = turn.then(async () => {
      await end(child)
      asked = false
      child = start(command)
    })
  }
  return { restart, end: () => turn.then(() => end(child)) }
}

/** Calls `act` with what changed below a folder, once for a burst of changes. */
function onChange(folder: string, fits: (path: string) => boolean, act: () => void) {
  let soon: NodeJS.Timeout | undefined
  watch(join(root, folder), { recursive: true }, (_event, path) => {
    if (!path || /generated|node_modules|dist|\.test\./.test(path) || !fits(join(root, folder, path))) return
    clearTimeout(soon)
    soon = setTimeout(act, 150)
  })
}

const isSource = (path: string) => /\.tsx?$/.test(path)

function holdsDocument(path: string) {
  try {
    return isSource(path) && readFileSync(path, 'utf8').includes('gql`')
  } catch {
    return false
  }
}

/**
 * `pnpm dev`: the demo, with everything watched. Pages are replaced in the browser as they are edited; the API starts
 * anew; the Prisma client, schema.graphql and the types of the web's operations are made again when what they come from
 * changes.
 */
async function startDev() {
  const port = await chosenPort('PORT', 4000)
  const pages = await chosenPort('WEB_PORT', 5173)
  prepareClient()
  prepareTypes()
  const ground = await layGround(`http://localhost:${pages}`, port)
  const mails = Fastify()
  await mails.register(serveMails(ground.mailbox))
  const MAILS_URL = `${await mails.listen({ host: '127.0.0.1', port: 0 })}/demo/mails`

  const env = { ...ground.environment, DATABASE_OWNER_URL: ground.ownerUrl, MAILS_URL }
  const api = restarting({ folder: '.', file: process.execPath, args: ['packages/testing/src/dev-api.ts'], env })
  const web = start({
    folder: 'apps/web',
    file: 'vite',
    args: ['--port', String(pages), '--strictPort', '--clearScreen', 'false'],
    env: { API_URL: `http://127.0.0.1:${port}`, PUBLIC_URL: ground.environment.PUBLIC_URL, DEMO: 'on' },
  })
  const makeTypes = () =>
    start({ folder: 'apps/web', file: 'graphql-codegen', args: ['--config', 'codegen.config.ts', '--silent'] })
  const makeClient = async () => {
    const PRISMA_SCHEMA_ENGINE_BINARY = process.execPath
    const args = ['generate', '--schema', '../../prisma']
    await once(start({ folder: 'apps/api', file: 'prisma', args, env: { PRISMA_SCHEMA_ENGINE_BINARY } }), 'exit')
    api.restart()
  }

  for (const folder of ['apps/api/src', 'packages/domain/src', 'packages/testing/src'])
    onChange(folder, isSource, api.restart)
  onChange('prisma/migrations', (path) => path.endsWith('.sql'), api.restart)
  onChange('prisma', (path) => path.endsWith('.prisma'), makeClient)
  onChange('apps/web/src', holdsDocument, makeTypes)
  onChange('apps/api', (path) => path.endsWith('schema.graphql'), makeTypes)

  console.log(
    `\nLederkreds, as you edit it: ${ground.environment.PUBLIC_URL}\nGraphiQL, as who you are signed in as: http://localhost:${port}/graphiql\nMails that it sends: ${MAILS_URL}\nCtrl-C stops it.\n`,
  )
  onInterrupt(async () => {
    await Promise.all([api.end(), end(web), mails.close()])
    await ground.stop()
  })
}

try {
  await startDev()
} catch (fault) {
  const { name, message } = fault as Error
  console.error(['StartRefused', 'PreparationFailed'].includes(name) ? message : fault)
  process.exit(1)
}
