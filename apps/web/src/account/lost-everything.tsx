import { gql, type TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { Button, Paper, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LostEverythingQuery, LostEverythingQueryVariables } from '../generated/graphql.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/page.tsx'
import { CardSkeleton } from '../ui/skeletons.tsx'
import classes from './account.module.css'
import { countNotes } from './count-notes.ts'

const query: TypedDocumentNode<LostEverythingQuery, LostEverythingQueryVariables> = gql`
  query LostEverything {
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

interface LostEverythingProps {
  onBack: () => void
  onAnew: () => void
}

/** Before new keys are made because the old ones are lost: what exactly will be gone, and a word to type. */
export function LostEverything({ onBack, onAnew }: LostEverythingProps) {
  const { t } = useTranslation('account/keys')
  const { data, error, refetch } = useQuery(query, { fetchPolicy: 'no-cache' })
  const [typed, setTyped] = useState('')
  const viewer = data?.viewer
  const isSure = typed.trim().toLowerCase() === t('anew.word')
  return (
    <Page title={t('anew.title')} lead={t('anew.lead')} width="read" discreet>
      {error && <ErrorState title="" offline onRetry={() => void refetch()} />}
      {!viewer && !error && <CardSkeleton />}
      {viewer && (
        <Paper
          component="form"
          className={classes.form ?? ''}
          noValidate
          autoComplete="off"
          onSubmit={(event) => [event.preventDefault(), isSure && onAnew()]}
        >
          <div>
            <p className={classes.text}>{t('anew.deleted')}</p>
            <ul className={classes.list}>
              <li>{t('anew.journal', { count: viewer.journal.length })}</li>
              <li>{t('anew.notes', { count: countNotes(viewer) })}</li>
              <li>{t('anew.feedback')}</li>
              <li>{t('anew.keys')}</li>
              <li>{t('anew.remembered')}</li>
            </ul>
          </div>
          <p className={classes.quiet}>{t('anew.given')}</p>
          <p className={classes.quiet}>{t('anew.stays')}</p>
          <TextInput
            label={t('anew.type')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            autoCapitalize="off"
          />
          <div className={classes.buttons}>
            <Button type="submit" color="rose" disabled={!isSure}>
              {t('anew.go')}
            </Button>
            <Button variant="subtle" onClick={onBack}>
              {t('backOne')}
            </Button>
          </div>
        </Paper>
      )}
    </Page>
  )
}
