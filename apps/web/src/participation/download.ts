import { CombinedGraphQLErrors } from '@apollo/client/errors'

/** What is asked for: the API's own parameters. */
export type Wanted = { dialect: 'excel' | 'plain'; from: string; until: string }

/** How far it has come, in lines; `rows` is how many there will be. */
export type Tell = (lines: number, rows: number) => void

/** Files with more lines are written to disk as they come, where the browser can; the others are small enough to hold. */
const manyRows = 50_000

/** Another export is under way: the API takes few at a time. */
export class ExportBusy extends Error {}

/** There is nothing in those days. */
export class ExportEmpty extends Error {}

/**
 * Gets the file of participation and saves it under its name; answers its number of lines. What breaks off is saved
 * nowhere. Throws what the API refuses as Apollo would, so that a step-up asks in the same way.
 */
export async function downloadExport(
  { dialect, from, until }: Wanted,
  tell: Tell,
  signal: AbortSignal,
): Promise<number> {
  const query = new URLSearchParams({ dialect, ...(from && { from }), ...(until && { until }) })
  const answer = await fetch(`/participation/export?${query}`, {
    headers: { 'x-lederkreds': '1' },
    cache: 'no-store',
    signal,
  })
  if (answer.status === 429) throw new ExportBusy()
  if (!answer.ok || !answer.body) throw new CombinedGraphQLErrors(await answer.json())
  const rows = Number(answer.headers.get('x-lederkreds-rows'))
  if (rows === 0) throw new ExportEmpty()
  const file = await openFile(nameIn(answer.headers.get('content-disposition') ?? ''), rows)
  try {
    await answer.body.pipeThrough(counted((lines) => tell(Math.min(lines - 1, rows), rows))).pipeTo(file, { signal })
  } catch (fault) {
    await file.abort(fault).catch(() => {})
    throw fault
  }
  return rows
}

const nameIn = (header: string) => /filename="([^"]+)"/.exec(header)?.[1] ?? 'deltagelse.csv'

const feed = 0x0a

function counted(tell: (lines: number) => void) {
  let lines = 0
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, file) {
      for (const byte of chunk) if (byte === feed) lines += 1
      tell(lines)
      file.enqueue(chunk)
    },
  })
}

type Picker = (options: {
  suggestedName: string
}) => Promise<{ createWritable(): Promise<WritableStream<Uint8Array<ArrayBuffer>>> }>

async function openFile(name: string, rows: number): Promise<WritableStream<Uint8Array<ArrayBuffer>>> {
  const { showSaveFilePicker: pick } = window as { showSaveFilePicker?: Picker }
  if (rows > manyRows && pick) {
    const chosen = await pick({ suggestedName: name })
    return chosen.createWritable()
  }
  const parts: Uint8Array<ArrayBuffer>[] = []
  return new WritableStream({
    write: (chunk) => void parts.push(chunk),
    close: () => saveAs(name, new Blob(parts, { type: 'text/csv;charset=utf-8' })),
  })
}

function saveAs(name: string, file: Blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
