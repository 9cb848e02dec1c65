import { gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useQuery } from '@apollo/client/react'
import { defaultReminder, type Reminder } from '@lederkreds/domain/journal/reminder'
import { Alert, NativeSelect, Paper, Switch } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  ChooseReminderMutation,
  ChooseReminderMutationVariables,
  ReminderQuery,
  ReminderQueryVariables,
  StopReminderMutation,
  StopReminderMutationVariables,
} from '../generated/graphql.ts'
import { useLost, useReturn } from '../reach.ts'
import { Seal } from '../ui/seal.tsx'
import { Unremembered } from '../ui/unremembered.tsx'
import classes from './journal.module.css'

const query: TypedDocumentNode<ReminderQuery, ReminderQueryVariables> = gql`
  query Reminder {
    viewer {
      id
      reminder {
        hour
        weekends
        version
      }
    }
  }
`

const chooseReminder: TypedDocumentNode<ChooseReminderMutation, ChooseReminderMutationVariables> = gql`
  mutation ChooseReminder($hour: Int!, $weekends: Boolean!, $version: Int!) {
    chooseReminder(hour: $hour, weekends: $weekends, version: $version) {
      ... on Viewer {
        id
        reminder {
          hour
          weekends
          version
        }
      }
    }
  }
`

const stopReminder: TypedDocumentNode<StopReminderMutation, StopReminderMutationVariables> = gql`
  mutation StopReminder {
    stopReminder {
      id
      reminder {
        hour
      }
    }
  }
`

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}))

/** A mail at an hour of her own choice. The one thing in the journal's settings that the server must know, and says so. */
export function ReminderCard() {
  const { t } = useTranslation('journal')
  const isLost = useLost()
  const { data, refetch, client } = useQuery(query, { fetchPolicy: 'cache-and-network' })
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const [choose, chosen] = useMutation(chooseReminder)
  const [stop, stopped] = useMutation(stopReminder)
  useReturn(() => void refetch().catch(() => {}))
  const [waiting, setWaiting] = useState<Reminder | null>()
  const shown = waiting === undefined ? (data?.viewer?.reminder ?? null) : waiting
  const isOff = isLost || !data?.viewer
  /** What is chosen while an answer is awaited is shown and not lost: it waits, and begins from what that answer leaves. */
  const inLine = (next: Reminder | null, act: () => Promise<unknown>) => {
    setWaiting(next)
    const mine = line.current
      .then(act)
      .catch(() => {})
      .then(() => {
        if (line.current === mine) setWaiting(undefined)
      })
    line.current = mine
  }
  const change = async (changed: Partial<Reminder>) => {
    const now = client.readQuery({ query })?.viewer?.reminder
    const { hour, weekends, version } = now ?? { ...defaultReminder, version: 0 }
    const answer = await choose({ variables: { hour, weekends, version, ...changed } }).catch(() => null)
    if (answer?.data && answer.data.chooseReminder.__typename !== 'Viewer') await refetch().catch(() => {})
  }
  const turn = (isOn: boolean) => inLine(isOn ? defaultReminder : null, () => (isOn ? change({}) : stop()))
  const choosePart = (changed: Partial<Reminder>) =>
    inLine({ ...defaultReminder, ...shown, ...changed }, () => change(changed))
  const isChangedElsewhere = chosen.data !== undefined && chosen.data?.chooseReminder.__typename !== 'Viewer'
  return (
    <Paper className={classes.card ?? ''}>
      <Unremembered>
        <Switch
          label={t('settings.reminder.label')}
          description={t('settings.reminder.text')}
          checked={shown !== null}
          disabled={isOff}
          onChange={({ currentTarget }) => turn(currentTarget.checked)}
        />
        {shown && (
          <>
            <NativeSelect
              label={t('settings.reminder.hour')}
              data={hours}
              value={String(shown.hour)}
              disabled={isOff}
              onChange={({ currentTarget: { value } }) => choosePart({ hour: Number(value) })}
            />
            <Switch
              label={t('settings.reminder.weekends')}
              checked={shown.weekends}
              disabled={isOff}
              onChange={({ currentTarget: { checked } }) => choosePart({ weekends: checked })}
            />
          </>
        )}
      </Unremembered>
      {isLost && <p className={classes.hint}>{t('settings.reminder.lost')}</p>}
      {(chosen.error || stopped.error) && <Alert color="rose">{t('settings.reminder.failed')}</Alert>}
      {isChangedElsewhere && <Alert color="rose">{t('settings.reminder.stale')}</Alert>}
      <Seal reader="server" knows={t('settings.reminder.known')} />
    </Paper>
  )
}
