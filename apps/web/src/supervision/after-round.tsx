import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Vault } from '../account/vault.ts'
import type { Room } from '../account/vault-room.ts'
import { Unremembered } from '../ui/unremembered.tsx'
import { NextStep } from './next-step.tsx'
import { Remains } from './remains.tsx'
import { RoundNotes } from './round-notes.tsx'
import classes from './sealed.module.css'
import { type RoundPlace, useRoundItems } from './use-round-items.ts'

interface AfterRoundProps {
  room: Room
  vault: Vault
  place: RoundPlace
}

/** What a round leaves: notes as they were agreed on, and a next step. Stands below the vault's gate. */
export function AfterRound({ room, vault, place }: AfterRoundProps) {
  const { t } = useTranslation('supervision/sealed')
  const shared = useRoundItems(room, place.roundId)
  return (
    <Unremembered>
      <div className={classes.after}>
        {shared.isLost && (
          <div className={classes.actions}>
            <p className={classes.quiet} role="alert">
              {t('left.notReached')}
            </p>
            <Button variant="default" onClick={() => void shared.look()}>
              {t('left.again')}
            </Button>
          </div>
        )}
        <RoundNotes room={room} vault={vault} place={place} shared={shared} />
        <NextStep room={room} vault={vault} place={place} shared={shared} />
        {shared.remains && <Remains remains={shared.remains} />}
      </div>
    </Unremembered>
  )
}
