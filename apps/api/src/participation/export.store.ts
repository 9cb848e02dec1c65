import { mayExportParticipation } from '@lederkreds/domain/networks/network'
import { type ColumnKey, cellWords, headings, participationColumns } from '@lederkreds/domain/participation/columns'
import { csvStart, droppedCharacters, formulaBreaks, formulaSigns } from '@lederkreds/domain/participation/csv'
import { type ExportRequest, exportFiles } from '@lederkreds/domain/participation/export'
import type { Locale } from '@lederkreds/domain/text'
import pg from 'pg'
import type { Api } from '../api.ts'
import { type Context, demand, demandStepUp, networksSeen, signedIn, standingIn } from '../context.ts'
import type { Moment, Viewer } from '../db.ts'
import { forbidden } from '../errors.ts'

type Asked = Pick<Context, 'viewer' | 'standing' | 'codeWall' | 'now'>

/** Hands on what an export streams: called once, when everything is decided and logged and before anything leaves. */
type Send = (found: { rows: number; file: ReturnType<Moment['copy']> }) => Promise<void>

/**
 * Streams the participation that the caller may have, by one query under her own session. An administrator gets her
 * organisation's; that needs a recent step-up and is in the log, committed, before the first byte leaves, so that an
 * export broken off is there too. Anybody else gets the rows of the networks that she is in; those she can see anyway.
 */
export async function exportParticipation(
  api: Api,
  session: string | null,
  request: ExportRequest,
  send: Send,
): Promise<void> {
  await api.database.readOneMoment(session, async (moment, asker) => {
    const asked: Asked = { ...asker, codeWall: api.codeWall, now: new Date() }
    const viewer = signedIn(asked)
    const isAdmin =
      viewer.isAdmin && !(request.network && (await isOwnElsewhere(moment, asked, viewer, request.network)))
    if (isAdmin) demandStepUp(asked)
    const source = `app.participation WHERE ${[...(isAdmin ? administered(asked, viewer) : own(asked, request)), ...limits(request)].join(' AND ') || 'true'}`
    const { dialect, locale } = exportFiles[request.dialect]
    await moment.rows(`SELECT set_config('datestyle', 'ISO', true)`)
    const counting = moment.beside<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${source}`)
    const file = moment.copy(
      `COPY (SELECT ${cells(locale)} FROM (SELECT ${columns} FROM ${source} ORDER BY ${order}) ordered)
       TO STDOUT (FORMAT csv, DELIMITER '${dialect.separator}')`,
      { newline: dialect.newline, start: csvStart(headings(locale), dialect) },
    )
    const rows = (await counting)[0]?.rows ?? 0
    if (isAdmin) {
      if (request.network && rows === 0) throw forbidden()
      await logExport(api, session, viewer, request, rows)
    }
    await send({ rows, file })
  })
}

/** Whether the caller is in this network, and it is not one of the organisation that she administers. */
async function isOwnElsewhere(
  { rows }: Moment,
  asked: Asked,
  { organisationId }: Viewer,
  networkId: string,
): Promise<boolean> {
  if (!networksSeen(asked).includes(networkId)) return false
  const own = 'SELECT FROM app.participation WHERE network_id = $1 AND organisation_id = $2 LIMIT 1'
  return (await rows(own, [networkId, organisationId])).length === 0
}

function administered(asked: Asked, viewer: Viewer): string[] {
  demand(asked, mayExportParticipation(viewer, viewer.organisationId))
  return asked.codeWall ? [`organisation_id = ${literal(viewer.organisationId)}`] : []
}

function own(asked: Asked, { network }: ExportRequest): string[] {
  const seen = networksSeen(asked)
  const standing = network ? standingIn(asked, network) : null
  demand(asked, standing ? (standing.member && standing.accepted) || standing.consultant : seen.length > 0)
  return asked.codeWall ? [`network_id = ANY (${literal(`{${seen.join()}}`)}::uuid[])`] : []
}

/** COPY takes no parameters: the values are days and ids that have been parsed, and quoted all the same. */
const limits = ({ from, until, network }: ExportRequest): string[] => [
  ...(from ? [`meeting_date >= ${literal(from)}`] : []),
  ...(until ? [`meeting_date <= ${literal(until)}`] : []),
  ...(network ? [`network_id = ${literal(network)}`] : []),
]

const { escapeLiteral: literal } = pg

async function logExport(
  { database }: Api,
  session: string | null,
  viewer: Viewer,
  { from, until, network }: ExportRequest,
  rows: number,
) {
  const { organisationId, personId: actorId } = viewer
  const day = (date: string | undefined) => (date ? new Date(`${date}T00:00:00Z`) : null)
  await database.operation(session, false, (db) =>
    db.auditEntry.create({
      data: {
        organisationId,
        actorId,
        act: 'exportedParticipation',
        networkIds: network ? [network] : [],
        from: day(from),
        until: day(until),
        rows,
      },
      select: { id: true },
    }),
  )
}

const columns = participationColumns.map(({ key }) => key).join(', ')
// Sorted before the cells are made, so that what is sorted is as narrow as it can be.
const order = 'network, network_id, starts_at, person, person_id'

/** The contract's columns as the texts of their cells; null becomes an empty cell. */
const cells = (locale: Locale) =>
  participationColumns.map(({ key, type }) => cellOf[type](key, cellWords[locale])).join(', ')

type Words = (typeof cellWords)[Locale]

const cellOf: Record<(typeof participationColumns)[number]['type'], (key: ColumnKey, words: Words) => string> = {
  // As the transaction's DateStyle has it, which is ISO.
  date: (key) => key,
  // Ids of our own.
  methods: (key) => key,
  name: defused,
  role: (key, words) =>
    `CASE ${key} ${(['member', 'convenor', 'consultant'] as const).map((role) => `WHEN ${literal(role)} THEN ${literal(words[role])}`).join(' ')} END`,
  yesNo: (key, words) => `CASE WHEN ${key} THEN ${literal(words.yes)} WHEN NOT ${key} THEN ${literal(words.no)} END`,
}

/**
 * The domain's `defused` in SQL. Nearly every name begins with a Latin letter or a digit and is looked at no further: a
 * pattern tried on each would take longer than the rest of the query. An empty name is an empty cell.
 */
function defused(key: ColumnKey): string {
  return `CASE WHEN ascii(${key}) IN (${plainStarts.join()}) THEN ${key} WHEN ${key} ~ ${literal(formula)} THEN '''' || ${key} ELSE nullif(${key}, '') END`
}

/** A list that long is looked up in a hash: one step for each name. */
const plainStarts = [
  [48, 57],
  [65, 90],
  [97, 122],
  [192, 214],
  [216, 246],
].flatMap(([from = 0, until = 0]) => Array.from({ length: until - from + 1 }, (_, index) => from + index))

const escaped = (code: number) => `\\U${code.toString(16).padStart(8, '0')}`
const anyOf = (characters: readonly string[]) =>
  characters.map((character) => escaped(character.codePointAt(0) ?? 0)).join('')
// PostgreSQL's texts hold no NUL, and its patterns cannot name it.
const dropped = droppedCharacters.map(([first, last]) => `${escaped(Math.max(1, first))}-${escaped(last)}`).join('')
const formula = `^([${anyOf(formulaBreaks)}]|[${dropped}]*[${anyOf(formulaSigns)}])`
