import { idOf, type TurnRole } from '@lederkreds/domain/supervision/turn'
import type { PlannedRound } from '@lederkreds/domain/supervision/turn-plan'
import { Alert, Button, Group, Modal, NativeSelect, Stack } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { swappable } from './swappable.ts'
import type { TurnsNow } from './use-turns.ts'

interface SwapTurnProps {
  now: TurnsNow
  planned: PlannedRound
  role: TurnRole
  isSaving: boolean
  /** Rounds count from 1 here. Answers why it was not kept, or nothing. */
  save: (toId: string, backRound: number | null) => Promise<string | undefined>
  onClose: () => void
}

/** With whom a role is swapped: those whom the turn order can follow. Who has the same role in another round gives it back. */
export function SwapTurn({ now, planned, role, isSaving, save, onClose }: SwapTurnProps) {
  const { t } = useTranslation('supervision/turns')
  const [refused, setRefused] = useState<string>()
  const options = useMemo(() => swappable(now, planned.round, role), [now, planned.round, role])
  const [toId, setTo] = useState('')
  const chosen = options.find((option) => option.toId === toId)
  const fromId = idOf(planned, role) ?? ''
  const nameOf = (id: string) => now.names.get(id) ?? ''
  const about = { role: t(`role.${role}`).toLocaleLowerCase(), count: planned.round + 1 }

  const send = async () => {
    if (!chosen) return
    const refusal = await save(toId, chosen.backRound === null ? null : chosen.backRound + 1)
    if (refusal === undefined) onClose()
    else setRefused(refusal)
  }

  return (
    <Modal opened onClose={onClose} title={t('swap.title', about)} withCloseButton={false}>
      <Stack gap="md">
        <p>{options.length === 0 ? t('swap.noOne') : t('swap.lead')}</p>
        {options.length > 0 && (
          <NativeSelect
            label={t('swap.with', { name: nameOf(fromId) })}
            data-autofocus
            value={toId}
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
            data={[
              { value: '', label: t('swap.choose'), disabled: true },
              ...options.map((option) => ({ value: option.toId, label: nameOf(option.toId) })),
            ]}
          />
        )}
        {chosen && chosen.backRound !== null && (
          <p role="status">{t('swap.back', { name: nameOf(fromId), count: chosen.backRound + 1 })}</p>
        )}
        {refused && (
          <Alert color="rose" role="alert">
            {refused}
          </Alert>
        )}
      </Stack>
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('swap.cancel')}
        </Button>
        {options.length > 0 && (
          <Button loading={isSaving} disabled={!chosen} onClick={() => void send()}>
            {t('swap.save')}
          </Button>
        )}
      </Group>
    </Modal>
  )
}
