import classes from './turn.module.css'

/** The amber word for "it is your turn". Amber is used for nothing else. */
export function Turn({ children }: { children: string }) {
  return (
    <span className={classes.turn}>
      <span className={classes.dot} aria-hidden />
      {children}
    </span>
  )
}
