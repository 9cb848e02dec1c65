import { gql, type TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PasskeyOpenerQuery, PasskeyOpenerQueryVariables } from '../generated/graphql.ts'
import { CardSkeleton } from '../ui/skeletons.tsx'
import classes from './account.module.css'
import { plainId } from './keyring.ts'
import { NewPasskey } from './new-passkey.tsx'
import { askPasskey } from './prf.ts'
import { useFaults } from './use-faults.ts'
import type { Opener } from './vault-desk.ts'

const query: TypedDocumentNode<PasskeyOpenerQuery, PasskeyOpenerQueryVariables> = gql`
  query PasskeyOpener {
    viewer {
      id
      passkeys {
        id
        credentialId
      }
    }
  }
`

interface PasskeyOpenerProps {
  problem?: string | undefined
  /** Passkeys that unlock already. */
  except?: readonly string[]
  onShown: (opener: Opener) => Promise<unknown>
  /** The device shows the passkey, but cannot unlock with it. */
  onUnable: () => void
}

/** Takes one of her passkeys as a way in; whoever has none makes one first. */
export function PasskeyOpener({ problem, except = [], onShown, onUnable }: PasskeyOpenerProps) {
  const { t } = useTranslation('account/keys')
  const faults = useFaults()
  const viewer = useQuery(query).data?.viewer
  const [making, setMaking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  if (!viewer) return <CardSkeleton lines={2} />
  if (making) return <NewPasskey onDone={() => setMaking(false)} />

  const passkeys = viewer.passkeys.map(({ id, credentialId }) => ({ passkeyId: plainId(id), credentialId }))
  const fresh = passkeys.filter(({ passkeyId }) => !except.includes(passkeyId))
  const show = async () => {
    setBusy(true)
    setFault(undefined)
    try {
      const opener = await askPasskey(fresh)
      if (opener) await onShown(opener)
      else onUnable()
    } catch (error) {
      setFault(faults(error, 'passkey'))
    }
    setBusy(false)
  }
  return (
    <div className={classes.form}>
      <p className={classes.quiet}>{t(fresh.length > 0 ? 'make.passkeyLead' : 'make.passkeyFirst')}</p>
      {(fault ?? problem) && <Alert color="rose">{fault ?? problem}</Alert>}
      <div className={classes.buttons}>
        {fresh.length > 0 ? (
          <Button loading={busy} onClick={() => void show()}>
            {t('make.passkeyUse')}
          </Button>
        ) : (
          <Button onClick={() => setMaking(true)}>{t('make.passkeyMake')}</Button>
        )}
      </div>
    </div>
  )
}
