import { prepareClient, prepareTypes, prepareWeb } from '@lederkreds/testing/prepare'

/** `pnpm bench`: see README.md. What it measures is prepared first, since some of it is made from other files. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
try {
  prepareClient()
  prepareTypes()
  prepareWeb()
  const { bench } = await import('./bench.ts')
  process.exitCode = await bench(process.argv.slice(2))
} catch (fault) {
  console.error(fault instanceof Error && fault.name !== 'Error' ? fault.message : fault)
  process.exitCode = 1
}
