/** First names, as a group calls each other; the whole name where two share one. */
export function shortNames(names: ReadonlyMap<string, string>): Map<string, string> {
  const firstOf = (name: string) => name.split(' ')[0] ?? name
  const times = new Map<string, number>()
  for (const name of names.values()) times.set(firstOf(name), (times.get(firstOf(name)) ?? 0) + 1)
  return new Map([...names].map(([id, name]) => [id, times.get(firstOf(name)) === 1 ? firstOf(name) : name]))
}
