import { idOf, type TurnRole } from '@lederkreds/domain/supervision/turn'
import type { PlannedRound } from '@lederkreds/domain/supervision/turn-plan'
import type { Protocol } from '@lederkreds/domain/toolbox/protocol'
import { NativeSelect, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Casting, swapped } from './casting.ts'
import { useWords } from './use-words.ts'

interface RoleFieldsProps {
  protocol: Protocol
  casting: Casting
  /** Everybody who is here, by name. */
  present: ReadonlyMap<string, string>
  /** What was proposed, to tell why of those who are still there. */
  proposed: PlannedRound | null
  onChange: (casting: Casting) => void
}

/** Who has which role: as the turn order proposes, and as the group would rather have it. */
export function RoleFields({ protocol, casting, present, proposed, onChange }: RoleFieldsProps) {
  const { t } = useTranslation('supervision/begin')
  const { words, list } = useWords()
  const { roles, leadId, timekeeperId } = casting
  const { t: turns } = useTranslation('supervision/turns')
  const why = (role: TurnRole, personId: string | null) =>
    proposed && personId && idOf(proposed, role) === personId ? turns(`reason.${proposed.reasons[role]}`) : undefined
  const turnOf = (role: string) =>
    role === protocol.focusRole ? 'focus' : role === protocol.leadRole ? 'supervisor' : undefined
  const nameOf = (id: string) => present.get(id) ?? ''
  const options = [...present].map(([value, label]) => ({ value, label }))
  const inIt = options.filter(({ value }) => roles.some(({ personId }) => personId === value))
  const left = options.filter((option) => !inIt.includes(option))
  const counted = new Set(protocol.roles.filter(({ count }) => typeof count === 'number').map(({ id }) => id))
  const open = protocol.roles.find(({ id }) => !counted.has(id))
  const rest = roles.filter(({ role }) => role === open?.id).map(({ personId }) => nameOf(personId))

  return (
    <Stack gap="md">
      {roles
        .filter(({ role }) => counted.has(role))
        .map(({ personId, role }, place) => (
          <NativeSelect
            description={turnOf(role) && why(turnOf(role) ?? 'focus', personId)}
            // biome-ignore lint/suspicious/noArrayIndexKey: a place of a role is its place in the list
            key={`${role}-${place}`}
            label={words(protocol.roles.find(({ id }) => id === role)?.name ?? { da: role, en: role })}
            data={options}
            value={personId}
            onChange={({ currentTarget }) => onChange(swapped(casting, protocol, personId, currentTarget.value))}
          />
        ))}
      {open && rest.length > 0 && (
        <p>
          <strong>{words(open.name)}:</strong> {list(rest)}
        </p>
      )}
      {left.length > 0 && <p>{t('roles.left', { names: list(left.map(({ label }) => label)) })}</p>}
      {protocol.leadRole === null && (
        <NativeSelect
          label={t('roles.lead')}
          data={inIt}
          value={leadId}
          onChange={({ currentTarget }) => onChange({ ...casting, leadId: currentTarget.value })}
        />
      )}
      <NativeSelect
        label={t('roles.timekeeper')}
        description={[t('roles.timekeeperHint'), why('timekeeper', timekeeperId)].filter(Boolean).join(' ')}
        data={[{ value: '', label: t('roles.nobody') }, ...inIt]}
        value={timekeeperId ?? ''}
        onChange={({ currentTarget }) => onChange({ ...casting, timekeeperId: currentTarget.value || null })}
      />
    </Stack>
  )
}
