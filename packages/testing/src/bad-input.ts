import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'

/** One thing wrong with one place of an operation's variables. */
export type BadInput = {
  /** Where in the variables, for instance ['input', 'people', 0, 'email']. */
  readonly path: readonly (string | number)[]
  readonly what: string
  readonly value: unknown
  /** What the page must be told: this can never be right. Otherwise it may be kept as well, exactly. */
  readonly isWrong?: boolean
}

export type Samples = {
  /** A right value for each input type, where the right call has none to spoil. */
  readonly inputs: Readonly<Record<string, object>>
  /** Ids that are none of the caller's business, and why. */
  readonly ids: Readonly<Record<string, unknown>>
}

const family = '👩‍👩‍👧‍👦 og 🧑🏽‍🚒 i Aarhus'
const combining = `Re\u0301ne\u0301 z\u0323\u0302\u0334a\u0336l\u0337go`

const texts: Record<string, string> = {
  empty: '',
  spaces: '   ',
  'other white space': '\u00a0\t\u2003\n',
  'nothing to see': '\u200b\u200d\ufeff',
  '10,001 letters': 'æ'.repeat(10_001),
  '100,000 letters': 'x'.repeat(100_000),
  '30,000 emoji': '🙂'.repeat(30_000),
  NUL: 'Mette\0Holm',
  ESC: 'Mette\u001b[31mHolm',
  BEL: 'Mette\u0007',
  'half a pair': 'Mette\ud83d Holm',
  'the other half': '\ude00Mette',
  'two lines': 'Mette\nHolm',
  'two lines of Windows': 'Mette\r\nHolm',
  'a line separator': 'Mette\u2028Holm',
  emoji: family,
  'right to left': 'שָׁלוֹם (Mette) \u202bمرحبا\u202c \u2067abc\u2069',
  combining,
  'spaces around': `  ${combining}\u00a0`,
  markup: '<img src=x onerror=alert(1)> & "citat" \'apostrof\'',
  SQL: `'; DROP TABLE person; -- %_\\`,
  'a formula': '=1+1',
  'a heading': '## Formål {#purpose}\n\n\\## ',
  JSON: '{"a":[1,null]}',
  prototype: '__proto__',
  'no character': '\uffff\ufdd0\u{1fffe}',
}

const days: Record<string, string> = {
  past: '2020-02-03',
  'year 1': '0001-01-01',
  'year 0': '0000-01-01',
  'year 9999': '9999-12-31',
  '30 February': '2026-02-30',
  'month 13': '2026-13-01',
  'far ahead': '2150-06-01',
  'six digits': '+012026-01-01',
  'an instant': '2026-12-01T12:00:00Z',
}

/** None of them is a moment at which something happened. */
const noInstants: Record<string, string> = {
  'a day': '2026-12-01',
  'no zone': '2026-12-01T12:00:00',
  'another zone': '2026-12-01T12:00:00+02:00',
  '30 February': '2026-02-30T12:00:00Z',
  '25 hours': '2026-12-01T25:00:00Z',
  'year 1': '0001-01-01T00:00:00Z',
  'year 9999': '9999-12-31T23:59:59.999Z',
}

const numbers: Record<string, unknown> = {
  'minus one': -1,
  zero: 0,
  '2^31 - 1': 2_147_483_647,
  '2^31': 2_147_483_648,
  '-2^31 - 1': -2_147_483_649,
  '2^53': 2 ** 53,
  '1e308': 1e308,
  half: 1.5,
}

const numbersAsText = { 'NaN as text': 'NaN', '1 as text': '1', '-1 as text': '-1', '1e308 as text': '1e308' }

const noBytes: Record<string, string> = {
  padded: 'TFcBAQ==',
  'the other alphabet': 'TFc+/w',
  'a letter too many': 'TFcBA',
  'bits too many': 'TFd',
  'white space': 'TFcB AQ',
  'a line break': 'TFcBAQ\n',
  hexadecimal: '0x4c570101',
  NUL: 'TFcB\0',
}

/** Bytes all right, but of nothing that is ever sealed. */
const otherBytes: Record<string, string> = {
  empty: '',
  'one byte': 'AA',
  '12 zeros': 'A'.repeat(16),
  '5,000 bytes': 'TFcB'.repeat(1667),
  '99,999 bytes': 'TEkB'.repeat(33_333),
}

/** What GraphQL itself turns away from a place for text. */
const noText: Record<string, unknown> = {
  number: -1,
  'huge number': 1e308,
  true: true,
  'empty object': {},
  'empty list': [],
}

