import { readRecoveryCode } from '@lederkreds/sealing/recovery-code'
import type { MadeWrap } from '@lederkreds/sealing/vault'
import { Alert, Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './account.module.css'
import { RecoveryCode, TypedCode } from './recovery-code.tsx'
import { useFaults } from './use-faults.ts'
import { usePutWrap } from './use-put-wrap.ts'
import type { Vault } from './vault.ts'
import type { Opener } from './vault-desk.ts'

interface NewRecoveryCodeProps {
  vault: Vault
  by: Opener
  onDone: () => void
}

/** Another recovery code: shown, typed back, and only then put in the place of the old one. */
export function NewRecoveryCode({ vault, by, onDone }: NewRecoveryCodeProps) {
  const { t } = useTranslation('account/keys')
  const faults = useFaults()
  const put = usePutWrap(vault)
  const [made, setMade] = useState<{ code: string; wrap: MadeWrap }>()
  const [typing, setTyping] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const make = async () => {
    setBusy(true)
    try {
      const { desk } = await vault.room()
      setMade(await desk.newRecoveryCode(by))
    } catch (fault) {
      setProblem(faults(fault, by.kind))
    }
    setBusy(false)
  }
  const keep = async (typed: string) => {
    if (!made) return
    try {
      if (readRecoveryCode(typed) !== readRecoveryCode(made.code)) return setProblem(t('make.typedWrong'))
      const answer = await put(made.wrap)
      if (answer === 'done') onDone()
      else if (answer) setProblem(faults(answer))
    } catch (fault) {
      setProblem(faults(fault, 'recoveryCode'))
    }
  }
  if (!made) {
    return (
      <div className={classes.form}>
        {problem && <Alert color="rose">{problem}</Alert>}
        <div className={classes.buttons}>
          <Button loading={busy} onClick={() => void make()}>
            {t('recover.newCode')}
          </Button>
        </div>
      </div>
    )
  }
  if (!typing) return <RecoveryCode code={made.code} onKept={() => setTyping(true)} />
  return (
    <Paper className={classes.form ?? ''}>
      <p className={classes.quiet}>{t('make.typedLead')}</p>
      <TypedCode
        action={t('recover.useCode')}
        problem={problem}
        onTyped={keep}
        onSeeAgain={() => [setProblem(undefined), setTyping(false)]}
      />
    </Paper>
  )
}
