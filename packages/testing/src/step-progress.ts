import { stripVTControlCharacters } from 'node:util'

/** How far a step has come, by what it has said: how many stories are told, where it is known, and its last line. */
export function progressOf(output: string): string {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const last = lines.at(-1)?.slice(0, 120) ?? ''
  const all = lines.map((line) => /^Running (\d+) tests? using/.exec(line)?.[1]).find(Boolean)
  if (!all) return last
  const done = lines.filter((line) => /^[✓✘-] +\d+ /.test(line)).length
  return `${done} of ${all}  ${last}`
}
