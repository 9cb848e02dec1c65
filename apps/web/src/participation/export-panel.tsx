import { Alert, Button, Radio, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStepUp } from '../account/step-up.tsx'
import { Icon } from '../ui/icon.tsx'
import { notify } from '../ui/notices.tsx'
import { Progress } from '../ui/progress.tsx'
import { downloadExport, ExportBusy, ExportEmpty, type Wanted } from './download.ts'
import classes from './participation.module.css'

interface ExportPanelProps {
  /** The days to begin with; empty is no limit. */
  from: string
  until: string
  /** Whether it will be in the log, which its reader is told beforehand. */
  isLogged: boolean
  onDone?: () => void
}

type Came = { lines: number; rows: number }

/** Chooses days and kind, gets the file, and shows how far it has come. */
export function ExportPanel({ isLogged, onDone, ...days }: ExportPanelProps) {
  const { t, i18n } = useTranslation('participation')
  const stepUp = useStepUp()
  const [wanted, setWanted] = useState<Wanted>({ dialect: 'excel', ...days })
  const [came, setCame] = useState<Came>()
  const [problem, setProblem] = useState<string>()
  const stop = useRef<AbortController>(undefined)
  const isBackwards = Boolean(wanted.from && wanted.until && wanted.until < wanted.from)
  const change = (part: Partial<Wanted>) => setWanted((before) => ({ ...before, ...part }))
  const number = (count: number) => count.toLocaleString(i18n.language === 'da' ? 'da-DK' : 'en-GB')

  const get = async () => {
    const stopping = new AbortController()
    stop.current = stopping
    setProblem(undefined)
    setCame({ lines: 0, rows: 0 })
    try {
      const rows = await stepUp(() =>
        downloadExport(wanted, (lines, all) => setCame({ lines, rows: all }), stopping.signal),
      )
      if (rows === undefined) return
      notify({ text: t('export.done', { count: rows }) })
      onDone?.()
    } catch (fault) {
      if (isStopped(fault)) notify({ text: t('export.stopped') })
      else setProblem(t(problemOf(fault)))
    } finally {
      setCame(undefined)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isBackwards) void get()
  }

  return (
    <form className={classes.panel} onSubmit={submit}>
      <div className={classes.days}>
        <TextInput
          type="date"
          label={t('export.from')}
          value={wanted.from}
          onChange={({ currentTarget: { value: from } }) => change({ from })}
        />
        <TextInput
          type="date"
          label={t('export.until')}
          value={wanted.until}
          error={isBackwards && t('export.order')}
          onChange={({ currentTarget: { value: until } }) => change({ until })}
        />
      </div>
      <Radio.Group
        label={t('export.kind')}
        value={wanted.dialect}
        onChange={(dialect) => change({ dialect: dialect as Wanted['dialect'] })}
      >
        <div className={classes.kinds}>
          {(['excel', 'plain'] as const).map((dialect) => (
            <Radio
              key={dialect}
              value={dialect}
              label={t(`export.${dialect}`)}
              description={t(`export.${dialect}Hint`)}
            />
          ))}
        </div>
      </Radio.Group>
      {isLogged && <p className={classes.quiet}>{t('export.logged')}</p>}
      {problem && (
        <Alert color="rose" role="alert">
          {problem}
        </Alert>
      )}
      {came && (
        <Progress
          label={t('export.progress')}
          value={came.lines}
          max={came.rows}
          words={
            came.rows > 0
              ? t('export.progressWords', { value: number(came.lines), max: number(came.rows) })
              : t('export.preparing')
          }
        />
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={came !== undefined} leftSection={<Icon of={IconDownload} />}>
          {t('export.get')}
        </Button>
        {came && (
          <Button variant="default" onClick={() => stop.current?.abort()}>
            {t('export.stop')}
          </Button>
        )}
      </div>
    </form>
  )
}

const isStopped = (fault: unknown) => fault instanceof DOMException && fault.name === 'AbortError'

function problemOf(fault: unknown) {
  if (fault instanceof ExportBusy) return 'export.busy'
  return fault instanceof ExportEmpty ? 'export.nothing' : 'export.broken'
}
