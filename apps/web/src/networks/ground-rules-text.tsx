import { Badge } from '@mantine/core'
import classes from './ground-rules-text.module.css'

interface GroundRulesTextProps {
  sections: readonly { key: string; heading: string; text: string }[]
  /** Sections that get a mark, and the word on it. */
  marked?: { keys: readonly string[]; word: string }
}

/** The ground rules to be read: a heading and its paragraphs, point by point. */
export function GroundRulesText({ sections, marked }: GroundRulesTextProps) {
  return (
    <div className={classes.rules}>
      {sections.map(({ key, heading, text }) => (
        <section key={key} className={classes.point} data-marked={marked?.keys.includes(key) || undefined}>
          <h3 className={classes.heading}>
            {heading}
            {marked?.keys.includes(key) && <Badge>{marked.word}</Badge>}
          </h3>
          <p className={classes.text}>{text}</p>
        </section>
      ))}
    </div>
  )
}
