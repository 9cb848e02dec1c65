import { type ProtocolEdit, protocolEdit, protocolLimits } from '@lederkreds/domain/toolbox/own-protocol'
import type { OwnProtocol, Protocol } from '@lederkreds/domain/toolbox/protocol'
import { Alert, Button, Checkbox, Group, NumberInput, Switch } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { useLeadOn } from '../ui/use-lead-on.ts'
import { useProblems } from '../use-problems.ts'
import { PhaseBlock } from './phase-block.tsx'
import { PhaseList } from './phase-list.tsx'
import { draftOf, editOfDraft, hasEnglish, moved, type ProtocolDraft, withPhase } from './protocol-draft.ts'
import classes from './protocol-form.module.css'
import { RoleFields } from './role-fields.tsx'
import { Timeline } from './timeline.tsx'
import { useLeaveQuestion } from './use-leave-question.ts'
import { WordsField } from './words-field.tsx'

interface ProtocolFormProps {
  /** What is written in to begin with. */
  from: OwnProtocol
  /** Whose networks will read it. */
  organisation: string
  /** The method as it would be with this. */
  asMethod: (own: OwnProtocol) => Protocol
  /** Answers where the saved one stands, or null when it was not saved. */
  save: (edit: ProtocolEdit) => Promise<string | null>
  isSaving: boolean
  /** What the API answered. */
  result: Parameters<typeof useProblems>[0]
  refused: string | null
  cancel: () => void
}

/** A method as its consultant writes it: names, roles, phases as blocks, and how it will look. */
export function ProtocolForm({ from, organisation, asMethod, save, cancel, ...rest }: ProtocolFormProps) {
  const { isSaving, result, refused } = rest
  const { t } = useTranslation('toolbox/editor')
  const [draft, setDraft] = useState(() => draftOf(from))
  const [english, setEnglish] = useState(() => hasEnglish(draft))
  const leadOn = useLeadOn()
  const [begun] = useState(draft)
  const leaveFreely = useLeaveQuestion(draft !== begun)
  const [tries, setTries] = useState(0)
  const tried = tries > 0
  const form = useRef<HTMLFormElement>(null)
  const change = (part: Partial<ProtocolDraft>) => setDraft({ ...draft, ...part })
  const edit = editOfDraft(draft)
  const checked = protocolEdit.safeParse(edit)
  const problemAt = useFormProblems(tried ? checked : undefined, result)
  const readers = { reader: 'participation', readers: t('readers') } as const

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    const saved = checked.success ? await save(edit) : null
    if (saved === null) return
    leaveFreely()
    notify({ text: t('saved') })
    await leadOn(saved)
  }
  useEffect(() => {
    if (tries > 0 && form.current) showFirstProblem(form.current)
  }, [tries])
  const number = (key: 'minParticipants' | 'maxParticipants') => (
    <NumberInput
      label={t(key)}
      min={1}
      max={protocolLimits.participants}
      value={draft[key]}
      error={problemAt(key) && t(`${key}Problem`)}
      onChange={(value) => change({ [key]: Number(value) })}
    />
  )
  return (
    <form ref={form} className={classes.form} noValidate onSubmit={(event) => void submit(event)}>
      <Alert color="gray" title={t('methodNotContent')} role="note">
        {t('whoReads', { organisation })}
      </Alert>
      <Switch
        label={t('english')}
        description={t('englishHint')}
        checked={english}
        onChange={({ currentTarget }) => setEnglish(currentTarget.checked)}
      />
      <div className={classes.fields}>
        {(['name', 'purpose'] as const).map((key) => (
          <WordsField
            key={key}
            label={t(key)}
            value={draft[key]}
            onChange={(words) => change({ [key]: words })}
            maxLength={key === 'name' ? 80 : 300}
            problemAt={(language) => problemAt(`${key}.${language}`)}
            english={english}
            long={key === 'purpose'}
            required
            readers={readers}
          />
        ))}
      </div>
      <Section title={t('roles')}>
        <RoleFields draft={draft} onChange={setDraft} problemAt={problemAt} english={english} />
        <div className={classes.row}>
          {number('minParticipants')}
          {number('maxParticipants')}
        </div>
        {(['forNewcomers', 'needsConsultant'] as const).map((key) => (
          <Checkbox
            key={key}
            label={t(key)}
            checked={draft[key]}
            onChange={({ currentTarget }) => change({ [key]: currentTarget.checked })}
          />
        ))}
      </Section>
      <Section title={t('phases')}>
        <Phases draft={draft} change={change} problemAt={problemAt} english={english} />
        <div>
          <Button
            variant="default"
            disabled={draft.phases.length >= protocolLimits.phases}
            onClick={() => setDraft(withPhase(draft))}
          >
            {t('phase.add')}
          </Button>
        </div>
      </Section>
      <Section title={t('preview')}>
        {checked.success ? (
          <details className={classes.fold}>
            <summary>{t('previewShow')}</summary>
            <PhaseList protocol={asMethod(checked.data)} />
          </details>
        ) : (
          <p className={classes.quiet}>{t('previewNot')}</p>
        )}
        {checked.success && <Timeline phases={checked.data.phases} roles={checked.data.roles} />}
      </Section>
      {tried && !checked.success && <Alert color="rose" title={t('refusal.InvalidInput')} role="alert" />}
      {refused && <Alert color="rose" title={t(`refusal.${refused as 'Stale'}`)} role="alert" />}
      <Group>
        <Button type="submit" loading={isSaving}>
          {t('save')}
        </Button>
        <Button variant="subtle" color="gray" onClick={cancel}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  )
}

