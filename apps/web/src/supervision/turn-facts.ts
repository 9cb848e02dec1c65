import { gql, type TypedDocumentNode } from '@apollo/client'
import type { TurnFacts_MeetingFragment, TurnFacts_NetworkFragment } from '../generated/graphql.ts'

/** What of a network says whose turn it is: who is in it, who is tied to whom, and who has had which role. */
export const networkFacts: TypedDocumentNode<TurnFacts_NetworkFragment> = gql`
  fragment TurnFacts_network on Network {
    id
    methods
    members {
      id
      hasAccepted
      isViewer
      person {
        id
        name
      }
    }
    ties {
      id
      by {
        id
      }
      with {
        id
      }
    }
    seasons(first: 3) {
      edges {
        node {
          id
          from
        }
      }
    }
    rounds(first: 50) {
      edges {
        node {
          id
          startedAt
          endedAt
          meeting {
            id
          }
          lead {
            id
          }
          timekeeper {
            id
          }
          people {
            isFocus
            person {
              id
            }
          }
        }
      }
    }
  }
`

/** What of a meeting says who does what at it: how long it is and how it is planned, who is away, who passes, who has swapped. */
export const meetingFacts: TypedDocumentNode<TurnFacts_MeetingFragment> = gql`
  fragment TurnFacts_meeting on Meeting {
    id
    startsAt
    endsAt
    plannedRounds {
      id
      method
      hasFocus
      protocol {
        id
      }
    }
    attendances {
      id
      rsvp
      rsvpAt
      attended
      person {
        id
      }
    }
    turnPasses {
      id
      at
      person {
        id
      }
    }
    turnSwaps {
      id
      at
      round
      role
      from {
        id
      }
      to {
        id
      }
    }
  }
`
