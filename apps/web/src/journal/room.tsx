import { gql, type TypedDocumentNode } from '@apollo/client'
import { Anchor } from '@mantine/core'
import type { Remote } from 'comlink'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, useLocation } from 'react-router'
import type { Vault } from '../account/vault.ts'
import { VaultGate } from '../account/vault-gate.tsx'
import { preloadUnlessLost, useKept } from '../apollo.ts'
import type { JournalRoomQuery, JournalRoomQueryVariables } from '../generated/graphql.ts'
import { lastPerson } from '../last-person.ts'
import type { VaultRoom } from '../vault-worker.ts'
import classes from './journal.module.css'
import { type Journal, JournalContext } from './use-journal.ts'

const query: TypedDocumentNode<JournalRoomQuery, JournalRoomQueryVariables> = gql`
  query JournalRoom {
    viewer {
      id
    }
  }
`

export const loader = () => preloadUnlessLost(query)

/** Around every page of the journal: the vault's gate, and help one tap away. */
export function Component() {
  const known = useKept(query)
  const personId = known ? known.viewer?.id : lastPerson()
  if (!personId) return null
  return <VaultGate personId={personId}>{(room, vault) => <OpenJournal room={room} vault={vault} />}</VaultGate>
}

function OpenJournal({ room, vault }: { room: Remote<VaultRoom>; vault: Vault }) {
  const { t } = useTranslation('journal')
  const { pathname } = useLocation()
  const open = useMemo(() => ({ vault, journal: room.journal as unknown as Journal }), [room, vault])
  return (
    <JournalContext value={open}>
      <Outlet />
      {!pathname.endsWith('/help') && (
        <p className={classes.quietLink}>
          <Anchor component={Link} to="/journal/help">
            {t('help.link')}
          </Anchor>
        </p>
      )}
    </JournalContext>
  )
}
