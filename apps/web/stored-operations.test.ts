import { readFile } from 'node:fs/promises'
import { buildSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { storedOperations } from './stored-operations.ts'

test('every stored operation is whole, and one that the API can answer', async () => {
  const schema = buildSchema(await readFile('../api/schema.graphql', 'utf8'))
  const operations = await storedOperations()
  expect(operations.map(({ name }) => name)).toContain('Shell')
  const faults = operations.flatMap(({ name, document }) =>
    validate(schema, parse(document)).map(({ message }) => `${name}: ${message}`),
  )
  expect(faults).toEqual([])
})
