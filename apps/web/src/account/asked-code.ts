/** Which code this browser has asked for, and to whom it was sent. */
export interface AskedCode {
  codeId: string
  email: string
  /** Milliseconds since 1970. */
  at: number
}

const stored = 'lederkreds.code'
const life = 10 * 60_000

/** Remembered while the tab lives: phones forget the page while one looks into the mail. */
export function rememberCode(asked: AskedCode | null) {
  if (asked) sessionStorage.setItem(stored, JSON.stringify(asked))
  else sessionStorage.removeItem(stored)
}

export function rememberedCode(): AskedCode | null {
  try {
    const asked: AskedCode | null = JSON.parse(sessionStorage.getItem(stored) ?? 'null')
    return asked && Date.now() - asked.at < life ? asked : null
  } catch {
    return null
  }
}
