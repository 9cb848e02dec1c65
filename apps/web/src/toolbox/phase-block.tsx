import { protocolLimits } from '@lederkreds/domain/toolbox/own-protocol'
import { Button, Checkbox, Chip, NumberInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhaseDraft, RoleDraft } from './protocol-draft.ts'
import classes from './protocol-form.module.css'
import { QuestionFields } from './question-fields.tsx'
import { WordsField } from './words-field.tsx'

interface PhaseBlockProps {
  phase: PhaseDraft
  roles: readonly RoleDraft[]
  /** Counts from 1. */
  number: number
  last: number
  onChange: (phase: PhaseDraft) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
  problemAt: (path: string) => string | undefined
  english: boolean
}

/** One phase as a block: moved by its buttons, or by Alt and an arrow key; what is in it folds out. */
export function PhaseBlock(props: PhaseBlockProps) {
  const { phase, number, last, onMove, onRemove } = props
  const { t } = useTranslation('toolbox/editor')
  const name = phase.name.da || t('phase.unnamed')
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (!event.altKey || by === null) return
    event.preventDefault()
    onMove(by)
  }
  return (
    <li className={classes.block} aria-label={t('phase.label', { number, name })}>
      <div className={classes.moves}>
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          id={`${phase.id}-up`}
          disabled={number === 1}
          aria-label={t('phase.upNamed', { name })}
          onClick={() => onMove(-1)}
        >
          {t('phase.up')}
        </Button>
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          id={`${phase.id}-down`}
          disabled={number === last}
          aria-label={t('phase.downNamed', { name })}
          onClick={() => onMove(1)}
        >
          {t('phase.down')}
        </Button>
        {last > 1 && (
          <Button size="sm" variant="subtle" color="gray" aria-label={t('removeNamed', { name })} onClick={onRemove}>
            {t('remove')}
          </Button>
        )}
      </div>
      <details className={classes.fold}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button by itself; the arrow keys are on top */}
        <summary id={`${phase.id}-fold`} onKeyDown={press} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown">
          {number}. {name}
          <span className={classes.quiet}>{t('phase.minutesShort', { count: phase.minutes })}</span>
        </summary>
        <PhaseFields {...props} />
      </details>
    </li>
  )
}

function PhaseFields({ phase, roles, onChange, problemAt, english }: PhaseBlockProps) {
  const { t } = useTranslation('toolbox/editor')
  const readers = { reader: 'participation', readers: t('readers') } as const
  return (
    <div className={classes.fields}>
      <WordsField
        label={t('phase.name')}
        value={phase.name}
        onChange={(name) => onChange({ ...phase, name })}
        maxLength={60}
        problemAt={(language) => problemAt(`name.${language}`)}
        english={english}
        required
      />
      <NumberInput
        label={t('phase.minutes')}
        min={1}
        max={protocolLimits.minutes}
        maw="10rem"
        value={phase.minutes}
        error={problemAt('minutes')}
        onChange={(minutes) => onChange({ ...phase, minutes: Number(minutes) })}
      />
      <fieldset className={classes.speakers}>
        <legend>{t('phase.speakers')}</legend>
        <Chip.Group multiple value={phase.speakers} onChange={(speakers) => onChange({ ...phase, speakers })}>
          {roles.map(({ id, name }, index) => (
            <Chip key={id} value={id}>
              {name.da || t('role.numbered', { number: index + 1 })}
            </Chip>
          ))}
        </Chip.Group>
        <p className={classes.quiet}>{t(`phase.${listening(phase.speakers.length, roles.length)}`)}</p>
      </fieldset>
      <Checkbox
        label={t('phase.isWriting')}
        checked={phase.isWriting}
        onChange={({ currentTarget }) => onChange({ ...phase, isWriting: currentTarget.checked })}
      />
      <WordsField
        label={t('phase.instruction')}
        value={phase.instruction}
        onChange={(instruction) => onChange({ ...phase, instruction })}
        maxLength={600}
        problemAt={(language) => problemAt(`instruction.${language}`)}
        english={english}
        long
        required
        readers={readers}
      />
      <QuestionFields
        questions={phase.questions}
        onChange={(questions) => onChange({ ...phase, questions })}
        problemAt={problemAt}
        english={english}
      />
      <details className={classes.fold}>
        <summary>{t('phase.prompts')}</summary>
        <p className={classes.quiet}>{t('phase.promptsText')}</p>
        <div className={classes.fields}>
          {roles.map(({ id, name }, index) => (
            <WordsField
              key={id}
              label={name.da || t('role.numbered', { number: index + 1 })}
              value={phase.prompts[id] ?? { da: '', en: '' }}
              onChange={(words) => onChange({ ...phase, prompts: { ...phase.prompts, [id]: words } })}
              maxLength={300}
              problemAt={() => undefined}
              english={english}
              long
            />
          ))}
        </div>
      </details>
    </div>
  )
}

const listening = (speakers: number, roles: number) =>
  speakers === 0 ? 'nobodySpeaks' : speakers < roles ? 'othersListen' : 'everybodySpeaks'
