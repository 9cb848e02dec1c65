import { gql, type TypedDocumentNode } from '@apollo/client'
import { type RoundSetup, reduceRound } from '@lederkreds/domain/supervision/round'
import { client } from '../apollo.ts'
import { isUnreachable } from '../apollo-links.ts'
import { fresh } from '../fresh.ts'
import type { OpenRoundQuery, OpenRoundQueryVariables } from '../generated/graphql.ts'
import { lastPerson } from '../last-person.ts'
import { whileReached } from '../reach.ts'
import { notFound } from '../root.tsx'
import { forgetRound, type KeptRound, keepAbout, keptRound, logOf, type RoundAbout } from './kept-rounds.ts'
import { eventOf } from './round-line.ts'

const query: TypedDocumentNode<OpenRoundQuery, OpenRoundQueryVariables> = gql`
  query OpenRound($id: ID!) {
    viewer {
      id
      name
    }
    node(id: $id) {
      ... on Round {
        id
        protocol
        stays
        staysUntil
        viewerTakesPart
        now
        network {
          id
          name
          members {
            id
            isConvenor
            isViewer
            person {
              id
              name
            }
          }
        }
        lead {
          id
          name
        }
        facilitator {
          id
          name
        }
        people {
          role
          person {
            id
            name
          }
        }
        events {
          id
          seq
          clock
          at
          by
          kind
          detail
        }
      }
    }
  }
`

/** A round as the server has it; without a server as this device kept it. Throws not-found where neither shows it. */
export async function openRound(roundId: string): Promise<KeptRound> {
  try {
    const asked = Date.now()
    const { data } = await whileReached(client.query({ query, variables: { id: roundId }, ...fresh }))
    const viewer = data?.viewer ?? notFound()
    const round = data?.node?.__typename === 'Round' ? data.node : await gone(roundId)
    const ahead = Date.parse(round.now) - (asked + Date.now()) / 2
    const events = round.events.map(eventOf)
    const about = withLead(aboutOf(round, viewer, ahead), events, round.network.members)
    const unsent = await keepNow(about, events).catch(() => [])
    return { about, events, unsent }
  } catch (fault) {
    const kept = isUnreachable(fault) ? await keptRound(roundId).catch(() => null) : null
    if (kept && isMine(kept.about)) return kept
    throw fault
  }
}

/**
 * What is still to be handed in is looked at last: the page that was here before may have gone on while this one asked. Of
 * a round that is over nothing else is kept.
 */
async function keepNow(about: RoundAbout, events: KeptRound['events']): Promise<KeptRound['unsent']> {
  await keepAbout(about)
  await logOf(about.roundId).keep(events)
  const unsent = (await keptRound(about.roundId))?.unsent ?? []
  const isOver = reduceRound(about.setup, events).status === 'ended'
  if (isOver && unsent.length === 0) await forgetRound(about.roundId)
  return unsent
}

/** Whoever is signed in does not see it, or not any more: then nothing of it stays here. */
async function gone(roundId: string): Promise<never> {
  await forgetRound(roundId).catch(() => {})
  return notFound()
}

const isMine = ({ viewerId }: RoundAbout): boolean => viewerId === `Person_${lastPerson()}`

type Answer = OpenRoundQuery
type Round = Extract<NonNullable<Answer['node']>, { __typename: 'Round' }>

function aboutOf(round: Round, viewer: NonNullable<Answer['viewer']>, ahead: number): RoundAbout {
  const { lead, facilitator, network } = round
  const people = round.people.map(({ person, role }) => ({ personId: person.id, role }))
  const convenor = network.members.find(({ isConvenor }) => isConvenor)
  const leading = [lead, ...(facilitator ? [facilitator] : []), ...(convenor ? [convenor.person] : [])]
  const named = [...round.people.map(({ person }) => person), ...leading, viewer]
  return {
    roundId: round.id,
    viewerId: viewer.id,
    takesPart: round.viewerTakesPart,
    isConvenor: convenor?.isViewer ?? false,
    networkId: network.id,
    networkName: network.name,
    stays: round.stays,
    staysUntil: round.staysUntil,
    // The server takes a round's protocol from its own list.
    setup: {
      protocol: round.protocol as RoundSetup['protocol'],
      people,
      leadId: lead.id,
      facilitatorId: facilitator?.id ?? null,
    },
    names: new Map(named.map(({ id, name }) => [id, name])),
    ahead,
  }
}

/** Who leads by now can have taken it as the convenor that she was then, without a role: she is named like the others. */
function withLead(about: RoundAbout, events: KeptRound['events'], members: Round['network']['members']): RoundAbout {
  const { leadId } = reduceRound(about.setup, events)
  const lead = members.find(({ person }) => person.id === leadId)?.person
  return lead ? { ...about, names: new Map([...about.names, [lead.id, lead.name]]) } : about
}
