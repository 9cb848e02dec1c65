import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { localDate } from '@lederkreds/domain/day'
import { keptAfterClosing, lastDayAfterClosing } from '@lederkreds/domain/networks/closing'
import { Alert, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type {
  EndNetwork_NetworkFragment,
  EndNetworkMutation,
  EndNetworkMutationVariables,
} from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import { useDates } from '../ui/use-dates.ts'
import classes from './closing.module.css'

const fragment: TypedDocumentNode<EndNetwork_NetworkFragment> = gql`
  fragment EndNetwork_network on Network {
    id
    name
    state
    version
    forgetsAfter
    viewerCanEnd
    currentSeason {
      id
      decision {
        id
        choice
        on
      }
    }
  }
`

const endNetwork: TypedDocumentNode<EndNetworkMutation, EndNetworkMutationVariables> = gql`
  mutation EndNetwork($id: ID!, $version: Int!) {
    endNetwork(id: $id, version: $version) {
      __typename
      ... on Network {
        id
        state
        version
      }
    }
  }
`

const today = () => localDate(new Date())

/** What becomes of everything when the network closes, and when; whoever keeps it can close it once that was decided. */
export function EndNetwork({ network }: { network: FragmentType<EndNetwork_NetworkFragment> }) {
  const { id, name, state, version, forgetsAfter, viewerCanEnd, currentSeason } = useSuspenseFragment({
    fragment,
    from: network,
  }).data
  const { t } = useTranslation('meetings/closing')
  const dates = useDates()
  const confirm = useConfirm()
  const [send, { loading }] = useMutation(endNetwork, { refetchQueries: ['ClosingPage'] })
  const decision = currentSeason?.decision
  const waits = decision?.choice === 'end' && state !== 'closed' && decision.on > today() ? decision.on : null
  const close = async () => {
    const question = {
      title: t('end.closeTitle', { network: name }),
      text: t('end.closeText', { day: dates.date(lastDayAfterClosing(today())) }),
      action: t('end.close'),
      tone: 'harm' as const,
    }
    if (!(await confirm(question))) return
    const { data } = await send({ variables: { id, version } }).catch(() => ({ data: undefined }))
    const answer = data?.endNetwork.__typename
    if (answer === 'Network') return notify({ text: t('end.done') })
    notify({
      text: t(`refusal.${answer === 'EndNotDecided' || answer === 'Stale' ? answer : 'unknown'}`),
      tone: 'failed',
    })
  }
  const rows = [
    { id: 'meetings', what: t('end.meetings'), when: t('end.meetingsWhen') },
    {
      id: 'shared',
      what: t('end.shared'),
      when: forgetsAfter
        ? t('end.sharedOn', { day: dates.date(forgetsAfter) })
        : t('end.sharedAfter', { count: keptAfterClosing }),
    },
    { id: 'own', what: t('end.own'), when: t('end.ownWhen') },
    { id: 'participation', what: t('end.participation'), when: t('end.participationWhen') },
  ]
  return (
    <Section title={t(state === 'closed' ? 'end.closed' : 'end.title')}>
      {forgetsAfter && (
        <Alert color="gray" title={t('end.sharedOn', { day: dates.date(forgetsAfter) })}>
          {t('end.keep')}
        </Alert>
      )}
      <DataTable
        caption={t('end.table')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { id: 'what', header: t('end.what'), names: true, cell: ({ what }) => what },
          { id: 'when', header: t('end.when'), cell: ({ when }) => when },
        ]}
      />
      {!forgetsAfter && <p className={classes.text}>{t('end.keep')}</p>}
      {waits && <p className={classes.text}>{t('end.waits', { day: dates.date(waits) })}</p>}
      {viewerCanEnd && (
        <div>
          <Button color="rose" variant="outline" loading={loading} onClick={() => void close()}>
            {t('end.close')}
          </Button>
        </div>
      )}
    </Section>
  )
}
EndNetwork.fragment = fragment
