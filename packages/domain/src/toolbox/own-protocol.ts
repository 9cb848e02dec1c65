import { z } from 'zod'
import { line, optionalLine, optionalProse, type Problem, prose, type Words, wholeNumber } from '../text.ts'
import { methodIds } from './methods.ts'
import type { OwnProtocol, ProtocolPhase, ProtocolRole } from './protocol.ts'

/** What a consultant's own protocol may hold; pages show these limits beside the fields. */
export const protocolLimits = { phases: 20, minutes: 90, roles: 8, questions: 6, participants: 20 } as const

/** How many have a role: so many, all those who are left (at least one), or everybody. */
export const roleSizes = ['fixed', 'rest', 'all'] as const

/** Where English is left out, the Danish text stands in both languages. */
const inBoth = ({ da, en }: { da: string; en: string | null }): Words => ({ da, en: en ?? da })
const lineInBoth = (max: number) => z.object({ da: line(max), en: optionalLine(max) })
const proseInBoth = (max: number) => z.object({ da: prose(max), en: optionalProse(max) })
const lineWords = (max: number) => lineInBoth(max).transform(inBoth)
const proseWords = (max: number) => proseInBoth(max).transform(inBoth)

/** Roles and phases keep their ids through all versions: a round's log names them, and prompts are looked up by them. */
const partId = z
  .string({ error: 'invalid' })
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, { error: 'invalid' })
  .max(40, { error: 'tooLong' })
  .refine((id) => !(id in {}), { error: 'invalid' })
const roleId = z.string({ error: 'invalid' })
/** May be left out: missing means null. */
const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.optional(schema.nullable()).transform((value) => value ?? null)

const participants = wholeNumber(1, protocolLimits.participants)

const role = z.object({
  id: partId,
  name: lineWords(40),
  size: z.enum(roleSizes, { error: 'unknown' }),
  /** With the size `fixed`. */
  count: orNull(participants),
})

const phase = z.object({
  id: partId,
  name: lineWords(60),
  minutes: wholeNumber(1, protocolLimits.minutes),
  speakers: z.array(roleId, { error: 'invalid' }).max(protocolLimits.roles, { error: 'tooMany' }),
  instruction: proseWords(600),
  questions: z.array(lineWords(200), { error: 'invalid' }).max(protocolLimits.questions, { error: 'tooMany' }),
  prompts: z
    .array(proseInBoth(300).extend({ role: roleId }), { error: 'invalid' })
    .max(protocolLimits.roles, { error: 'tooMany' }),
  isWriting: z.boolean({ error: 'invalid' }),
})

const listOf = <Part extends z.ZodType<{ id: string }>>(part: Part, max: number) =>
  z
    .array(part, { error: 'invalid' })
    .min(1, { error: 'tooFew' })
    .max(max, { error: 'tooMany' })
    .refine((parts) => new Set(parts.map(({ id }) => id)).size === parts.length, { error: 'duplicate' })

const fields = z.object({
  name: lineWords(80),
  purpose: proseWords(300),
  minParticipants: participants,
  maxParticipants: participants,
  roles: listOf(role, protocolLimits.roles),
  focusRole: orNull(roleId),
  leadRole: orNull(roleId),
  phases: listOf(phase, protocolLimits.phases),
  forNewcomers: z.boolean({ error: 'invalid' }),
  needsConsultant: z.boolean({ error: 'invalid' }),
})
type Fields = z.output<typeof fields>

/**
 * What a consultant changes in a copy of a method. In each phase every role either speaks or is silent: who is silent is
 * whoever does not speak.
 */
export const protocolEdit = fields.superRefine(refuseWhatCannotRun).transform(
  (own): OwnProtocol => ({
    ...own,
    roles: own.roles.map(({ size, count, ...rest }): ProtocolRole => ({ ...rest, count: sizeOf(size, count) })),
    phases: own.phases.map(({ prompts, ...rest }): ProtocolPhase => {
      const silent = own.roles.map(({ id }) => id).filter((id) => !rest.speakers.includes(id))
      return { ...rest, silent, prompts: Object.fromEntries(prompts.map((each) => [each.role, inBoth(each)])) }
    }),
  }),
)

/** A text as it is written: without English, the Danish stands in both. */
interface WordsEdit {
  da: string
  en?: string | null
}

