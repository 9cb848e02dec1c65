import { planSeason } from '@lederkreds/domain/meetings/season'
import { dayAhead } from './day.ts'
import type { Seed, SeededMeeting, SeededNetwork, SeededPerson } from './seed.ts'

type Plan = { weekday: number; startTime: string; back: number; ahead: number; place: string }

/** Meetings every fourth week around today; those that are over were held, with the odd regret. */
export function addDemoSeason(seed: Seed, network: SeededNetwork, { weekday, startTime, back, ahead, place }: Plan) {
  const from = dayAhead(-back, seed.now)
  const until = dayAhead(ahead, seed.now)
  const rhythm = { from, until, everyWeeks: 4, weekday, startTime, minutes: 150 }
  const id = seed.season(network, rhythm)
  planSeason(rhythm as Parameters<typeof planSeason>[0]).meetings.forEach(({ startsAt }, number) => {
    const isOver = new Date(startsAt) < seed.now
    const missing = (index: number) => (index * 7 + number * 3) % 9 === 0
    const meeting = seed.meeting(
      network,
      {
        startsAt: new Date(startsAt),
        place,
        link: number % 3 === 2 ? 'https://teams.example/moede' : '',
        attended: (index) => (isOver ? !missing(index) : null),
        rsvp: (index) => (isOver || index % 2 === 0 ? (missing(index) ? 'regrets' : 'coming') : null),
      },
      id,
    )
    const there = network.members.filter((_, index) => !missing(index))
    if (isOver) holdRounds(seed, network, meeting, there, number)
  })
}

/** Two cases in one meeting, with those who were there; whose case it is goes round. */
function holdRounds(
  seed: Seed,
  network: SeededNetwork,
  meeting: SeededMeeting,
  there: readonly SeededPerson[],
  number: number,
) {
  for (const round of [0, 1]) {
    const turn = (2 * number + round) % there.length
    const beganAt = new Date(meeting.startsAt.getTime() + (20 + 65 * round) * 60_000)
    seed.round(network, {
      method: number < 2 ? 'kollegial-sparring-8-trin' : 'reflekterende-team',
      people: [...there.slice(turn), ...there.slice(0, turn)],
      meeting,
      beganAt,
      endedAt: new Date(beganAt.getTime() + 60 * 60_000),
    })
  }
}
