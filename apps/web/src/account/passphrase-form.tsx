import { Alert, Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sealed } from '../ui/seal.tsx'
import { SecretInput } from '../ui/secret-input.tsx'
import classes from './account.module.css'
import type { Vault } from './vault.ts'
import { untilEnded } from './vault-room.ts'

interface PassphraseFormProps {
  vault: Vault
  /** What the button says. */
  action: string
  problem?: string | undefined
  onChosen: (passphrase: string) => Promise<unknown>
}

const strong = (passphrase: string) => [...passphrase].length >= 20
async function problemsOf(vault: Vault, passphrase: string) {
  const room = await vault.room()
  return untilEnded(room, room.desk.problemsOf(passphrase))
}

/** Choosing a passphrase: what is wrong with it is said in words, and only once there is something to say. */
export function PassphraseForm({ vault, action, problem, onChosen }: PassphraseFormProps) {
  const { t } = useTranslation('account/keys')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [problems, setProblems] = useState<readonly ('tooShort' | 'tooCommon')[]>([])
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    let isNewest = true
    void problemsOf(vault, passphrase)
      .then((found) => isNewest && setProblems(found))
      .catch(() => {})
    return () => {
      isNewest = false
    }
  }, [vault, passphrase])

  const [first] = problems
  const isLong = [...passphrase].length >= 12
  const wrong = first && (tried || isLong) ? t(`choice.${first}`) : undefined
  const praise = isLong && !first ? t(strong(passphrase) ? 'choice.strong' : 'choice.fair') : undefined
  const differs = tried && again !== passphrase
  const choose = async () => {
    setTried(true)
    if (again !== passphrase) return
    setBusy(true)
    try {
      // What is known by now may be about what was written before; where nothing is heard, sealing itself refuses.
      const found = await problemsOf(vault, passphrase).catch(() => [])
      setProblems(found)
      if (found.length === 0) await onChosen(passphrase)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className={classes.form}
      noValidate
      autoComplete="off"
      onSubmit={(event) => [event.preventDefault(), void choose()]}
    >
      <SecretInput
        label={t('newPassphrase')}
        {...sealed({ reader: 'self' }, t('choice.hint'))}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={wrong}
        autoComplete="new-password"
      />
      <p className={classes.quiet} role="status">
        {praise}
      </p>
      <SecretInput
        label={t('again')}
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
        error={differs ? t('choice.different') : undefined}
        autoComplete="new-password"
      />
      {problem && <Alert color="rose">{problem}</Alert>}
      <div className={classes.buttons}>
        <Button type="submit" loading={busy}>
          {action}
        </Button>
      </div>
    </form>
  )
}
