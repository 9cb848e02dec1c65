import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { notFound } from '../root.tsx'
import type { KeptRound } from './kept-rounds.ts'
import { LiveFrame } from './live-frame.tsx'
import { openRound } from './open-round.ts'
import { RoundEnd } from './round-end.tsx'
import { Stays } from './stays.tsx'
import { TableRoom } from './table-room.tsx'
import { liveKey, useLiveRound } from './use-live-round.ts'

export const handle = { isBare: true }

export const loader = ({ params }: LoaderFunctionArgs) => openRound(params.roundId ?? '')

/** A round on the one phone that lies on the table. */
export function Component() {
  const kept = useLoaderData<typeof loader>()
  if (!kept.about.takesPart) return notFound()
  return <Table key={liveKey(kept)} kept={kept} />
}

function Table({ kept }: { kept: KeptRound }) {
  const { t } = useTranslation('supervision')
  const { about } = kept
  const { engine, names } = useLiveRound(kept)
  const stays = <Stays about={about} names={names} />
  return (
    <LiveFrame engine={engine} back={{ to: `/rounds/${about.roundId}`, label: t('table.own') }}>
      <TableRoom
        engine={engine}
        names={names}
        personId={about.viewerId}
        end={<RoundEnd engine={engine} stays={stays} />}
      />
    </LiveFrame>
  )
}
