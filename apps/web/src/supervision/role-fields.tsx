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
  onChange: (casting: Casting) => void
}

/** Who has which role: as the turn order proposes, and as the group would rather have it. */
export function RoleFields({ protocol, casting, present, onChange }: RoleFieldsProps) {
  const { t } = useTranslation('supervision/begin')
  const { words, list } = useWords()
  const { roles, leadId, timekeeperId } = casting
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
        description={t('roles.timekeeperHint')}
        data={[{ value: '', label: t('roles.nobody') }, ...inIt]}
        value={timekeeperId ?? ''}
        onChange={({ currentTarget }) => onChange({ ...casting, timekeeperId: currentTarget.value || null })}
      />
    </Stack>
  )
}
