import { gql } from '@apollo/client'
import { print } from 'graphql'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'
import { parsedDocuments } from './parsed-documents.ts'
import { documentOf, ids } from './src/document.ts'

const source = `
const name = gql\`
  fragment Name on Person { name }
\`
const card = gql\`
  fragment Card on Person { id ...Name }
  \${name}
\`
const page = gql\`
  query Page($id: ID!) { node(id: $id) { ...Card ...Name } }
  \${card}
  \${name}
\`
`

const run = (code: string, names: object): { page: ReturnType<typeof gql> } =>
  new Function(...Object.keys(names), `${code.replace(/^import[^;]*;/, '')}; return { page }`)(...Object.values(names))

type Transform = (this: object, code: string, id: string) => Promise<{ code: string }>

test('a document that the build parsed is the one that gql would have made, and brings its id', async () => {
  const { transform } = parsedDocuments(async () => [
    { name: 'Page', id: 'id-of-page', document: '' },
    { name: 'Other', id: 'id-of-other', document: '' },
  ]) as { transform: Transform }
  const { code } = await transform.call({ parse: parseAst }, source, '/src/page.tsx')
  expect(code).not.toContain('gql`')
  expect(code.split('\n')).toHaveLength(source.split('\n').length)
  expect(print(run(code, { documentOf }).page)).toBe(print(run(source, { gql }).page))
  expect([...ids]).toEqual([['Page', 'id-of-page']])
})
