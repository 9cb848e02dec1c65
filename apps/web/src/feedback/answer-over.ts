import type { AskedCycle } from './use-opened-ask.ts'

/** `gone`: she is not asked any longer. `rules`: she is outside her network until she accepts its ground rules. */
export type WhyOver = 'deadline' | 'cancelled' | 'gone' | 'rules'

/** Why nothing can be sent, by what the server says of the cycle now; null while it can. */
export function whyOver(now: AskedCycle | null, areRulesPending: boolean): WhyOver | null {
  if (!now) return areRulesPending ? 'rules' : 'gone'
  if (now.state === 'cancelled') return 'cancelled'
  const isDone = now.viewerHasAnswered || now.viewerHasDeclined
  return now.state === 'open' && (now.viewerCanAnswer || isDone) ? null : 'deadline'
}
