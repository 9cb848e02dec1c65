import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'
import { useConfirm } from '../ui/confirm.tsx'
import type { KeptRound } from './kept-rounds.ts'
import { LiveFrame } from './live-frame.tsx'
import { openRound } from './open-round.ts'
import classes from './room.module.css'
import { Room } from './room.tsx'
import { RoundEnd } from './round-end.tsx'
import { Stays } from './stays.tsx'
import { liveKey, useLiveRound } from './use-live-round.ts'
import { WritingPart } from './writing-part.tsx'

/** Nothing beside it that could draw anybody away. */
export const handle = { isBare: true }

export const loader = ({ params }: LoaderFunctionArgs) => openRound(params.roundId ?? '')

/** A round under way, on everybody's own screen. */
export function Component() {
  const kept = useLoaderData<typeof loader>()
  return <LiveRound key={liveKey(kept)} kept={kept} />
}

function LiveRound({ kept }: { kept: KeptRound }) {
  const { t } = useTranslation('supervision')
  const navigate = useNavigate()
  const { about } = kept
  const { engine, names } = useLiveRound(kept)
  const home = `/networks/${about.networkId}`
  const stays = <Stays about={about} names={names} />
  const confirm = useConfirm()
  const toTable = { label: t('table.open'), run: () => void navigate(`/rounds/${about.roundId}/table`) }
  const callOff = async () => {
    const question = { title: t('callOff.title'), text: t('callOff.text'), action: t('callOff.action') }
    if (await confirm(question)) engine.record({ kind: 'ended' }, about.viewerId)
  }

  return (
    <LiveFrame engine={engine} back={{ to: home, label: about.networkName }}>
      {about.takesPart ? (
        <Room
          engine={engine}
          names={names}
          personId={about.viewerId}
          stays={stays}
          writing={(screen) => <WritingPart engine={engine} about={about} screen={screen} />}
          more={[toTable]}
          instead={{ label: t('callOff.action'), run: () => void callOff() }}
          end={
            <RoundEnd engine={engine} stays={stays} home={{ to: home, label: about.networkName }}>
              <Button component={Link} to={`/rounds/${about.roundId}/after`}>
                {t('over.after')}
              </Button>
            </RoundEnd>
          }
        />
      ) : (
        <div className={classes.plain}>
          <h1>{t('notIn.title')}</h1>
          <p>{t('notIn.text')}</p>
        </div>
      )}
    </LiveFrame>
  )
}
