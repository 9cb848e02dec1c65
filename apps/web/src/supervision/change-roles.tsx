import { Button, Group, Modal, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundDialogProps } from './pass-lead.tsx'
import { useRound } from './use-round.ts'
import { useWords } from './use-words.ts'

/** Somebody fell ill, or two have swapped: who has which role from now on. */
export function ChangeRoles({ engine, names, personId, onClose }: RoundDialogProps) {
  const { t } = useTranslation('supervision')
  const { words } = useWords()
  const { roles } = useRound(engine).state
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const options = engine.setup.protocol.roles.map(({ id, name }) => ({ value: id, label: words(name) }))
  const save = () => {
    for (const [id, role] of chosen)
      if (roles.get(id) !== role) engine.record({ kind: 'roleChanged', personId: id, role }, personId)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('roles.title')}>
      <Stack gap="sm">
        {[...roles].map(([id, role]) => (
          <NativeSelect
            key={id}
            label={names.get(id)}
            data={options}
            value={chosen.get(id) ?? role}
            onChange={({ currentTarget }) => setChosen(new Map(chosen).set(id, currentTarget.value))}
          />
        ))}
        <Group justify="flex-end" mt="sm">
          <Button onClick={save}>{t('roles.save')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
