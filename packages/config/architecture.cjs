const features = {
  account: [],
  toolbox: [],
  networks: ['account', 'toolbox'],
  meetings: ['account', 'networks', 'toolbox'],
  supervision: ['account', 'networks', 'meetings', 'toolbox'],
  feedback: ['account', 'networks', 'toolbox'],
  journal: ['account', 'toolbox'],
  participation: ['account', 'networks', 'meetings', 'supervision', 'feedback', 'journal', 'toolbox'],
}

const names = Object.keys(features)
const layers = '^(?:packages/domain|apps/api|apps/web)/src'
const tests = '[.](?:test|spec)[.]tsx?$|[.]fixtures[.]tsx?$|/vite(?:st)?[.]config[.]ts$'
const generated = '^apps/[^/]+/src/generated/'

/** `comment` is the reason that is printed beside a violation. Every rule is an error. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    rule(
      'domain-is-pure',
      'The rules of the field hold in every runtime and are tested in milliseconds: no framework, no clock, no database.',
      { path: '^packages/domain/src', pathNot: tests },
      { pathNot: '^packages/domain/src|node_modules/(?:zod|temporal-polyfill|temporal-spec)/' },
    ),
    rule(
      'web-meets-api-in-the-schema',
      'The two meet in schema.graphql, which is reviewed as a diff; code shared behind its back is a contract nobody sees.',
      { path: '^apps/(web|api)/' },
      { path: '^apps/(web|api)/', pathNot: '^apps/$1/' },
    ),
    rule(
      'stores-own-the-database',
      'Who sees a row is decided where it is read. A query anywhere else is one that the access matrix may miss.',
      { path: `^apps/api/src/(?:${names.join('|')})/`, pathNot: `[.](?:store|job)[.]ts$|${tests}` },
      {
        path: '^apps/api/src/(?:generated/prisma|db[.]ts|door[.]ts)|node_modules/(?:pg|pg-copy-streams|@prisma)/',
        pathNot: '/enums[.]ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),
    ...names.map((name) =>
      rule(
        'features-in-order',
        `Features build on each other in one direction, so that one can be read, or removed, without the later ones; only pages compose parts of any: ${name} may read ${features[name].join(', ') || 'no other'}.`,
        { path: `(${layers})/${name}/`, pathNot: `${tests}|^apps/web/src/.+[.]page[.]tsx$` },
        { path: `^$1/(?:${names.filter((other) => other !== name && !features[name].includes(other)).join('|')})/` },
      ),
    ),
    rule(
      'no-cycles',
      'Two files that need each other to run are one thing in two places.',
      { pathNot: generated },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'api-cannot-open-sealed-content',
      'The server must not be able to read what is sealed, not even by a mistake in its own code.',
      { path: '^(?:apps/api|packages/domain)/' },
      { path: '^packages/sealing/|/@lederkreds/sealing/|node_modules/@hpke/' },
    ),
    rule(
      'ui-knows-no-feature',
      'The parts in ui could ship in another product.',
      { path: '^apps/web/src/ui/', pathNot: tests },
      { path: `^apps/web/src/(?:${names.join('|')}|generated|gallery)/|node_modules/@apollo/|^packages/domain/` },
    ),
    rule(
      'stories-use-the-fixtures',
      'A story is about people; how a page is opened and signed in to is said once.',
      { path: '^e2e/.+[.]spec[.]ts$' },
      { pathNot: '^e2e/fixtures[.]ts$' },
    ),
    rule(
      'programs-do-not-need-their-tests',
      'What runs in production must not pull in what only tests use.',
      { path: '^(?:apps|packages/(?:domain|sealing))/', pathNot: tests },
      { path: '^packages/(?:testing|bench)/|^e2e/|[.](?:test|spec)[.]tsx?$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'packages-say-what-they-use',
      "A package's own package.json lists what it imports, as a dependency where the program needs it to run.",
      { path: '^(?:apps|packages)/[^/]+/src/', pathNot: `${tests}|[.]d[.]ts$` },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
    rule('nothing-unresolved', 'An import that leads nowhere.', {}, { couldNotResolve: true, pathNot: '^virtual:' }),
  ],
  options: {
    doNotFollow: { path: ['node_modules', generated] },
    exclude: { path: '(?:^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts', '.json', '.css', '.module.css'],
    },
  },
}
