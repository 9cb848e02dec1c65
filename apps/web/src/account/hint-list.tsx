import { type HintKind, hintsIn } from '@lederkreds/domain/hints'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './writing.module.css'

const most = 3

/** What in a text may tell who it is about. Looked for on the device alone; it says so and stops nothing. */
export function HintList({ text }: { text: string | null }) {
  const { t } = useTranslation('account/writing')
  const settled = useDeferredValue(text)
  const hints = useMemo(() => unique(hintsIn(settled ?? '')), [settled])
  const more = hints.length - most
  return (
    <div role="status" className={classes.hints}>
      {hints.length > 0 && (
        <>
          <p>{t('hint.lead')}</p>
          <ul>
            {hints.slice(0, most).map(({ kind, text: found }) => (
              <li key={`${kind} ${found}`}>{t(`hint.${kind}`, { found })}</li>
            ))}
            {more > 0 && <li>{t('hint.more', { count: more })}</li>}
          </ul>
        </>
      )}
    </div>
  )
}

/** Each only once, however often it stands there. */
const unique = (hints: readonly { kind: HintKind; text: string }[]) => [
  ...new Map(hints.map((hint) => [`${hint.kind} ${hint.text}`, hint])).values(),
]
