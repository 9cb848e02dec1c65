import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useVaultStatus, type Vault } from './vault.ts'

/** Says why nothing is sent or fetched although the vault is open; nothing where all is well. */
export function DoubtNews({ vault }: { vault: Vault }) {
  const { t } = useTranslation('account/keys')
  const { doubt } = useVaultStatus(vault)
  return doubt && <Alert color="rose">{t(`doubt.${doubt}`)}</Alert>
}
