import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { IconArrowsShuffle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { WhoseTurn_NetworkFragment } from '../generated/graphql.ts'
import { Fact } from '../ui/facts.tsx'
import { later } from '../ui/later.tsx'

const Turns = later(() => import('./turns.tsx').then(({ Turns }) => Turns), <p>…</p>)

const fragment: TypedDocumentNode<WhoseTurn_NetworkFragment> = gql`
  fragment WhoseTurn_network on Network {
    id
    viewerCanBeginRound
    openRound {
      id
    }
  }
`

/** Whose case it is next, as the turn order has it: of those who come, who has had none, or had hers longest ago. */
export function WhoseTurn({ network }: { network: FragmentType<WhoseTurn_NetworkFragment> }) {
  const { data } = useSuspenseFragment({ fragment, from: network })
  const { id, viewerCanBeginRound, openRound } = data
  const { t } = useTranslation('supervision/rounds')
  const begin = (
    <Button component={Link} to={`/networks/${id}/rounds/new`} variant="default">
      {t('begin')}
    </Button>
  )
  return (
    <Fact label={t('turn')} icon={IconArrowsShuffle} action={viewerCanBeginRound && !openRound && begin}>
      <Turns networkId={id} />
    </Fact>
  )
}
WhoseTurn.fragment = fragment
