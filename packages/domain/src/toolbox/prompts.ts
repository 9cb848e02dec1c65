import type { Words } from '../text.ts'
import { both, type Protocol, type ProtocolPhase } from './protocol.ts'

const general = {
  writes: both(
    'Skriv for dig selv, i din egen rolige takt. Når alle er færdige, bliver teksterne vist samtidig.',
    'Write by yourself, at your own calm pace. When everybody has finished, the texts are shown together.',
  ),
  works: both(
    'Arbejd for dig selv i stilhed. Du bestemmer, hvad du vil dele bagefter, og hvad der bliver hos dig.',
    'Work by yourself in silence. You decide what to share afterwards and what stays with you.',
  ),
  leads: both(
    'Du har ordet og leder samtalen: Giv plads til alle, og hold øje med tiden.',
    'You may speak, and you lead the conversation: make room for everybody, and watch the time.',
  ),
  speaks: both(
    'Du har ordet sammen med de andre, der taler nu. Tal fra dig selv, og lad også en pause få plads.',
    'You may speak, with the others whose turn it is. Speak for yourself, and let a pause have its place too.',
  ),
  keepsTime: both(
    'Du lytter og holder øje med tiden. Gå videre, når I er færdige, ikke kun når uret siger det.',
    'You listen and watch the time. Move on when you have finished, not only when the clock says so.',
  ),
  ownCase: both(
    'Du lytter. Du skal ikke svare eller forklare. Læg mærke til det, der giver genklang.',
    'You listen. You need not answer or explain. Notice what resonates with you.',
  ),
  listens: both(
    'Du lytter uden at afbryde. Læg mærke til ord og billeder, og lad din egen mening vente.',
    'You listen without interrupting. Notice words and images, and let your own opinion wait.',
  ),
} as const satisfies Record<string, Words>

/**
 * What somebody in this role is told in this phase: the protocol's own words, or general ones where it has none.
 * With the protocol's lead and focus role they fit better.
 */
export function promptFor(
  phase: Pick<ProtocolPhase, 'prompts' | 'speakers' | 'isWriting'>,
  roleId: string,
  { leadRole, focusRole }: Pick<Protocol, 'leadRole' | 'focusRole'> = { leadRole: null, focusRole: null },
): Words {
  const own = Object.hasOwn(phase.prompts, roleId) ? phase.prompts[roleId] : undefined
  if (own) return own
  const isSpeaking = phase.speakers.includes(roleId)
  if (phase.isWriting && (isSpeaking || phase.speakers.length === 0)) return general.writes
  if (phase.speakers.length === 0) return general.works
  if (isSpeaking) return roleId === leadRole ? general.leads : general.speaks
  if (roleId === leadRole) return general.keepsTime
  return roleId === focusRole ? general.ownCase : general.listens
}
