import type { Protocol, ProtocolPhase, ProtocolRole } from '@lederkreds/domain/toolbox/protocol'
import { useTranslation } from 'react-i18next'
import { useLanguage } from './use-language.ts'

/** Who has a role, and who speaks and who listens in a phase, in words. */
export function usePhaseWords({ roles, focusRole, leadRole }: Pick<Protocol, 'roles' | 'focusRole' | 'leadRole'>) {
  const { t } = useTranslation('toolbox')
  const language = useLanguage()
  const nameOf = (id: string) => roles.find((role) => role.id === id)?.name[language] ?? id
  const names = (ids: readonly string[]) => ids.map(nameOf).join(', ')
  return {
    nameOf,
    holders: ({ id, count }: ProtocolRole): string =>
      [
        typeof count === 'number' ? t('role.count', { count }) : t(`role.${count}`),
        ...(id === focusRole ? [t('role.focus')] : []),
        ...(id === leadRole ? [t('role.lead')] : []),
      ].join(', '),
    speaks: ({ speakers, silent }: ProtocolPhase): string | null =>
      speakers.length === 0 ? null : silent.length === 0 && roles.length > 1 ? t('phase.everybody') : names(speakers),
    listens: ({ speakers, silent }: ProtocolPhase): string | null =>
      speakers.length === 0 || silent.length === 0 ? null : names(silent),
  }
}
