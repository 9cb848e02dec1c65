const stored = 'lederkreds.person'

/**
 * Who was signed in here last, by her plain uuid and nothing else: without a server the app opens for her, and what she
 * sealed on this device can be unlocked. Forgotten when she signs out.
 */
export const lastPerson = (): string | null => localStorage.getItem(stored)

/** Takes the API's id, `Person_<uuid>`; answers whether it was somebody else until now. */
export function rememberPerson(id: string): boolean {
  const [before, now] = [lastPerson(), id.slice(id.indexOf('_') + 1)]
  localStorage.setItem(stored, now)
  return before !== null && before !== now
}

/** What the device keeps of rounds that are under way, for whoever is signed in. */
export const nameOfKeptRounds = 'lederkreds-rounds'

/** At signing out: also the rounds that are kept here go. */
export function forgetPerson(): void {
  localStorage.removeItem(stored)
  indexedDB.deleteDatabase(nameOfKeptRounds)
}
