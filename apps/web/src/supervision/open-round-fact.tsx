import { isMethodId, methodOf } from '@lederkreds/domain/toolbox/methods'
import { Button } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OpenRoundCard_NetworkFragment } from '../generated/graphql.ts'
import { Fact } from '../ui/facts.tsx'
import { useWords } from './use-words.ts'

interface OpenRoundFactProps {
  round: NonNullable<OpenRoundCard_NetworkFragment['openRound']>
  /** The network's name, where it is not said elsewhere on the page. */
  network: string | undefined
}

/** A round under way, and the way in for whoever is in it. */
export function OpenRoundFact({ round: { id, method, viewerTakesPart }, network }: OpenRoundFactProps) {
  const { t } = useTranslation('supervision/rounds')
  const { words } = useWords()
  const enter = (
    <Button component={Link} to={`/rounds/${id}`}>
      {t('enter')}
    </Button>
  )
  return (
    <Fact label={t('open')} icon={IconMessages} action={viewerTakesPart && enter}>
      <p>{isMethodId(method) ? words(methodOf(method).name) : method}</p>
      {network && <p>{network}</p>}
      {!viewerTakesPart && <p>{t('notIn')}</p>}
    </Fact>
  )
}
