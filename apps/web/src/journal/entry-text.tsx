import { bodySignals } from '@lederkreds/domain/journal/body-signal'
import { type Chip, labelOf } from '@lederkreds/domain/journal/chip'
import type { Entry } from '@lederkreds/domain/journal/entry'
import { recoveryThemes } from '@lederkreds/domain/journal/recovery'
import { stressors } from '@lederkreds/domain/journal/stressor'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../toolbox/use-language.ts'
import classes from './journal.module.css'
import { SleepText } from './sleep-text.tsx'

/** An entry to read: what was written, and nothing of what was left out. */
export function EntryText({ entry }: { entry: Entry }) {
  const { t } = useTranslation('journal')
  const language = useLanguage()
  const { bodyText, sleep } = entry
  const body = entry.bodySignals.length > 0 || bodyText
  const rows: [label: string, text: ReactNode][] = [
    [t('entry.trigger'), entry.trigger],
    [t('entry.bodySignals'), body && <Tapped chips={bodySignals} keys={entry.bodySignals} text={bodyText} />],
    [t('entry.did'), entry.did],
    [t('entry.helped'), entry.helped],
    [t('entry.stressors'), entry.stressors.length > 0 && <Tapped chips={stressors} keys={entry.stressors} />],
    [t('slider.demands.label'), entry.demands !== null && <Reading of="demands" value={entry.demands} />],
    [t('slider.influence.label'), entry.influence !== null && <Reading of="influence" value={entry.influence} />],
    [t('slider.support.label'), entry.support !== null && <Reading of="support" value={entry.support} />],
    [t('entry.text'), entry.text],
    ...recoveryThemes.map(({ key, name }): [string, ReactNode] => [name[language], entry.recovery[key]]),
  ]
  const said = rows.filter(([, text]) => text)
  return (
    <>
      <dl className={classes.text}>
        {said.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {sleep && <SleepText sleep={sleep} />}
      {said.length === 0 && !sleep && <p className={classes.hint}>{t('entry.empty')}</p>}
    </>
  )
}

function Tapped({ chips, keys, text }: { chips: readonly Chip[]; keys: readonly string[]; text?: string | null }) {
  const language = useLanguage()
  return (
    <>
      {keys.length > 0 && (
        <ul className={classes.tapped}>
          {keys.map((key) => (
            <li key={key}>{labelOf(chips, key, language)}</li>
          ))}
        </ul>
      )}
      {text}
    </>
  )
}

/** Where a slider was left, between its two words; no figure, since it was none. */
function Reading({ of: key, value }: { of: 'demands' | 'influence' | 'support'; value: number }) {
  const { t } = useTranslation('journal')
  return (
    <span className={classes.reading}>
      <span>{t(`slider.${key}.low`)}</span>
      <meter min={0} max={100} value={value} aria-label={t(`slider.${key}.label`)} />
      <span>{t(`slider.${key}.high`)}</span>
    </span>
  )
}
