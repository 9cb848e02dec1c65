import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useSuspenseFragment } from '@apollo/client/react'
import { isMethodId, methodOf } from '@lederkreds/domain/toolbox/methods'
import { Button } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OpenRoundCard_NetworkFragment } from '../generated/graphql.ts'
import { Fact } from '../ui/facts.tsx'
import { useWords } from './use-words.ts'

const fragment: TypedDocumentNode<OpenRoundCard_NetworkFragment> = gql`
  fragment OpenRoundCard_network on Network {
    id
    name
    openRound {
      id
      method
      viewerTakesPart
    }
  }
`

interface OpenRoundCardProps {
  network: FragmentType<OpenRoundCard_NetworkFragment>
  /** Where the network is not said elsewhere on the page. */
  isOneOfMany?: boolean
}

/** The round that is under way, for as long as it is; shows nothing otherwise. */
export function OpenRoundCard({ network, isOneOfMany = false }: OpenRoundCardProps) {
  const { name, openRound } = useSuspenseFragment({ fragment, from: network }).data
  const { t } = useTranslation('supervision/rounds')
  const { words } = useWords()
  if (!openRound) return null
  const { id, method, viewerTakesPart } = openRound
  const enter = (
    <Button component={Link} to={`/rounds/${id}`}>
      {t('enter')}
    </Button>
  )
  return (
    <Fact label={t('open')} icon={IconMessages} action={viewerTakesPart && enter}>
      <p>{isMethodId(method) ? words(methodOf(method).name) : method}</p>
      {isOneOfMany && <p>{name}</p>}
      {!viewerTakesPart && <p>{t('notIn')}</p>}
    </Fact>
  )
}
OpenRoundCard.fragment = fragment
