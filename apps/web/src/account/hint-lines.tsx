import { useTranslation } from 'react-i18next'
import classes from './writing.module.css'

interface HintLinesProps {
  /** Why it is said, and that nobody else has looked. */
  lead: string
  /** One sentence for each place. */
  lines: readonly string[]
}

const most = 3

/** Quiet lines under a field: what may give somebody away in it. They stop nothing. */
export function HintLines({ lead, lines }: HintLinesProps) {
  const { t } = useTranslation('account/writing')
  const shown = [...new Set(lines)]
  const more = shown.length - most
  return (
    <div role="status" className={classes.hints}>
      {shown.length > 0 && (
        <>
          <p>{lead}</p>
          <ul>
            {shown.slice(0, most).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {more > 0 && <li>{t('hint.more', { count: more })}</li>}
          </ul>
        </>
      )}
    </div>
  )
}
