/** A part's code could not be had. */
export class PartMissing extends Error {}

let underWay = 0

/** Whether a part is being fetched, which says itself where that fails; then the page need not be loaded anew. */
export const isPartUnderWay = (): boolean => underWay > 0

/**
 * Fetches a part's code, or throws {@link PartMissing}. Some browsers keep a failed import until the page is loaded anew;
 * so none is begun while the device knows that it has no network and keeps no files of the app, and trying again helps.
 */
export async function fetchPart<Code>(load: () => Promise<Code>): Promise<Code> {
  if (!navigator.onLine && !navigator.serviceWorker?.controller) throw new PartMissing('There is no network.')
  underWay++
  try {
    return await load()
  } catch (cause) {
    throw new PartMissing('A part of the page could not be fetched.', { cause })
  } finally {
    underWay--
  }
}

export interface Part<Code> {
  fetched: () => Promise<Code>
  /** The next who shows it fetches it anew. */
  forget: () => void
  /** The same, and whoever shows it is told. */
  again: () => void
  /** How often it has been asked for again. */
  tries: () => number
  watch: (tell: () => void) => () => void
}

/** One part, fetched once for all places that show it, and anew only when it is asked for again after it was missing. */
export function partOf<Code>(load: () => Promise<Code>): Part<Code> {
  const watchers = new Set<() => void>()
  let fetched: Promise<Code> | undefined
  let tries = 0
  const forget = () => {
    fetched = undefined
  }
  return {
    fetched: () => {
      fetched ??= fetchPart(load)
      return fetched
    },
    forget,
    again: () => {
      forget()
      tries++
      for (const tell of [...watchers]) tell()
    },
    tries: () => tries,
    watch: (tell: () => void) => {
      watchers.add(tell)
      return () => void watchers.delete(tell)
    },
  }
}
