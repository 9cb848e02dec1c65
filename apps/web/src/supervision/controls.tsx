import type { RoundHappening } from '@lederkreds/domain/supervision/round'
import type { Screen } from '@lederkreds/domain/supervision/screen'
import { Button } from '@mantine/core'
import {
  IconArrowRight,
  IconChevronDown,
  IconChevronUp,
  IconHandStop,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfirm } from '../ui/confirm.tsx'
import { Icon } from '../ui/icon.tsx'
import { later } from '../ui/later.tsx'
import classes from './room.module.css'
import type { RoundEngine } from './round-engine.ts'
import { useRound } from './use-round.ts'
import { useTakeLead } from './use-take-lead.ts'
import { useWords } from './use-words.ts'

const PassLead = later(() => import('./pass-lead.tsx').then(({ PassLead }) => PassLead))
const ChangeRoles = later(() => import('./change-roles.tsx').then(({ ChangeRoles }) => ChangeRoles))

interface ControlsProps {
  engine: RoundEngine
  names: ReadonlyMap<string, string>
  personId: string
  screen: Screen
  hasPassed: boolean
  onPass: () => void
  /** What this device can do besides: sound, table view. */
  more: readonly Act[]
}

export interface Act {
  label: string
  run: () => void
}

/** What somebody can do now: the lead leads, everybody may stop the clock; whose case it is has two buttons while she listens. */
export function Controls({ engine, names, personId, screen, hasPassed, onPass, more }: ControlsProps) {
  const { t } = useTranslation('supervision')
  const { words } = useWords()
  const confirm = useConfirm()
  const take = useTakeLead(engine, names, personId)
  const { state } = useRound(engine)
  const [isOpen, setOpen] = useState(false)
  const [dialog, setDialog] = useState<'lead' | 'roles'>()
  const closeDialog = () => setDialog(undefined)
  const { phase, next, previous, isLead, isQuiet } = screen
  const record = (happening: RoundHappening) => engine.record(happening, personId)
  const isPaused = state.status === 'paused'
  const canResume = isPaused && engine.may({ kind: 'resumed' }, personId)

  const goTo = (to: string) => record({ kind: 'advanced', from: phase.id, to })
  const end = async () => {
    if (await confirm({ title: t('endTitle'), text: t('endText'), action: t('end') })) record({ kind: 'ended' })
  }
  const timeOut = { label: t('timeOut'), run: () => record({ kind: 'paused', reason: 'timeOut' }) }
  const minute = { label: t('minute'), run: () => record({ kind: 'extended', phase: phase.id, minutes: 1 }) }
  const leave = { label: t('leave'), run: () => record({ kind: 'left', personId }) }
  const leading: Act[] = [
    ...(previous ? [{ label: t('back', { phase: words(previous.name) }), run: () => goTo(previous.id) }] : []),
    ...(isPaused ? [] : [timeOut]),
    { label: t('lead.pass'), run: () => setDialog('lead') },
    { label: t('roles.change'), run: () => setDialog('roles') },
    ...(next ? [{ label: t('end'), run: () => void end() }] : []),
  ]
  const following: Act[] = take
    ? [...(screen.canAdd ? [minute] : []), { label: t('lead.take'), run: () => void take() }]
    : []
  const others = [...(isLead ? leading : following), ...more, ...(screen.role === null ? [] : [leave])]

  return (
    <section className={classes.controls} aria-label={t('controls')}>
      {isOpen && !isQuiet && (
        <div className={classes.others}>
          {others.map(({ label, run }) => (
            <Button key={label} variant="subtle" justify="start" onClick={() => [setOpen(false), run()]}>
              {label}
            </Button>
          ))}
        </div>
      )}
      {canResume && (
        <Button size="lg" leftSection={<Icon of={IconPlayerPlay} />} onClick={() => record({ kind: 'resumed' })}>
          {t('resume')}
        </Button>
      )}
      {isLead && !isPaused && (
        <Button
          size="lg"
          rightSection={next && <Icon of={IconArrowRight} />}
          onClick={() => (next ? goTo(next.id) : void end())}
        >
          {next ? t('next', { phase: words(next.name) }) : t('end')}
        </Button>
      )}
      <div className={classes.row}>
        {isLead ? (
          <>
            {screen.canAdd && (
              <Button variant="default" onClick={minute.run}>
                {minute.label}
              </Button>
            )}
            {!isPaused && (
              <Button
                variant="default"
                leftSection={<Icon of={IconPlayerPause} />}
                onClick={() => record({ kind: 'paused', reason: 'pause' })}
              >
                {t('pause')}
              </Button>
            )}
          </>
        ) : (
          screen.role !== null && (
            <>
              {!hasPassed && (
                <Button variant="default" onClick={onPass}>
                  {t('pass')}
                </Button>
              )}
              {!isPaused && (
                <Button variant="default" leftSection={<Icon of={IconHandStop} />} onClick={timeOut.run}>
                  {timeOut.label}
                </Button>
              )}
            </>
          )
        )}
        {!isQuiet && (
          <Button
            variant="subtle"
            aria-expanded={isOpen}
            rightSection={<Icon of={isOpen ? IconChevronDown : IconChevronUp} />}
            onClick={() => setOpen(!isOpen)}
          >
            {t('more')}
          </Button>
        )}
      </div>
      {isLead && dialog === 'lead' && (
        <PassLead engine={engine} names={names} personId={personId} onClose={closeDialog} onMissing={closeDialog} />
      )}
      {isLead && dialog === 'roles' && (
        <ChangeRoles engine={engine} names={names} personId={personId} onClose={closeDialog} onMissing={closeDialog} />
      )}
    </section>
  )
}
