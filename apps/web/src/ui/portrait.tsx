import classes from './portrait.module.css'

/** The first letters of somebody's first and last name, in a circle. Stands beside the name, so it is not read out. */
export function Portrait({ name, size = 36 }: { name: string; size?: number }) {
  return (
    <span
      className={classes.portrait}
      data-initials={initials(name)}
      style={{ width: size, height: size, fontSize: size * 0.4 }}
      aria-hidden
    />
  )
}

export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean)
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return [first, last].map((word) => (word ? (Array.from(word)[0] ?? '').toLocaleUpperCase('da') : '')).join('')
}
