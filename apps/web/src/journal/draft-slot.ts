/** Where new entries are kept while they are written: one place for each tab of this browser that writes one. */
export const newSlots = ['new', 'new 2', 'new 3'] as const
export type NewSlot = (typeof newSlots)[number]

export interface HeldSlot<Draft> {
  readonly slot: NewSlot
  readonly draft: Draft | null
  readonly release: () => void
}

/**
 * A place that no other tab writes in, held until it is released or the tab is gone: one in which a draft waits, else an
 * empty one. Null when every place is taken.
 */
export async function holdSlot<Draft>(
  personId: string,
  draftIn: (slot: NewSlot) => Promise<Draft | null>,
): Promise<HeldSlot<Draft> | null> {
  const held: HeldSlot<Draft>[] = []
  for (const slot of newSlots) {
    const release = await hold(`lederkreds-${personId}-draft-${slot}`)
    if (release) held.push({ slot, draft: await draftIn(slot), release })
  }
  const chosen = held.find(({ draft }) => draft !== null) ?? held[0] ?? null
  for (const each of held) if (each !== chosen) each.release()
  return chosen
}

function hold(name: string): Promise<(() => void) | null> {
  return new Promise((answer) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) return answer(null)
      return new Promise<void>((release) => answer(release))
    })
  })
}
