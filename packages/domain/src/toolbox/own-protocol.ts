import { z } from 'zod'
import { line, optionalLine, optionalProse, type Problem, prose, type Words, wholeNumber } from '../text.ts'
import { methodIds } from './methods.ts'
import type { Protocol } from './protocol.ts'

/** What a consultant's own protocol may hold; pages show these limits beside the fields. */
export const protocolLimits = { phases: 20, minutes: 90, roles: 8, questions: 6, participants: 20 } as const

/** Where English is left out, the Danish text stands in both languages. */
const inBoth = ({ da, en }: { da: string; en: string | null }): Words => ({ da, en: en ?? da })
const lineWords = (max: number) => z.object({ da: line(max), en: optionalLine(max) }).transform(inBoth)
const proseWords = (max: number) => z.object({ da: prose(max), en: optionalProse(max) }).transform(inBoth)

/** Roles and phases keep their ids through all versions: a round's log names them. */
const partId = z
  .string({ error: 'invalid' })
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'invalid' })
  .max(40, { error: 'tooLong' })
  // Prompts are looked up by it.
  .refine((id) => !(id in {}), { error: 'invalid' })

const role = z.object({
  id: partId,
  name: lineWords(40),
  count: z.union([wholeNumber(1, protocolLimits.participants), z.enum(['rest', 'all'])], { error: 'invalid' }),
})

const phase = z.object({
  id: partId,
  name: lineWords(60),
  minutes: wholeNumber(1, protocolLimits.minutes),
  speakers: z.array(partId, { error: 'invalid' }),
  instruction: proseWords(600),
  questions: z.array(lineWords(200), { error: 'invalid' }).max(protocolLimits.questions, { error: 'tooMany' }),
  prompts: z.record(partId, proseWords(300), { error: 'invalid' }),
  isWriting: z.boolean({ error: 'invalid' }),
})

const listOf = <Part extends z.ZodType<{ id: string }>>(part: Part, max: number) =>
  z
    .array(part, { error: 'invalid' })
    .min(1, { error: 'tooFew' })
    .max(max, { error: 'tooMany' })
    .refine((parts) => new Set(parts.map(({ id }) => id)).size === parts.length, { error: 'duplicate' })

const participants = wholeNumber(1, protocolLimits.participants)

const fields = z.object({
  name: lineWords(80),
  purpose: proseWords(300),
  minParticipants: participants,
  maxParticipants: participants,
  roles: listOf(role, protocolLimits.roles),
  focusRole: partId.nullable(),
  leadRole: partId.nullable(),
  phases: listOf(phase, protocolLimits.phases),
  forNewcomers: z.boolean({ error: 'invalid' }),
  needsConsultant: z.boolean({ error: 'invalid' }),
})
type Fields = z.output<typeof fields>

/**
 * What a consultant changes in a copy of a method. In each phase every role either speaks or is silent: who is silent is
 * whoever does not speak. What its own output says is accepted again, unchanged.
 */
export const protocolEdit = fields.superRefine(refuseWhatCannotRun).transform((own) => ({
  ...own,
  phases: own.phases.map((each) => ({
    ...each,
    silent: own.roles.map(({ id }) => id).filter((id) => !each.speakers.includes(id)),
  })),
}))
export type OwnProtocol = z.output<typeof protocolEdit>

/** The method that a copy is made from. */
export const basedOn = z.enum(methodIds, { error: 'unknown' })

/** Own protocols are written by consultants, for their own organisation. */
export const mayEditProtocols = (
  viewer: { readonly isConsultant: boolean; readonly organisationId: string },
  organisationId: string,
): boolean => viewer.isConsultant && viewer.organisationId === organisationId

/** A method as the starting point of a copy. */
export const copyOf = (base: Protocol): OwnProtocol =>
  protocolEdit.parse({
    forNewcomers: false,
    needsConsultant: false,
    ...base,
    phases: base.phases.map((each) => ({ prompts: {}, isWriting: false, ...each })),
  })

/** An own protocol as a round runs it. Origin, sources and licence stay those of the method that it was made from. */
export const adapted = (base: Protocol, own: OwnProtocol): Protocol => ({ ...base, ...own, minutesAdapted: true })

/** What each part may be, and how the parts fit together: nobody without a role, no role without anybody. */
function refuseWhatCannotRun(own: Fields, context: z.core.$RefinementCtx) {
  const refuse = (message: Problem, ...path: (string | number)[]) => context.addIssue({ code: 'custom', message, path })
  const known = new Set(own.roles.map(({ id }) => id))
  for (const key of ['focusRole', 'leadRole'] as const) {
    const holder = own.roles.find(({ id }) => id === own[key])
    if (own[key] !== null && holder?.count !== 1) refuse('unknown', key)
  }
  if (own.focusRole !== null && own.focusRole === own.leadRole) refuse('duplicate', 'leadRole')
  for (const [index, { speakers, prompts, isWriting }] of own.phases.entries()) {
    if (speakers.some((id) => !known.has(id))) refuse('unknown', 'phases', index, 'speakers')
    if (new Set(speakers).size < speakers.length) refuse('duplicate', 'phases', index, 'speakers')
    if (Object.keys(prompts).some((id) => !known.has(id))) refuse('unknown', 'phases', index, 'prompts')
    if (isWriting && speakers.length > 0) refuse('invalid', 'phases', index, 'isWriting')
  }
  const open = own.roles.filter(({ count }) => typeof count === 'string')
  if (open.length > 1 || (open[0]?.count === 'all' && own.roles.length > 1)) refuse('duplicate', 'roles')
  const needed = own.roles.reduce((sum, { count }) => sum + (typeof count === 'number' ? count : 1), 0)
  if (own.minParticipants < needed) refuse('tooSmall', 'minParticipants')
  if (own.maxParticipants < own.minParticipants) refuse('tooSmall', 'maxParticipants')
  else if (open.length === 0 && own.maxParticipants > needed) refuse('tooLarge', 'maxParticipants')
}
