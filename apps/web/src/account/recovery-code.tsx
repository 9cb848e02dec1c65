import { Alert, Button, Checkbox, TextInput } from '@mantine/core'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import { notify } from '../ui/notices.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import account from './account.module.css'
import classes from './recovery-code.module.css'
import { RecoverySheet } from './recovery-sheet.tsx'

/** The code, to be written down: shown once, in groups, with a sheet for the printer. */
export function RecoveryCode({ code, onKept }: { code: string; onKept: () => void }) {
  const { t } = useTranslation('account/keys')
  const [kept, setKept] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(code)
    notify({ text: t('make.copied') })
  }
  return (
    <div className={account.form}>
      <RecoverySheet code={code} />
      <div className={account.buttons}>
        <Button variant="default" leftSection={<Icon of={IconCopy} />} onClick={() => void copy()}>
          {t('make.copy')}
        </Button>
        <Button variant="default" leftSection={<Icon of={IconPrinter} />} onClick={() => window.print()}>
          {t('make.print')}
        </Button>
      </div>
      <Unremembered>
        <Checkbox label={t('make.kept')} checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
      </Unremembered>
      <div className={account.buttons}>
        <Button disabled={!kept} onClick={onKept}>
          {t('next')}
        </Button>
      </div>
    </div>
  )
}

interface TypedCodeProps {
  action: string
  problem?: string | undefined
  onTyped: (typed: string) => Promise<unknown>
  onSeeAgain: () => void
}

/** Typing the code back, so that it is known to stand rightly on the paper. */
export function TypedCode({ action, problem, onTyped, onSeeAgain }: TypedCodeProps) {
  const { t } = useTranslation('account/keys')
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    await onTyped(typed)
    setBusy(false)
  }
  return (
    <form
      className={account.form}
      noValidate
      autoComplete="off"
      onSubmit={(event) => [event.preventDefault(), void send()]}
    >
      <CodeInput value={typed} onChange={setTyped} />
      {problem && <Alert color="rose">{problem}</Alert>}
      <div className={account.buttons}>
        <Button type="submit" loading={busy}>
          {action}
        </Button>
        <Button variant="subtle" onClick={onSeeAgain}>
          {t('make.seeAgain')}
        </Button>
      </div>
    </form>
  )
}

interface CodeInputProps {
  value: string
  onChange: (value: string) => void
  hint?: string
}

export function CodeInput({ value, onChange, hint }: CodeInputProps) {
  const { t } = useTranslation('account/keys')
  return (
    <TextInput
      label={t('recoveryCode')}
      description={hint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      className={classes.input ?? ''}
    />
  )
}
