import { Alert, Button, Paper } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isUnreachable } from '../apollo-links.ts'
import { isLanguage } from '../i18n.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import account from './account.module.css'
import { fetchIdentities } from './colleague.ts'
import classes from './compare-words.module.css'
import { plainId } from './keyring.ts'
import type { Standing } from './trust.ts'
import { today, type Vault } from './vault.ts'
import type { Room } from './vault-room.ts'

interface CompareWordsProps {
  room: Room
  vault: Vault
  /** The colleague, `id` as the API gives it. */
  person: { id: string; name: string }
}

type Shown = Standing & { words: readonly string[] | null }

/** Where one stands with a colleague's keys, the words to read out, and what comparing them has shown. */
export function CompareWords({ room, vault, person: { id, name } }: CompareWordsProps) {
  const { t, i18n } = useTranslation('account/keys')
  const [shown, setShown] = useState<Shown>()
  const [fault, setFault] = useState<unknown>()
  const [busy, setBusy] = useState<'same' | 'different'>()
  const language = isLanguage(i18n.language) ? i18n.language : 'da'

  const look = async () => {
    setFault(undefined)
    try {
      setShown(await room.desk.person(plainId(id), await fetchIdentities(id), language))
    } catch (error) {
      setFault(error)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at anew when another device or tab has said something
  useEffect(() => {
    void look()
    return vault.onDocuments(() => void look())
  }, [vault, id, language])

  if (fault !== undefined) return <ErrorState offline={isUnreachable(fault)} onRetry={() => void look()} />
  if (!shown) return <CardSkeleton lines={4} />
  const judge = async (said: 'same' | 'different') => {
    if (!('pin' in shown)) return
    setBusy(said)
    await room.desk.judge(plainId(id), shown.pin, said, new Date().toISOString(), today())
    await look()
    setBusy(undefined)
    notify({ text: t(said === 'same' ? 'compare.confirmed' : 'compare.stopped', { name }) })
  }
  return (
    <>
      <Alert color={tones[shown.state]}>{t(`compare.${says[shown.state]}`, { name })}</Alert>
      {shown.words && (
        <>
          <Section title={t('compare.how')}>
            <ol className={classes.how}>
              <li>{t('compare.meet')}</li>
              <li>{t('compare.both')}</li>
              <li>{t('compare.read')}</li>
            </ol>
          </Section>
          <Section title={t('compare.words')}>
            <Paper className={account.form ?? ''}>
              <ol className={classes.words}>
                {shown.words.map((word, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: words never move, and two may be alike
                  <li key={at}>{word}</li>
                ))}
              </ol>
              <p className={account.quiet}>{t('compare.other')}</p>
              <div className={account.buttons}>
                <Button loading={busy === 'same'} onClick={() => void judge('same')}>
                  {t('compare.same')}
                </Button>
                <Button
                  variant="default"
                  color="rose"
                  loading={busy === 'different'}
                  onClick={() => void judge('different')}
                >
                  {t('compare.different')}
                </Button>
              </div>
            </Paper>
          </Section>
        </>
      )}
    </>
  )
}

const says = {
  seen: 'notYet',
  compared: 'compared',
  changed: 'changed',
  different: 'blocked',
  broken: 'broken',
  noKeys: 'noKeys',
} as const satisfies Record<Standing['state'], string>

const tones = {
  seen: 'spruce',
  compared: 'spruce',
  changed: 'rose',
  different: 'rose',
  broken: 'rose',
  noKeys: 'spruce',
} as const satisfies Record<Standing['state'], string>
