import { PreparationFailed, prepareClient, prepareTypes, prepareWeb } from './prepare.ts'

/**
 * `pnpm start`: everything on this machine from nothing. Where DATABASE_URL is set it serves that database and there is no
 * demo; otherwise it brings its own PostgreSQL, an invented organisation and a mailbox.
 */
try {
  console.log('Lederkreds is getting ready …')
  prepareClient()
  prepareTypes()
  prepareWeb()
  if (process.env.DATABASE_URL) await (await import('./installation.ts')).startInstallation()
  else await (await import('./demo.ts')).startDemo()
} catch (fault) {
  const { name, message } = fault as Error
  const isPlain = fault instanceof PreparationFailed || name === 'StartRefused' || name === 'WrongSetting'
  console.error(isPlain ? message : fault)
  process.exit(1)
}
