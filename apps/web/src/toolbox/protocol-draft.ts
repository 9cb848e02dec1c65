import type { Words } from '@lederkreds/domain/text'
import type { ProtocolEdit, roleSizes } from '@lederkreds/domain/toolbox/own-protocol'
import type { OwnProtocol } from '@lederkreds/domain/toolbox/protocol'

/** A text while it is being written; English may stay empty. */
export interface WordsDraft {
  da: string
  en: string
}

export interface RoleDraft {
  id: string
  name: WordsDraft
  size: (typeof roleSizes)[number]
  count: number
}

export interface PhaseDraft {
  id: string
  name: WordsDraft
  minutes: number
  speakers: string[]
  instruction: WordsDraft
  questions: (WordsDraft & { key: string })[]
  /** By role; what is empty is not said. */
  prompts: Record<string, WordsDraft>
  isWriting: boolean
}

export interface ProtocolDraft
  extends Pick<ProtocolEdit, 'minParticipants' | 'maxParticipants' | 'forNewcomers' | 'needsConsultant'> {
  name: WordsDraft
  purpose: WordsDraft
  roles: RoleDraft[]
  focusRole: string | null
  leadRole: string | null
  phases: PhaseDraft[]
}

const empty: WordsDraft = { da: '', en: '' }
/** What stands in both languages alike was written in one. */
const wordsDraft = ({ da, en }: Words): WordsDraft => ({ da, en: en === da ? '' : en })
const isBlank = ({ da, en }: WordsDraft) => da.trim() === '' && en.trim() === ''

/** A method, or the newest version of an own one, to be written in. */
export const draftOf = (from: OwnProtocol): ProtocolDraft => ({
  name: wordsDraft(from.name),
  purpose: wordsDraft(from.purpose),
  minParticipants: from.minParticipants,
  maxParticipants: from.maxParticipants,
  roles: from.roles.map(({ id, name, count }) => ({
    id,
    name: wordsDraft(name),
    size: typeof count === 'number' ? 'fixed' : count,
    count: typeof count === 'number' ? count : 1,
  })),
  focusRole: from.focusRole,
  leadRole: from.leadRole,
  phases: from.phases.map(({ id, name, minutes, speakers, instruction, questions, prompts, isWriting }) => ({
    id,
    name: wordsDraft(name),
    minutes,
    speakers: [...speakers],
    instruction: wordsDraft(instruction),
    questions: questions.map((words, index) => ({ key: `${id}-${index}`, ...wordsDraft(words) })),
    prompts: Object.fromEntries(Object.entries(prompts).map(([role, words]) => [role, wordsDraft(words)])),
    isWriting,
  })),
  forNewcomers: from.forNewcomers,
  needsConsultant: from.needsConsultant,
})

/** What is saved: roles that exist no more speak no more. */
export const editOfDraft = ({ roles, phases, ...rest }: ProtocolDraft): ProtocolEdit => {
  const isKnown = (id: string) => roles.some((role) => role.id === id)
  return {
    ...rest,
    roles: roles.map(({ size, count, ...role }) => ({ ...role, size, count: size === 'fixed' ? count : null })),
    phases: phases.map(({ questions, prompts, speakers, ...phase }) => ({
      ...phase,
      speakers: speakers.filter(isKnown),
      questions: questions.map(({ da, en }) => ({ da, en })),
      prompts: Object.entries(prompts)
        .filter(([role, words]) => isKnown(role) && !isBlank(words))
        .map(([role, words]) => ({ role, ...words })),
    })),
  }
}

/** Whether anything in it is written in English apart from the Danish. */
export const hasEnglish = ({ name, purpose, phases }: ProtocolDraft): boolean =>
  [name, purpose, ...phases.flatMap((phase) => [phase.name, phase.instruction])].some(({ en }) => en !== '')

/** The list with one of its parts one place further up or down; at its end it stays as it is. */
export function moved<Part>(parts: readonly Part[], index: number, by: 1 | -1): Part[] {
  const [part, other] = [parts[index], parts[index + by]]
  if (part === undefined || other === undefined) return [...parts]
  return parts.with(index, other).with(index + by, part)
}

/** The first of `fase-1`, `fase-2` … that none of these has. */
export function freeId(prefix: 'fase' | 'rolle', taken: readonly { id: string }[]): string {
  let number = taken.length + 1
  while (taken.some(({ id }) => id === `${prefix}-${number}`)) number += 1
  return `${prefix}-${number}`
}

/** One more phase at the end, in which everybody speaks for five minutes. */
export const withPhase = (draft: ProtocolDraft): ProtocolDraft => {
  const fresh = { minutes: 5, speakers: draft.roles.map(({ id }) => id), questions: [], prompts: {}, isWriting: false }
  const phase = { id: freeId('fase', draft.phases), name: empty, instruction: empty, ...fresh }
  return { ...draft, phases: [...draft.phases, phase] }
}

export const withRole = (draft: ProtocolDraft): ProtocolDraft => ({
  ...draft,
  roles: [...draft.roles, { id: freeId('rolle', draft.roles), name: empty, size: 'fixed', count: 1 }],
})

/** Without a role, and without what it said. */
export const withoutRole = (draft: ProtocolDraft, id: string): ProtocolDraft => ({
  ...draft,
  roles: draft.roles.filter((role) => role.id !== id),
  focusRole: draft.focusRole === id ? null : draft.focusRole,
  leadRole: draft.leadRole === id ? null : draft.leadRole,
  phases: draft.phases.map((phase) => ({ ...phase, speakers: phase.speakers.filter((role) => role !== id) })),
})
