import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { basename, delimiter, dirname, join, matchesGlob, posix } from 'node:path'

/** What a Dockerfile's last stage comes to when its steps are taken in folders of this machine. */
export type Image = {
  /** The folder that stands for `/`. */
  folder: string
  workdir: string
  env: Record<string, string>
  user: string
  entrypoint: string[]
  cmd: string[]
  healthcheck: string[]
}

type Context = { folder: string; dockerfile: string; stages: string; log: (line: string) => void }

const isFolder = (path: string) => statSync(path).isDirectory()

/**
 * Takes the steps of a Dockerfile without a container engine: each stage is a folder, each RUN a shell in it, with this
 * process's Node in place of the base image's. Throws at a step that fails, or that it does not know.
 */
export function takeSteps({ folder, dockerfile, stages, log }: Context): Image {
  const known = new Map<string, Image>()
  let last: Image | undefined
  const stage = () => {
    if (!last) throw new Error('A Dockerfile begins with FROM.')
    return last
  }
  for (const step of steps(readFileSync(join(folder, dockerfile), 'utf8'))) {
    const [, word = '', rest = ''] = step.match(/^(\w+)\s+(.*)$/s) ?? []
    log(step)
    if (word === 'FROM') {
      const [base = '', , name = 'last'] = rest.split(/\s+/)
      const parent = known.get(base)
      if (!parent) refuseOtherNode(base)
      last = { ...(parent ?? empty), env: { ...parent?.env }, folder: join(stages, name) }
      mkdirSync(last.folder, { recursive: true })
      if (parent) cpSync(parent.folder, last.folder, { recursive: true, verbatimSymlinks: true })
      known.set(name, last)
    } else if (word === 'WORKDIR') {
      stage().workdir = rest
      mkdirSync(join(stage().folder, rest), { recursive: true })
    } else if (word === 'ENV') {
      for (const [, name = '', value = ''] of rest.matchAll(/(\w+)=(\S*)/g)) stage().env[name] = value
    } else if (word === 'COPY') copy(rest, folder, known, stage())
    else if (word === 'RUN') run(rest, stage())
    else if (word === 'USER') stage().user = rest
    else if (word === 'ENTRYPOINT') stage().entrypoint = JSON.parse(rest)
    else if (word === 'CMD') stage().cmd = JSON.parse(rest)
    else if (word === 'HEALTHCHECK') stage().healthcheck = JSON.parse(rest.slice(rest.indexOf('CMD') + 3))
    else if (word !== 'EXPOSE') throw new Error(`This walk does not know the step ${step}`)
  }
  return stage()
}

const empty = { workdir: '/', env: {}, user: 'root', entrypoint: [], cmd: [], healthcheck: [] }

const steps = (text: string) =>
  text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function refuseOtherNode(base: string) {
  if (!base.startsWith(`node:${process.version.slice(1)}-`))
    throw new Error(`The image ${base} has another Node than the one that takes these steps, ${process.version}.`)
}

function copy(rest: string, context: string, known: Map<string, Image>, to: Image) {
  const words = rest.split(/\s+/)
  const from = words[0]?.startsWith('--from=') ? known.get(words.shift()?.slice(7) ?? '')?.folder : context
  const [source = '', target = ''] = words
  if (!from || words.length !== 2) throw new Error(`This walk does not know the step COPY ${rest}`)
  const origin = join(from, source)
  const place = join(to.folder, posix.resolve(to.workdir, target))
  const into = isFolder(origin) || !target.endsWith('/') ? place : join(place, basename(source))
  cpSync(origin, into, { recursive: true, verbatimSymlinks: true })
}

/** Programs that a step installs for everyone go to the stage's folder, not to this machine's. */
function run(command: string, { folder, workdir, env }: Image) {
  const programs = join(folder, 'usr/local')
  const PATH = [join(programs, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter)
  const { NODE_ENV: _, ...mine } = process.env
  const { status } = spawnSync('sh', ['-ec', command], {
    cwd: join(folder, workdir),
    env: { ...mine, ...env, PATH, npm_config_prefix: programs, CI: 'true' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`The step RUN ${command} did not work.`)
}

/** Copies what the engine would be sent: everything that .dockerignore does not keep back. */
export function sendContext(from: string, to: string) {
  const patterns = readFileSync(join(from, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  const isSent = (path: string) =>
    patterns.reduce((sent, pattern) => {
      const back = !pattern.startsWith('!')
      return matchesGlob(path, back ? pattern : pattern.slice(1)) ? !back : sent
    }, true)
  const filter = (path: string) => isSent(posix.relative(from, path))
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter })
}
