import { Button, Modal, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RoundEngine } from './round-engine.ts'
import { useRound } from './use-round.ts'

export interface RoundDialogProps {
  engine: RoundEngine
  names: ReadonlyMap<string, string>
  personId: string
  onClose: () => void
}

/** Whoever leads chooses who goes on: one press. */
export function PassLead({ engine, names, personId, onClose }: RoundDialogProps) {
  const { t } = useTranslation('supervision')
  const { roles, away, leadId } = useRound(engine).state
  const { facilitatorId } = engine.setup
  const others = new Set([...roles.keys(), ...(facilitatorId ? [facilitatorId] : [])])
  const passTo = (to: string) => {
    engine.record({ kind: 'leadPassed', personId: to }, personId)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('lead.passTitle')}>
      <Stack gap="sm">
        {[...others]
          .filter((id) => id !== leadId && !away.has(id))
          .map((id) => (
            <Button
              key={id}
              variant="default"
              aria-label={t('lead.passTo', { name: names.get(id) ?? '' })}
              onClick={() => passTo(id)}
            >
              {names.get(id)}
            </Button>
          ))}
      </Stack>
    </Modal>
  )
}