/** Leads to the first field that is wrong, also where it is folded away. */
function showFirstProblem(form: HTMLFormElement) {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"]')
  for (let around = field?.closest('details'); around; around = around.parentElement?.closest('details'))
    around.open = true
  field?.focus()
}

type Checked = ReturnType<typeof protocolEdit.safeParse>

/** What is wrong, as the rules say here at once; what the API answered after that. */
function useFormProblems(checked: Checked | undefined, result: ProtocolFormProps['result']) {
  const { t } = useTranslation()
  const answered = useProblems(result)
  const issues = checked?.error?.issues ?? []
  return (path: string): string | undefined => {
    const issue = issues.find((each) => each.path.join('.') === path)
    return issue
      ? t(`problem.${issue.message as 'invalid'}`, { defaultValue: t('problem.invalid') })
      : answered(`input.${path}`)
  }
}

interface PhasesProps {
  draft: ProtocolDraft
  change: (part: Partial<ProtocolDraft>) => void
  problemAt: (path: string) => string | undefined
  english: boolean
}

function Phases({ draft, change, problemAt, english }: PhasesProps) {
  const { t } = useTranslation('toolbox/editor')
  const { phases, roles } = draft
  const [wentTo, setWentTo] = useState<{ id: string; focus: string; number: number }>()
  const total = phases.reduce((sum, { minutes }) => sum + minutes, 0)
  // A block that changes places is another place in the page: whoever moves it by keyboard stays with it.
  useEffect(() => {
    if (wentTo) document.getElementById(wentTo.focus)?.focus()
  }, [wentTo])
  const move = (id: string, index: number, by: 1 | -1) => {
    const to = index + by
    if (to < 0 || to >= phases.length) return
    const active = document.activeElement?.id ?? ''
    const isAtEnd = active === `${id}-up` ? to === 0 : active === `${id}-down` && to === phases.length - 1
    change({ phases: moved(phases, index, by) })
    setWentTo({ id, focus: isAtEnd || !active.startsWith(id) ? `${id}-fold` : active, number: to + 1 })
  }
  const name = phases.find(({ id }) => id === wentTo?.id)?.name.da
  return (
    <>
      <p className={classes.quiet}>{t('phase.total', { count: phases.length, minutes: total })}</p>
      <p role="status" className={classes.unseen}>
        {wentTo && name !== undefined && t('phase.movedTo', { name, number: wentTo.number, last: phases.length })}
      </p>
      <ol className={classes.blocks}>
        {phases.map((phase, index) => (
          <PhaseBlock
            key={phase.id}
            phase={phase}
            roles={roles}
            number={index + 1}
            last={phases.length}
            onChange={(changed) => change({ phases: phases.with(index, changed) })}
            onMove={(by) => move(phase.id, index, by)}
            onRemove={() => change({ phases: phases.filter(({ id }) => id !== phase.id) })}
            problemAt={(path) => problemAt(`phases.${index}.${path}`)}
            english={english}
          />
        ))}
      </ol>
    </>
  )
}
