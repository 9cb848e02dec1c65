import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { line, prose } from '../text.ts'

/** The points that every network agrees on, in the order in which they are read. */
export const requiredPoints = [
  'purpose',
  'confidentiality',
  'dutyToNotify',
  'seriousProblems',
  'personalLimits',
  'newcomers',
  'breach',
] as const
export type RequiredPoint = (typeof requiredPoints)[number]

export interface GroundRulesSection {
  /** One of {@link requiredPoints}, or the group's own: lower-case letters, digits and hyphens. Stays when a heading changes. */
  readonly key: string
  readonly heading: string
  readonly text: string
}

const sectionKey = z.string({ error: 'invalid' }).regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/, { error: 'invalid' })

export const groundRulesSections = z
  .array(z.object({ key: sectionKey, heading: line(120), text: prose(4000) }), { error: 'invalid' })
  .max(20, { error: 'tooMany' })
  .refine((sections) => new Set(sections.map(({ key }) => key)).size === sections.length, { error: 'duplicate' })

/** A point that every network agrees on is missing. */
export class GroundRulesIncomplete extends Refusal {
  readonly missing: readonly RequiredPoint[]

  constructor(missing: readonly RequiredPoint[]) {
    super('GroundRulesIncomplete')
    this.missing = missing
  }
}

/** Somebody saved another version meanwhile, so the accepted or edited text is no longer the current one. */
export class GroundRulesChanged extends Refusal {
  readonly version: number

  constructor(version: number) {
    super('GroundRulesChanged')
    this.version = version
  }
}

/** Throws {@link GroundRulesIncomplete}: a network may add to the required points and reword them, not leave one out. */
export function checkGroundRules(sections: readonly GroundRulesSection[]): void {
  const missing = requiredPoints.filter((point) => !sections.some(({ key }) => key === point))
  if (missing.length > 0) throw new GroundRulesIncomplete(missing)
}

/** Throws {@link GroundRulesChanged} when what a person read, accepted or edited is not the current version. */
export function checkVersion(read: number, current: number): void {
  if (read !== current) throw new GroundRulesChanged(current)
}

/** A member is in only by the version that holds now: a change asks again. */
export const hasAccepted = (acceptedVersion: number | null, currentVersion: number): boolean =>
  acceptedVersion === currentVersion

/** One plain text: `## Heading {#key}` over each section. {@link readGroundRules} gives the same sections back. */
export const writeGroundRules = (sections: readonly GroundRulesSection[]): string =>
  sections
    .map(({ key, heading, text }) => `## ${heading} {#${key}}\n\n${text.replace(/^(\\*)## /gm, '\\$1## ')}\n`)
    .join('\n')

/** The sections of a text written by {@link writeGroundRules}; anything above the first heading is passed over. */
export function readGroundRules(text: string): GroundRulesSection[] {
  return text.split(/^(?=## .*\{#[a-zA-Z][a-zA-Z0-9-]*\}\r?$)/m).flatMap((block) => {
    const found = /^## (.*) \{#([a-zA-Z][a-zA-Z0-9-]*)\}\r?\n([\s\S]*)$/.exec(block)
    if (!found) return []
    const [, heading = '', key = '', body = ''] = found
    return [{ key, heading: heading.trim(), text: body.replace(/^\\(\\*)## /gm, '$1## ').trim() }]
  })
}

export interface SectionChange {
  readonly key: string
  readonly change: 'added' | 'removed' | 'edited'
}

/** What a member is asked to read again. Order and line endings do not count as changes. */
export function changedSections(
  before: readonly GroundRulesSection[],
  after: readonly GroundRulesSection[],
): readonly SectionChange[] {
  const old = new Map(before.map((section) => [section.key, section]))
  const kept = new Set(after.map(({ key }) => key))
  const changes: SectionChange[] = []
  for (const section of after) {
    const was = old.get(section.key)
    if (!was) changes.push({ key: section.key, change: 'added' })
    else if (!isSame(was, section)) changes.push({ key: section.key, change: 'edited' })
  }
  for (const { key } of before) if (!kept.has(key)) changes.push({ key, change: 'removed' })
  return changes
}

const isSame = (a: GroundRulesSection, b: GroundRulesSection): boolean =>
  a.heading === b.heading && a.text.replaceAll('\r\n', '\n') === b.text.replaceAll('\r\n', '\n')
