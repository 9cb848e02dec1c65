import { gql, type TypedDocumentNode } from '@apollo/client'
import type { GroundRulesGate_PendingGroundRulesFragment } from '../generated/graphql.ts'

/** What the gate shows; apart from it, since few who open a network stand before it. */
export const fragment: TypedDocumentNode<GroundRulesGate_PendingGroundRulesFragment> = gql`
  fragment GroundRulesGate_pendingGroundRules on PendingGroundRules {
    id
    networkId
    networkName
    invitedBy
    version
    isChange
    changedKeys
    sections {
      key
      heading
      text
    }
    removed {
      key
      heading
      text
    }
  }
`
