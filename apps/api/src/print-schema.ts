import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './schema.ts'

/** The API's contract as it is committed in schema.graphql. */
export const contract = () => `${printSchema(lexicographicSortSchema(schema))}\n`

if (import.meta.main) writeFileSync(fileURLToPath(new URL('../schema.graphql', import.meta.url)), contract())
