import { gql, type TypedDocumentNode } from '@apollo/client'
import { useApolloClient, useMutation } from '@apollo/client/react'
import { Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  EraseSealedMutation,
  EraseSealedMutationVariables,
  SealedCountsQuery,
  SealedCountsQueryVariables,
} from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import classes from './account.module.css'
import { countNotes } from './count-notes.ts'
import { useStepUp } from './step-up.tsx'
import { useFaults } from './use-faults.ts'
import type { Vault } from './vault.ts'

const counts: TypedDocumentNode<SealedCountsQuery, SealedCountsQueryVariables> = gql`
  query SealedCounts {
    viewer {
      id
      journal: sealedHeads(kind: journal) {
        id
      }
      notes: sealedHeads(kind: caseNote) {
        id
      }
      drafts: sealedHeads(kind: caseDraft) {
        id
      }
      roundNotes: sealedHeads(kind: roundNote) {
        id
      }
      steps: sealedHeads(kind: nextStep) {
        id
      }
      writings: sealedHeads(kind: roundWriting) {
        id
      }
    }
  }
`

const eraseSealed: TypedDocumentNode<EraseSealedMutation, EraseSealedMutationVariables> = gql`
  mutation EraseSealed {
    eraseSealed {
      items
    }
  }
`

/** Deletes everything that she has sealed, on the server and on this device, after saying how much that is. */
export function EraseSealed({ vault }: { vault: Vault }) {
  const { t } = useTranslation('account/keys')
  const client = useApolloClient()
  const confirm = useConfirm()
  const stepUp = useStepUp()
  const faults = useFaults()
  const [erase] = useMutation(eraseSealed)
  const [busy, setBusy] = useState(false)

  const eraseAll = async () => {
    const { data } = await client.query({ query: counts, fetchPolicy: 'no-cache' })
    const { journal = [] } = data?.viewer ?? {}
    const question = {
      title: t('settings.eraseTitle'),
      text: (
        <>
          <p className={classes.text}>{t('anew.deleted')}</p>
          <ul className={classes.list}>
            <li>{t('anew.journal', { count: journal.length })}</li>
            <li>{t('anew.notes', { count: countNotes(data?.viewer) })}</li>
            <li>{t('anew.feedback')}</li>
            <li>{t('settings.eraseKeys')}</li>
            <li>{t('anew.remembered')}</li>
          </ul>
          <p className={classes.text}>{t('anew.given')}</p>
          <p className={classes.text}>{t('settings.eraseText')}</p>
        </>
      ),
    }
    if (!(await confirm({ ...question, action: t('settings.erase'), tone: 'harm' }))) return
    const erased = (await stepUp(() => erase()))?.data?.eraseSealed
    if (!erased) return
    await vault.forget()
    notify({ text: t('settings.eraseDone') })
  }
  const run = async () => {
    setBusy(true)
    await eraseAll().catch((fault: unknown) => notify({ text: faults(fault), tone: 'failed' }))
    setBusy(false)
  }
  return (
    <Section title={t('settings.erase')}>
      <Paper className={classes.form ?? ''}>
        <p className={classes.text}>{t('settings.eraseLead')}</p>
        <div className={classes.buttons}>
          <Button color="rose" variant="default" loading={busy} onClick={() => void run()}>
            {t('settings.erase')}
          </Button>
        </div>
      </Paper>
    </Section>
  )
}
