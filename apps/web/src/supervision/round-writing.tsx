import { useTranslation } from 'react-i18next'
import { UnlockInPlace } from '../account/unlock-in-place.tsx'
import type { Silence } from './shown-writing.tsx'
import { SilentWriting } from './silent-writing.tsx'

/** What is written in silence, before and after it is shown. Stands in the room, which goes on without keys. */
export function RoundWriting({ viewerId, ...silence }: Silence & { viewerId: string }) {
  const { t } = useTranslation('supervision/sealed')
  const { isRevealed } = silence
  return (
    <UnlockInPlace
      personId={viewerId}
      action={t(isRevealed ? 'writing.read' : 'writing.here')}
      otherwise={t(isRevealed ? 'writing.aloud' : 'writing.paper')}
    >
      {(room, vault) => <SilentWriting room={room} vault={vault} viewerId={viewerId} {...silence} />}
    </UnlockInPlace>
  )
}
