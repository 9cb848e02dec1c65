import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client'
import { useMutation, useSuspenseFragment } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type {
  ArchiveButton_ProtocolFragment,
  ArchiveProtocolMutation,
  ArchiveProtocolMutationVariables,
  RestoreProtocolMutation,
  RestoreProtocolMutationVariables,
} from '../generated/graphql.ts'
import { notify } from '../ui/notices.tsx'

const fragment: TypedDocumentNode<ArchiveButton_ProtocolFragment> = gql`
  fragment ArchiveButton_protocol on Protocol {
    id
    archivedAt
  }
`

const archiveProtocol: TypedDocumentNode<ArchiveProtocolMutation, ArchiveProtocolMutationVariables> = gql`
  mutation ArchiveProtocol($id: ID!) {
    archiveProtocol(id: $id) {
      id
      archivedAt
    }
  }
`

const restoreProtocol: TypedDocumentNode<RestoreProtocolMutation, RestoreProtocolMutationVariables> = gql`
  mutation RestoreProtocol($id: ID!) {
    restoreProtocol(id: $id) {
      id
      archivedAt
    }
  }
`

/** Takes an own method out of the toolbox, and puts it back: nothing is lost either way. */
export function ArchiveButton({ protocol }: { protocol: FragmentType<ArchiveButton_ProtocolFragment> }) {
  const { id, archivedAt } = useSuspenseFragment({ fragment, from: protocol }).data
  const { t } = useTranslation('toolbox')
  const [archive, archiving] = useMutation(archiveProtocol)
  const [restore, restoring] = useMutation(restoreProtocol)
  const isOut = archivedAt !== null
  const change = async () => {
    try {
      await (isOut ? restore : archive)({ variables: { id } })
      notify({ text: t(isOut ? 'own.wasRestored' : 'own.wasArchived') })
    } catch {
      notify({ text: t('own.failed'), tone: 'failed' })
    }
  }
  return (
    <Button
      variant="subtle"
      color="gray"
      loading={archiving.loading || restoring.loading}
      onClick={() => void change()}
    >
      {t(isOut ? 'own.restore' : 'own.archive')}
    </Button>
  )
}
ArchiveButton.fragment = fragment