const shapes: Record<string, unknown> = { null: null, true: true, 'empty list': [], 'empty object': {} }

type Place = Pick<GraphQLArgument | GraphQLInputField, 'name' | 'type'>
type Path = BadInput['path']

/** Everything that can be wrong with the variables of one operation, of which `right` is a right example. */
export function* badInputs(
  places: readonly Place[],
  right: unknown,
  samples: Samples,
  path: Path = [],
): Generator<BadInput> {
  for (const { name, type } of places) {
    const given = (right as Record<string, unknown> | undefined)?.[name]
    yield* badValues(type, given, samples, [...path, name])
    if (isNonNullType(type)) yield { path: [...path, name], what: 'left out', value: undefined, isWrong: true }
  }
}

function* badValues(type: GraphQLInputType, right: unknown, samples: Samples, path: Path): Generator<BadInput> {
  const bad = (values: Record<string, unknown>, isWrong?: boolean) =>
    Object.entries(values).map(([what, value]) => ({ path, what, value, ...(isWrong !== undefined && { isWrong }) }))
  if (isNonNullType(type)) {
    yield { path, what: 'null', value: null, isWrong: true }
    return yield* badValues(type.ofType, right, samples, path)
  }
  if (isListType(type)) {
    const one = (right as unknown[] | undefined)?.[0] ?? sampleOf(type.ofType, samples)
    const fitting = Math.min(10_001, Math.floor(200_000 / (JSON.stringify(one).length + 1)))
    const many = (count: number) => Array.from({ length: count }, () => one)
    yield* bad({
      'empty list': [],
      'the same twice': [one, one],
      '101 items': many(101),
      'as many as one can send': many(fitting),
    })
    yield* bad({ 'a list with nothing': [null], number: 5, 'a list in a list': [[[one]]] }, true)
    return yield* badValues(type.ofType, one, samples, [...path, 0])
  }
  if (isInputObjectType(type)) {
    const sample = right ?? sampleOf(type, samples)
    yield* bad({ text: 'x', number: 5, list: [[]], 'an unknown field': { ...(sample as object), surplus: 1 } }, true)
    return yield* badInputs(Object.values(type.getFields()), sample, samples, path)
  }
  if (isEnumType(type)) {
    const { empty, NUL, prototype } = texts
    return yield* bad({ ...noText, empty, NUL, prototype, unknown: 'constructor', capitals: 'DA' }, true)
  }
  if (type.name === 'ID') {
    const { empty, spaces, NUL, emoji, SQL, prototype, 'half a pair': half, '100,000 letters': long } = texts
    yield* bad({ ...noText, '2^53': 2 ** 53, empty, spaces, NUL, emoji, SQL, prototype, half, long }, true)
    return yield* bad({ ...samples.ids }, true)
  }
  if (type.name === 'Int') return yield* bad({ ...numbers, ...numbersAsText, ...shapes, text: 'x' })
  if (type.name === 'Boolean') return yield* bad({ number: 1, text: 'true', empty: '', 'empty list': [] }, true)
  if (type.name === 'Day') return yield* bad({ ...days, ...texts, ...noText, null: null })
  if (type.name === 'DateTime') return yield* bad({ ...texts, ...noText, ...noInstants }, true)
  if (type.name === 'Bytes') return yield* bad({ ...noText, ...noBytes, ...otherBytes, family, combining }, true)
  if (type.name === 'String') {
    yield* bad(noText, true)
    return yield* bad({ ...texts, ...days, ...numbersAsText, null: null })
  }
  throw new Error(`This test does not know what is bad for ${type.name}.`)
}

function sampleOf(type: GraphQLInputType, samples: Samples): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType, samples)
  if (!isInputObjectType(type)) return isListType(type) ? [] : 'x'
  const sample = samples.inputs[type.name]
  if (!sample) throw new Error(`Give the test of bad input a right ${type.name} to spoil.`)
  return sample
}

/** The variables with one value put in its place; undefined takes it out. Lists and objects on the way are made. */
export function spoiled(right: unknown, [key, ...rest]: Path, value: unknown, sample: unknown): unknown {
  if (key === undefined) return value
  if (typeof key === 'number') {
    const list = Array.isArray(right) && right.length > 0 ? [...right] : [sample]
    return list.with(key, spoiled(list[key], rest, value, sample))
  }
  const object: Record<string, unknown> = { ...(right as object | undefined) }
  object[key] = spoiled(object[key], rest, value, sample)
  return object
}
