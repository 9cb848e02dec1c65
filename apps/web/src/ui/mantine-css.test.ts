import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const source = resolve(import.meta.dirname, '..')
const mantine = resolve(source, '../node_modules/@mantine/core')
const components = join(mantine, 'esm/components')

const read = (file: string) => readFileSync(file, 'utf8')
const listed = new Set(
  [...read(join(source, 'ui/mantine.css')).matchAll(/styles\/(\w+)\.layer\.css/g)].map(([, name]) => name),
)

/** The stylesheets that a module of Mantine and everything it imports bring their class names from. */
function stylesOf(file: string, seen = new Set<string>()): Set<string> {
  const styles = new Set<string>()
  if (seen.has(file)) return styles
  seen.add(file)
  for (const [, path = ''] of read(file).matchAll(/from "(\.[^"]+)"/g)) {
    const next = join(dirname(file), path)
    const stylesheet = /(\w+)\.module\.mjs$/.exec(next)?.[1]
    if (stylesheet) styles.add(stylesheet)
    else if (next.startsWith(components)) for (const style of stylesOf(next, seen)) styles.add(style)
  }
  return styles
}

const used = new Map<string, string>()
for (const file of globSync('**/*.tsx', { cwd: source })) {
  const code = read(join(source, file))
  for (const [, names = ''] of code.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)) {
    for (const name of names.split(',').map((part) => part.trim())) if (/^[A-Z]/.test(name)) used.set(name, file)
  }
}

test.each([...used])('%s (in %s) has its styles in mantine.css', (name) => {
  const [file] = globSync(`**/${name}.mjs`, { cwd: components })
  if (!file) return
  const missing = [...stylesOf(join(components, file))].filter((style) => !listed.has(style))
  expect(missing, `add to ui/mantine.css, in the order of ${relative(source, mantine)}/styles.css`).toEqual([])
})
