import { WrongSetting } from './env.ts'

type Fault = Error & { code?: string; address?: string; hostname?: string; port?: number; errors?: Fault[] }

const unreachable = ['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']
/** Wrong password, no such role or not let in, no such database, too many connections, starting up. */
const refused = ['28P01', '28000', '3D000', '42501', '53300', '57P03']
/** A schema, table, column or function that a program of this version looks for is not there. */
const otherVersion = ['3F000', '42P01', '42703', '42883']

/** Why a program could not start, as one sentence for the operator; undefined where only a trace can tell. */
export function startFault(fault: unknown): string | undefined {
  if (fault instanceof WrongSetting) return fault.message
  if (!(fault instanceof Error)) return undefined
  const { code = '', message, errors: [first] = [] } = fault as Fault
  const { address = '', hostname = address, port } = (first ?? fault) as Fault
  const place = [hostname, port].filter(Boolean).join(':')
  if (unreachable.includes(code)) return `PostgreSQL cannot be reached at ${place} (${code}).`
  if (refused.includes(code)) return `PostgreSQL refuses: ${message}.`
  if (otherVersion.includes(code)) return `The database is not of this version (${message}): run "migrate" first.`
  if (code === 'EADDRINUSE') return `Port ${place} is used by another program: choose another PORT or METRICS_PORT.`
  if (code === 'EACCES' && port) return `Port ${place} may not be opened by this account: choose one above 1023.`
  return undefined
}
