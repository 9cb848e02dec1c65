import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Alert, Button, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type {
  AcceptGroundRulesMutation,
  AcceptGroundRulesMutationVariables,
  GroundRulesGate_PendingGroundRulesFragment,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'
import { Page } from '../ui/page.tsx'
import classes from './ground-rules-gate.module.css'
import { fragment } from './ground-rules-pending.ts'
import { GroundRulesText } from './ground-rules-text.tsx'
import { useRefusal } from './use-refusal.ts'

const acceptGroundRules: TypedDocumentNode<AcceptGroundRulesMutation, AcceptGroundRulesMutationVariables> = gql`
  mutation AcceptGroundRules($networkId: ID!, $version: Int!) {
    acceptGroundRules(networkId: $networkId, version: $version) {
      __typename
      ... on Network {
        id
        name
      }
    }
  }
`

interface GroundRulesGateProps {
  rules: FragmentType<GroundRulesGate_PendingGroundRulesFragment>
  /** The query of the page behind the gate, asked again when it opens. */
  query: string
}

/** All that a member sees of a network before her yes: its ground rules, what is new in them, and the button. */
export function GroundRulesGate({ rules, query }: GroundRulesGateProps) {
  const { data } = useSuspenseFragment({ fragment, from: rules })
  const { networkId, networkName, invitedBy, version, isChange } = data
  const { t } = useTranslation('networks')
  const refusal = useRefusal()
  const [send, { data: result, loading, error }] = useMutation(acceptGroundRules, {
    refetchQueries: [query],
    awaitRefetchQueries: true,
  })
  const refused =
    result && result.acceptGroundRules.__typename !== 'Network'
      ? result.acceptGroundRules.__typename
      : error && 'unknown'
  const accept = async () => {
    const { data: answer } = await send({ variables: { networkId, version } }).catch(() => ({ data: undefined }))
    if (answer?.acceptGroundRules.__typename === 'Network') {
      scrollTo({ top: 0 })
      notify({ text: t('rules.accepted', { network: networkName }) })
    }
  }
  const words = { network: networkName, name: invitedBy }
  return (
    <Page
      width="read"
      title={isChange ? t('rules.changedTitle') : t('rules.gateTitle', words)}
      lead={isChange ? t('rules.changedLead', words) : t('rules.gateLead', words)}
    >
      {refused && <Alert color="rose" title={refusal(refused)} role="alert" />}
      <Paper>
        <GroundRulesText
          sections={data.sections}
          {...(isChange && { marked: { keys: data.changedKeys, word: t('rules.changed') } })}
        />
        {data.removed.length > 0 && (
          <div className={classes.removed}>
            <h2>{t('rules.gone')}</h2>
            <GroundRulesText sections={data.removed} />
          </div>
        )}
      </Paper>
      <div className={classes.accept}>
        <Button size="lg" loading={loading} onClick={() => void accept()}>
          {t('rules.accept')}
        </Button>
        <p>{t('rules.acceptText')}</p>
      </div>
    </Page>
  )
}
