import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Held } from './database-bytes.ts'

/** Every file of a folder, with its name: names hold words too. */
export function* folderBytes(place: string, folder: string): Generator<Held> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path)
    yield { place, name, bytes: Buffer.from(name) }
    if (entry.isFile()) yield { place, name, bytes: readFileSync(path) }
  }
}
