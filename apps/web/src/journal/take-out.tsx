import { Alert, Button } from '@mantine/core'
import { IconDownload, IconMailOpened } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today, useVaultStatus } from '../account/vault.ts'
import { useLanguage } from '../toolbox/use-language.ts'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/page.tsx'
import classes from './take-out.module.css'
import { type TakenOut, takenKinds } from './taken-out.ts'
import { useJournalRoom } from './use-journal.ts'

interface Made {
  counts: TakenOut['counts']
  html: string
  json: string
  /** Whether the server was asked first for what other devices wrote. */
  isWhole: boolean
}

/** Makes the two files on this device, in the worker, and offers them. They are gone from memory with the page. */
export function TakeOut() {
  const { t } = useTranslation('journal/take-out')
  const { vault, journal } = useJournalRoom()
  const { unreadable } = useVaultStatus(vault)
  const language = useLanguage()
  const [made, setMade] = useState<Made>()
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  useEffect(() => {
    if (!made) return
    return () => {
      for (const url of [made.html, made.json]) URL.revokeObjectURL(url)
    }
  }, [made])

  const make = async () => {
    setState('busy')
    try {
      await vault.synced()
      const { html, json, counts } = await journal.takeOut(today(), language)
      const isWhole = vault.status.reach === 'reached'
      setMade({ counts, html: URL.createObjectURL(html), json: URL.createObjectURL(json), isWhole })
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  const file = `${t('out.file')}-${today()}`
  return (
    <Section title={t('out.title')}>
      <p className={classes.text}>{t('out.text')}</p>
      <p className={classes.open}>
        <Icon of={IconMailOpened} />
        <span>{t('out.open')}</span>
      </p>
      {state === 'failed' && <Alert color="rose" title={t('out.failed')} role="alert" />}
      {made ? (
        <div className={classes.made} role="status">
          <Counts counts={made.counts} />
          {!made.isWhole && <p className={classes.text}>{t('out.notReached')}</p>}
          {unreadable.length > 0 && <p className={classes.text}>{t('out.unreadable', { count: unreadable.length })}</p>}
          <div className={classes.buttons}>
            <Button component="a" href={made.html} download={`${file}.html`} leftSection={<Icon of={IconDownload} />}>
              {t('out.html')}
            </Button>
            <Button
              component="a"
              href={made.json}
              download={`${file}.json`}
              variant="default"
              leftSection={<Icon of={IconDownload} />}
            >
              {t('out.json')}
            </Button>
          </div>
        </div>
      ) : (
        <div>
          <Button loading={state === 'busy'} onClick={() => void make()}>
            {t('out.make')}
          </Button>
        </div>
      )}
    </Section>
  )
}

function Counts({ counts }: Pick<TakenOut, 'counts'>) {
  const { t } = useTranslation('journal/take-out')
  const there = takenKinds.filter((kind) => counts[kind] > 0)
  if (there.length === 0) return <p className={classes.text}>{t('out.nothing')}</p>
  return (
    <>
      <p className={classes.text}>{t('out.inside')}</p>
      <ul className={classes.list}>
        {there.map((kind) => (
          <li key={kind}>{t(`count.${kind}`, { count: counts[kind] })}</li>
        ))}
      </ul>
    </>
  )
}
