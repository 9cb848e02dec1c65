import type { CodegenConfig } from '@graphql-codegen/cli'

const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/generated/**'],
  ignoreNoDocuments: true,
  generates: {
    'src/generated/graphql.ts': {
      plugins: ['typescript-operations'],
      config: {
        avoidOptionals: { field: true, inputValue: false },
        customDirectives: { apolloUnmask: true },
        defaultScalarType: 'unknown',
        enumType: 'string-literal',
        inlineFragmentTypes: 'mask',
        nonOptionalTypename: true,
        scalars: { Bytes: 'string', DateTime: 'string', Day: 'string', ID: 'string' },
        skipTypeNameForRoot: true,
        useTypeImports: true,
      },
    },
  },
}

export default config