/** What {@link protocolEdit} takes. */
export interface ProtocolEdit {
  name: WordsEdit
  purpose: WordsEdit
  minParticipants: number
  maxParticipants: number
  roles: { id: string; name: WordsEdit; size: (typeof roleSizes)[number]; count: number | null }[]
  focusRole: string | null
  leadRole: string | null
  phases: {
    id: string
    name: WordsEdit
    minutes: number
    speakers: string[]
    instruction: WordsEdit
    questions: WordsEdit[]
    prompts: (WordsEdit & { role: string })[]
    isWriting: boolean
  }[]
  forNewcomers: boolean
  needsConsultant: boolean
}

/** The method that a copy is made from. */
export const basedOn = z.enum(methodIds, { error: 'unknown' })

/** Own protocols are written by consultants, for their own organisation. */
export const mayEditProtocols = (
  viewer: { readonly isConsultant: boolean; readonly organisationId: string },
  organisationId: string,
): boolean => viewer.isConsultant && viewer.organisationId === organisationId

/** A method, or an earlier version of an own one, as what may be changed and saved. */
export const editOf = (from: OwnProtocol): ProtocolEdit => ({
  name: from.name,
  purpose: from.purpose,
  minParticipants: from.minParticipants,
  maxParticipants: from.maxParticipants,
  roles: from.roles.map(({ id, name, count }) =>
    typeof count === 'number' ? { id, name, size: 'fixed', count } : { id, name, size: count, count: null },
  ),
  focusRole: from.focusRole,
  leadRole: from.leadRole,
  phases: from.phases.map(({ id, name, minutes, speakers, instruction, questions, prompts, isWriting }) => ({
    id,
    name,
    minutes,
    speakers: [...speakers],
    instruction,
    questions: [...questions],
    prompts: Object.entries(prompts).map(([role, words]) => ({ role, ...words })),
    isWriting,
  })),
  forNewcomers: from.forNewcomers,
  needsConsultant: from.needsConsultant,
})

const sizeOf = (size: (typeof roleSizes)[number], count: number | null): ProtocolRole['count'] =>
  size === 'fixed' ? (count ?? 1) : size

/** What each part may be, and how the parts fit together: nobody without a role, no role without anybody. */
function refuseWhatCannotRun(own: Fields, context: z.core.$RefinementCtx) {
  const refuse = (message: Problem, ...path: (string | number)[]) => context.addIssue({ code: 'custom', message, path })
  const known = new Set(own.roles.map(({ id }) => id))
  for (const [index, { size, count }] of own.roles.entries())
    if (size === 'fixed' && count === null) refuse('invalid', 'roles', index, 'count')
  for (const key of ['focusRole', 'leadRole'] as const) {
    const holder = own.roles.find(({ id }) => id === own[key])
    if (own[key] !== null && (holder?.size !== 'fixed' || holder.count !== 1)) refuse('unknown', key)
  }
  if (own.focusRole !== null && own.focusRole === own.leadRole) refuse('duplicate', 'leadRole')
  for (const [index, { speakers, prompts }] of own.phases.entries()) {
    if (speakers.some((id) => !known.has(id))) refuse('unknown', 'phases', index, 'speakers')
    if (new Set(speakers).size < speakers.length) refuse('duplicate', 'phases', index, 'speakers')
    for (const [at, prompt] of prompts.entries()) {
      const isRepeated = prompts.findIndex(({ role }) => role === prompt.role) < at
      if (!known.has(prompt.role)) refuse('unknown', 'phases', index, 'prompts', at, 'role')
      else if (isRepeated) refuse('duplicate', 'phases', index, 'prompts', at, 'role')
    }
  }
  refuseWrongNumbers(own, refuse)
}

function refuseWrongNumbers(own: Fields, refuse: (problem: Problem, ...path: string[]) => void) {
  const open = own.roles.filter(({ size }) => size !== 'fixed')
  if (open.length > 1 || (open[0]?.size === 'all' && own.roles.length > 1)) refuse('duplicate', 'roles')
  const needed = own.roles.reduce((sum, { size, count }) => sum + (size === 'fixed' ? (count ?? 1) : 1), 0)
  if (own.minParticipants < needed) refuse('tooSmall', 'minParticipants')
  if (own.maxParticipants < own.minParticipants) refuse('tooSmall', 'maxParticipants')
  else if (open.length === 0 && own.maxParticipants > needed) refuse('tooLarge', 'maxParticipants')
}
