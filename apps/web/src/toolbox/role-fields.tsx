import { protocolLimits, roleSizes } from '@lederkreds/domain/toolbox/own-protocol'
import { Button, NativeSelect, NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ProtocolDraft, type RoleDraft, withoutRole, withRole } from './protocol-draft.ts'
import classes from './protocol-form.module.css'
import { WordsField } from './words-field.tsx'

interface RoleFieldsProps {
  draft: ProtocolDraft
  onChange: (draft: ProtocolDraft) => void
  problemAt: (path: string) => string | undefined
  english: boolean
}

/** Who there is in the method, how many of each, whose case it is and who leads. */
export function RoleFields({ draft, onChange, problemAt, english }: RoleFieldsProps) {
  const { t } = useTranslation('toolbox/editor')
  const nameOf = ({ name }: RoleDraft, index: number) => name.da || t('role.numbered', { number: index + 1 })
  const change = (index: number, part: Partial<RoleDraft>) =>
    onChange({ ...draft, roles: draft.roles.map((role, at) => (at === index ? { ...role, ...part } : role)) })
  const single = draft.roles.flatMap((role, index) =>
    role.size === 'fixed' && role.count === 1 ? [{ value: role.id, label: nameOf(role, index) }] : [],
  )
  const holder = (key: 'focusRole' | 'leadRole') => (
    <NativeSelect
      label={t(`role.${key}`)}
      value={draft[key] ?? ''}
      error={problemAt(key)}
      onChange={({ currentTarget }) => onChange({ ...draft, [key]: currentTarget.value || null })}
      data={[{ value: '', label: t('role.nobody') }, ...single]}
    />
  )
  return (
    <>
      <ul className={classes.roles}>
        {draft.roles.map((role, index) => (
          <li key={role.id} className={classes.role} aria-label={nameOf(role, index)}>
            <WordsField
              label={t('role.name')}
              value={role.name}
              onChange={(name) => change(index, { name })}
              maxLength={40}
              problemAt={(language) => problemAt(`roles.${index}.name.${language}`)}
              english={english}
              required
            />
            <NativeSelect
              label={t('role.size')}
              value={role.size}
              onChange={({ currentTarget }) => change(index, { size: currentTarget.value as RoleDraft['size'] })}
              data={roleSizes.map((value) => ({ value, label: t(`role.${value}`) }))}
            />
            {role.size === 'fixed' && (
              <NumberInput
                label={t('role.count')}
                min={1}
                max={protocolLimits.participants}
                value={role.count}
                error={problemAt(`roles.${index}.count`)}
                onChange={(count) => change(index, { count: Number(count) })}
              />
            )}
            {draft.roles.length > 1 && (
              <Button
                variant="subtle"
                color="gray"
                aria-label={t('removeNamed', { name: nameOf(role, index) })}
                onClick={() => onChange(withoutRole(draft, role.id))}
              >
                {t('remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problemAt('roles') && <p className={classes.problem}>{t('role.problem')}</p>}
      <div>
        <Button
          variant="default"
          disabled={draft.roles.length >= protocolLimits.roles}
          onClick={() => onChange(withRole(draft))}
        >
          {t('role.add')}
        </Button>
      </div>
      <div className={classes.row}>
        {holder('focusRole')}
        {holder('leadRole')}
      </div>
    </>
  )
}
