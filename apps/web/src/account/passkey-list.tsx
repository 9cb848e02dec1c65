import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { Button, Paper } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PasskeyList_ViewerFragment } from '../generated/graphql.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Section } from '../ui/page.tsx'
import classes from './account.module.css'
import { NewPasskey } from './new-passkey.tsx'
import { PasskeyRow } from './passkey-row.tsx'
import { canUsePasskeys } from './webauthn.ts'

const fragment: TypedDocumentNode<PasskeyList_ViewerFragment> = gql`
  fragment PasskeyList_viewer on Viewer {
    id
    passkeys {
      id
      ...PasskeyRow_passkey
    }
  }
  ${PasskeyRow.fragment}
`

/** One's passkeys, and the way to another one. */
export function PasskeyList({ viewer }: { viewer: FragmentType<PasskeyList_ViewerFragment> }) {
  const { passkeys } = useSuspenseFragment({ fragment, fragmentName: 'PasskeyList_viewer', from: viewer }).data
  const { t } = useTranslation('account')
  const [adding, setAdding] = useState(false)
  const able = canUsePasskeys()
  const button = able && !adding && <Button onClick={() => setAdding(true)}>{t('passkeys.add')}</Button>
  return (
    <Section title={t('passkeys.title')}>
      {passkeys.length === 0 ? (
        !adding && (
          <EmptyState title={t('passkeys.none')} icon={IconFingerprint} action={button}>
            {t(able ? 'passkeys.lead' : 'passkeys.unsupported')}
          </EmptyState>
        )
      ) : (
        <>
          <p className={classes.quiet}>{t('passkeys.lead')}</p>
          <Paper>
            <ul className={classes.rows}>
              {passkeys.map((passkey) => (
                <PasskeyRow key={passkey.id} passkey={passkey} />
              ))}
            </ul>
          </Paper>
          <div className={classes.buttons}>{button}</div>
        </>
      )}
      {adding && <NewPasskey onDone={() => setAdding(false)} />}
    </Section>
  )
}
PasskeyList.fragment = fragment
