import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Button, Paper } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  RemoveKeyWrapMutation,
  RemoveKeyWrapMutationVariables,
  WaysIn_ViewerFragment,
} from '../generated/graphql.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { notify } from '../ui/notices.tsx'
import { Section } from '../ui/page.tsx'
import classes from './account.module.css'
import { ChangeWayIn, type WayChange } from './change-way-in.tsx'
import { fetchKeyring } from './keyring.ts'
import { useStepUp } from './step-up.tsx'
import { useFaults } from './use-faults.ts'
import type { Vault } from './vault.ts'
import type { KeptWrap } from './vault-store.ts'
import { canUsePasskeys } from './webauthn.ts'

const fragment: TypedDocumentNode<WaysIn_ViewerFragment> = gql`
  fragment WaysIn_viewer on Viewer {
    id
    passkeys {
      id
      name
    }
  }
`

const removeKeyWrap: TypedDocumentNode<RemoveKeyWrapMutation, RemoveKeyWrapMutationVariables> = gql`
  mutation RemoveKeyWrap($id: ID!) {
    removeKeyWrap(id: $id) {
      __typename
    }
  }
`

interface WaysInProps {
  viewer: FragmentType<WaysIn_ViewerFragment>
  vault: Vault
}

/** What opens one's keys, and the way to another passphrase, another code, one more passkey or one less. */
export function WaysIn({ viewer, vault }: WaysInProps) {
  const { passkeys } = useSuspenseFragment({ fragment, from: viewer }).data
  const { t } = useTranslation('account/keys')
  const confirm = useConfirm()
  const stepUp = useStepUp()
  const faults = useFaults()
  const [remove] = useMutation(removeKeyWrap)
  const [wraps, setWraps] = useState<readonly KeptWrap[]>([])
  const [change, setChange] = useState<WayChange>()
  const look = () => vault.keyring().then((keyring) => setWraps(keyring?.wraps ?? []))
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at anew when a change is done
  useEffect(() => {
    void look()
  }, [vault, change])

  const nameOf = (id: string | null) => passkeys.find((passkey) => passkey.id === `Passkey_${id}`)?.name ?? t('passkey')
  const takeAway = async (wrap: KeptWrap) => {
    const name = nameOf(wrap.passkeyId)
    const question = { title: t('settings.removeTitle', { name }), text: t('settings.removeText') }
    if (!(await confirm({ ...question, action: t('settings.removePasskey'), tone: 'harm' }))) return
    try {
      const answer = await stepUp(() => remove({ variables: { id: `KeyWrap_${wrap.id}` } }))
      const result = answer?.data?.removeKeyWrap.__typename
      if (!result) return
      if (result !== 'Viewer') return notify({ text: faults(result), tone: 'failed' })
      await vault.changeWraps((wraps) => wraps.filter(({ id }) => id !== wrap.id))
      await vault.takeKeyring(await fetchKeyring(vault.personId))
      await look()
      notify({ text: t('settings.removed') })
    } catch (fault) {
      notify({ text: faults(fault), tone: 'failed' })
    }
  }

  if (change) return <ChangeWayIn vault={vault} change={change} wraps={wraps} onClose={() => setChange(undefined)} />
  const hasPassphrase = wraps.some(({ kind }) => kind === 'passphrase')
  return (
    <Section title={t('settings.ways')}>
      <Paper>
        <ul className={classes.rows}>
          <li>
            <span className={classes.name}>{t('passphrase')}</span>
            <Button variant="default" onClick={() => setChange('passphrase')}>
              {t(hasPassphrase ? 'settings.changePassphrase' : 'settings.addPassphrase')}
            </Button>
          </li>
          {wraps
            .filter(({ kind }) => kind === 'passkey')
            .map((wrap) => (
              <li key={wrap.id}>
                <div className={classes.what}>
                  <span className={classes.name}>{nameOf(wrap.passkeyId)}</span>
                  <span className={classes.quiet}>{t('passkey')}</span>
                </div>
                <Button
                  variant="subtle"
                  color="rose"
                  aria-label={t('settings.removePasskeyOf', { name: nameOf(wrap.passkeyId) })}
                  onClick={() => void takeAway(wrap)}
                >
                  {t('settings.removePasskey')}
                </Button>
              </li>
            ))}
          <li>
            <span className={classes.name}>{t('recoveryCode')}</span>
            <Button variant="default" onClick={() => setChange('recoveryCode')}>
              {t('settings.newCode')}
            </Button>
          </li>
        </ul>
      </Paper>
      {canUsePasskeys() && (
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setChange('passkey')}>
            {t('settings.addPasskey')}
          </Button>
        </div>
      )}
      <p className={classes.quiet}>{t('settings.wordsText')}</p>
    </Section>
  )
}
WaysIn.fragment = fragment
