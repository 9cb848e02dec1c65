import { isMethodId } from '@lederkreds/domain/toolbox/methods'
import { Button, NativeSelect, Paper, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { notFound } from '../root.tsx'
import { Page } from '../ui/page.tsx'
import { type Rehearsal, rehearse } from './rehearsal.ts'
import classes from './rehearse.module.css'
import { Room } from './room.tsx'
import { RoundEnd } from './round-end.tsx'
import { TableRoom } from './table-room.tsx'
import { useRound } from './use-round.ts'
import { useWords } from './use-words.ts'

const table = 'table'

export const handle = { isBare: true }

/** The thirty protocols are much to read: they come when one is tried. */
export async function loader({ params: { methodId = '' } }: LoaderFunctionArgs) {
  if (!isMethodId(methodId)) notFound()
  const { protocolOf } = await import('@lederkreds/domain/toolbox/protocols')
  return protocolOf(methodId)
}

/** A method gone through with invented people: whose screen one likes, by the clock or step by step. */
export function Component() {
  const protocol = useLoaderData<typeof loader>()
  const { t } = useTranslation('supervision')
  const { words } = useWords()
  const [times, setTimes] = useState(0)
  const [rehearsal, setRehearsal] = useState<Rehearsal>(() => rehearse(protocol))
  const again = () => {
    setRehearsal(rehearse(protocol))
    setTimes(times + 1)
  }
  return (
    <Page
      title={words(protocol.name)}
      lead={t('rehearse.lead')}
      back={{ to: `/toolbox/${protocol.id}`, label: t('rehearse.method') }}
    >
      <Rehearse key={times} rehearsal={rehearsal} onAgain={again} />
    </Page>
  )
}

function Rehearse({ rehearsal, onAgain }: { rehearsal: Rehearsal; onAgain: () => void }) {
  const { t } = useTranslation('supervision')
  const { words } = useWords()
  const { engine, clock, names, shortNames, leadId } = rehearsal
  const { state } = useRound(engine)
  const [watched, setWatched] = useState(leadId)
  const [isRunning, setRunning] = useState(clock.isRunning)
  const roleOf = (id: string) => engine.setup.protocol.roles.find((role) => role.id === state.roles.get(id))
  const setClock = (value: string) => {
    if (value === 'real') clock.goOn()
    else clock.stop()
    setRunning(clock.isRunning)
  }
  const toEnd = () => clock.windOn(Math.max(0, (engine.left() ?? 0) - 3_000))
  const end = (
    <RoundEnd engine={engine}>
      <div>
        <Button onClick={onAgain}>{t('rehearse.again')}</Button>
      </div>
    </RoundEnd>
  )
  return (
    <div className={classes.rehearsal}>
      <div className={classes.choices}>
        <NativeSelect
          label={t('rehearse.watch')}
          value={watched}
          onChange={({ currentTarget }) => setWatched(currentTarget.value)}
          data={[
            ...[...names].map(([id, name]) => {
              const role = roleOf(id)
              return { value: id, label: [name, role && words(role.name)].filter(Boolean).join(' · ') }
            }),
            { value: table, label: t('rehearse.table') },
          ]}
        />
        <SegmentedControl
          aria-label={t('rehearse.clock')}
          value={isRunning ? 'real' : 'steps'}
          onChange={setClock}
          data={[
            { value: 'real', label: t('rehearse.real') },
            { value: 'steps', label: t('rehearse.steps') },
          ]}
        />
        <div className={classes.acts}>
          {state.status === 'running' && isRunning && (
            <Button variant="default" onClick={toEnd}>
              {t('rehearse.toEnd')}
            </Button>
          )}
          {state.status !== 'waiting' && (
            <Button variant="subtle" onClick={onAgain}>
              {t('rehearse.again')}
            </Button>
          )}
        </div>
      </div>
      <Paper
        component="section"
        className={classes.screen ?? ''}
        aria-label={
          watched === table ? t('rehearse.screenOfTable') : t('rehearse.screenOf', { name: names.get(watched) ?? '' })
        }
      >
        {watched === table ? (
          <TableRoom engine={engine} names={shortNames} personId={state.leadId} end={end} />
        ) : (
          <Room
            key={watched}
            engine={engine}
            names={shortNames}
            personId={watched}
            writing={({ phase, writers }) =>
              phase.isWriting && writers.includes(watched) && <p>{t('writing.rehearsal')}</p>
            }
            end={end}
          />
        )}
      </Paper>
    </div>
  )
}
