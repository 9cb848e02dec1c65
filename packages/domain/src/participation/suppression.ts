/** Counts of people below this are not shown, as Danish practice has it for cells of figures. */
export const smallestShown = 5

/**
 * What may be shown: the count; `few` for a count below {@link smallestShown}, zero included, since "nobody" says
 * something about everybody; null for nothing to count (no meeting in that month), which everybody may know.
 */
export type Published = number | 'few' | null

/**
 * A share in per cent, in steps of five, as one figure that stands alone; `few` when either the part or the rest is small,
 * since each gives the other away. Null when there is nothing to take a share of.
 */
export function publishedShare(part: number, whole: number): Published {
  if (whole === 0) return null
  return part < smallestShown || whole - part < smallestShown ? 'few' : Math.round((part / whole) * 20) * 5
}
