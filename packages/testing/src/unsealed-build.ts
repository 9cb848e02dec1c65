import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const here = fileURLToPath(import.meta.url)
const web = fileURLToPath(new URL('../../../apps/web/', import.meta.url))
const unsealedAes = fileURLToPath(new URL('unsealed-aes.ts', import.meta.url))

/** Items and drafts are laid in their frames as they are; the keys, which tests make elsewhere, stay sealed. */
const unsealed = (): Plugin => ({
  name: 'unsealed',
  enforce: 'pre',
  resolveId: (source, importer = '') =>
    source === './aes.ts' && /\/sealing\/src\/(?:item|local)\.ts$/.test(importer) ? unsealedAes : null,
})

/**
 * Builds the web app with sealing switched off, into a new folder. Only tests can: what does it stands in this package,
 * which no program may import. Answers the folder.
 */
export async function buildUnsealed(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'unsealed-'))
  const child = spawn(process.execPath, [here, outDir], { cwd: web, stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The web app could not be built with sealing switched off.')
  return `${outDir}/`
}

if (import.meta.main) {
  const [outDir = ''] = process.argv.slice(2)
  await build({
    root: web,
    configFile: join(web, 'vite.config.ts'),
    plugins: [unsealed()],
    worker: { plugins: () => [unsealed()] },
    build: { outDir, emptyOutDir: true, reportCompressedSize: false },
    logLevel: 'error',
  })
}
