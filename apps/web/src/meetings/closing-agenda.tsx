import { closingMinutes, closingSteps } from '@lederkreds/domain/meetings/closing-meeting'
import { Anchor, Button, Paper } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLanguage } from '../toolbox/use-language.ts'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/page.tsx'
import { Seal } from '../ui/seal.tsx'
import classes from './closing.module.css'

/** The meeting that closes a season: all its steps, or one at a time for whoever leads it. Nothing of it is kept. */
export function ClosingAgenda() {
  const { t } = useTranslation('meetings/closing')
  const language = useLanguage()
  const [at, setAt] = useState<number>()
  const isLed = at !== undefined
  return (
    <Section
      title={t('meeting.title')}
      actions={
        <Button
          variant="default"
          leftSection={<Icon of={IconPrinter} />}
          onClick={() => {
            window.print()
          }}
        >
          {t('meeting.print')}
        </Button>
      }
    >
      <p className={classes.text}>{t('meeting.text', { count: closingMinutes })}</p>
      {isLed ? (
        <OneStep key={at} at={at} onMove={setAt} />
      ) : (
        <ol className={classes.steps}>
          {closingSteps.map(({ id, name, minutes, instruction, questions }) => (
            <li key={id}>
              <h3>
                {name[language]} <span className={classes.quiet}>{t('meeting.minutes', { count: minutes })}</span>
              </h3>
              <p>{instruction[language]}</p>
              <Questions of={questions.map((question) => question[language])} />
            </li>
          ))}
        </ol>
      )}
      <div className={classes.actions}>
        <Button variant={isLed ? 'subtle' : 'filled'} onClick={() => setAt(isLed ? undefined : 0)}>
          {t(isLed ? 'meeting.stop' : 'meeting.lead')}
        </Button>
        <Seal reader="server" knows={t('meeting.stores')} />
      </div>
      <p className={classes.text}>
        <Anchor component={Link} to="/toolbox/tre-to-en">
          {t('meeting.ending')}
        </Anchor>
      </p>
    </Section>
  )
}

/** One step, large enough to be read aloud from a table. How long it has taken is told in words and by nothing else. */
function OneStep({ at, onMove }: { at: number; onMove: (to: number) => void }) {
  const { t } = useTranslation('meetings/closing')
  const language = useLanguage()
  const minutesGone = useMinutesGone()
  const step = closingSteps[at]
  if (!step) return null
  const isLast = at === closingSteps.length - 1
  return (
    <Paper component="section" aria-label={step.name[language]} className={classes.step ?? ''}>
      <p className={classes.quiet}>
        {t('meeting.step', { number: at + 1, count: closingSteps.length })} ·{' '}
        {t('meeting.minutes', { count: step.minutes })} · {t('meeting.since', { count: minutesGone })}
      </p>
      <h3 aria-live="polite">{step.name[language]}</h3>
      <p>{step.instruction[language]}</p>
      <Questions of={step.questions.map((question) => question[language])} />
      {isLast && <p className={classes.quiet}>{t('meeting.last')}</p>}
      <div className={classes.actions}>
        {at > 0 && (
          <Button variant="default" onClick={() => onMove(at - 1)}>
            {t('meeting.back')}
          </Button>
        )}
        {!isLast && <Button onClick={() => onMove(at + 1)}>{t('meeting.next')}</Button>}
      </div>
    </Paper>
  )
}

function Questions({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null
  return (
    <ul className={classes.questions}>
      {of.map((question) => (
        <li key={question}>{question}</li>
      ))}
    </ul>
  )
}

/** Whole minutes since it was first shown. */
function useMinutesGone(): number {
  const [start] = useState(Date.now)
  const [now, setNow] = useState(start)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000)
    return () => clearInterval(timer)
  }, [])
  return Math.floor((now - start) / 60_000)
}
