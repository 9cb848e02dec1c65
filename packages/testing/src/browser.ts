import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type LaunchOptions } from 'playwright-core'
import { StartRefused } from './postgres-process.ts'

/** No request leaves the machine, and as root Chromium has no sandbox to enter. */
const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/**
 * How to launch a Chromium on this machine: the one named in CHROMIUM_PATH, Playwright's own if installed, the
 * system's, or the one inside an npm package. Throws {@link StartRefused} where there is none of them.
 */
export async function chromiumLaunch(): Promise<LaunchOptions> {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) throw new StartRefused(`CHROMIUM_PATH names ${named}, which does not exist.`)
  const present = named ?? [chromium.executablePath(), ...systemBrowsers()].find((path) => existsSync(path))
  return present ? { executablePath: present, args } : { ...(await packagedChromium()), args }
}

function systemBrowsers() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env.PATH ?? '').split(delimiter)
  const apps = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), apps]
}

/** Unpacked once per version, beside its place and then moved there, so that no half of a browser is ever started. */
async function packagedChromium(): Promise<LaunchOptions> {
  if (platform() !== 'linux' || arch() !== 'x64') {
    throw new StartRefused(
      'No Chromium was found: run "npx playwright install chromium", or name one in CHROMIUM_PATH.',
    )
  }
  const { version } = createRequire(import.meta.url)('../node_modules/@sparticuz/chromium/package.json')
  const home = fileURLToPath(new URL(`../../../.data/chromium-${version}/`, import.meta.url))
  if (!existsSync(home)) await unpack(home)
  const executablePath = join(home, 'chromium')
  const env = {
    ...(process.env as Record<string, string>),
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(home, 'fonts') }),
  }
  const starts = spawnSync(executablePath, ['--version'], { env }).status === 0
  return { executablePath, env: starts ? env : { ...env, LD_LIBRARY_PATH: join(home, 'al2023', 'lib') } }
}

async function unpack(home: string) {
  const draft = `${home.slice(0, -1)}.draft-${process.pid}`
  const before = process.env.TMPDIR
  mkdirSync(draft, { recursive: true })
  // The package knows no other place than the system's temporary folder, which it shares with everyone on the machine.
  process.env.TMPDIR = draft
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium')
    const libraries = fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium')))
    await Promise.all([packaged.executablePath(), inflate(libraries)])
    if (!existsSync(home)) renameSync(draft, home)
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(draft, { recursive: true, force: true })
  }
}
