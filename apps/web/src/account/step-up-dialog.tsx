import { gql, type TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { StepUpDialogQuery, StepUpDialogQueryVariables } from '../generated/graphql.ts'
import { CardSkeleton } from '../ui/skeletons.tsx'
import classes from './account.module.css'
import { CodeSteps } from './code-steps.tsx'
import { PasskeyDoor } from './passkey-door.tsx'

const query: TypedDocumentNode<StepUpDialogQuery, StepUpDialogQueryVariables> = gql`
  query StepUpDialog {
    viewer {
      id
      email
      passkeys {
        id
      }
    }
  }
`

interface StepUpDialogProps {
  opened: boolean
  onAnswer: (confirmed: boolean) => void
}

/** Signing in again as oneself, on top of whatever page one is on. */
export function StepUpDialog({ opened, onAnswer }: StepUpDialogProps) {
  const { t } = useTranslation('account')
  const viewer = useQuery(query).data?.viewer
  const confirmed = () => onAnswer(true)
  return (
    <Modal opened={opened} onClose={() => onAnswer(false)} title={t('stepUp.title')}>
      <div className={classes.form}>
        <p className={classes.quiet}>{t('stepUp.lead')}</p>
        {viewer ? (
          <CodeSteps receiver={{ email: viewer.email }} purpose="confirm" onSignedIn={confirmed}>
            {viewer.passkeys.length > 0 && (
              <>
                <PasskeyDoor purpose="confirm" onSignedIn={confirmed} />
                <p className={classes.or}>{t('signIn.or')}</p>
              </>
            )}
          </CodeSteps>
        ) : (
          <CardSkeleton lines={2} />
        )}
      </div>
    </Modal>
  )
}
