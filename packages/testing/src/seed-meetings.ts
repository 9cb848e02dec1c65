import type { SeasonChoice } from '@lederkreds/domain/meetings/season-decision'
import type { Seed, SeededMeeting, SeededNetwork, SeededPerson } from './seed.ts'

type Rhythm = { from: string; until: string; everyWeeks: number; weekday: number; startTime: string; minutes: number }

type MeetingOptions = {
  startsAt: Date
  minutes?: number
  place?: string
  link?: string
  attended?: (index: number) => boolean | null
  rsvp?: (index: number) => 'coming' | 'regrets' | null
}

/** A season's row; its meetings are added one by one. */
export function addSeason(
  seed: Seed,
  network: SeededNetwork,
  { from, until, everyWeeks, weekday, startTime, minutes }: Rhythm,
  number = 1,
): string {
  const id = seed.id()
  seed.add('season', {
    id,
    network_id: network.id,
    number,
    from_day: from,
    until_day: until,
    every_weeks: everyWeeks,
    weekday,
    start_time: startTime,
    minutes,
  })
  return id
}

/** What was decided at the end of a season, and from which day. */
export function addDecision(
  seed: Seed,
  network: SeededNetwork,
  seasonId: string,
  { choice, on, by }: { choice: SeasonChoice; on: string; by: SeededPerson },
) {
  seed.add('season_decision', {
    season_id: seasonId,
    network_id: network.id,
    choice,
    on_day: on,
    decided_by_id: by.id,
  })
}

export function addMeeting(
  seed: Seed,
  network: SeededNetwork,
  { startsAt, minutes = 150, place = '', link = '', attended = () => null, rsvp = () => null }: MeetingOptions,
  seasonId: string | null = null,
): SeededMeeting {
  const id = seed.id()
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000)
  seed.add('meeting', {
    id,
    network_id: network.id,
    season_id: seasonId,
    starts_at: startsAt,
    ends_at: endsAt,
    place,
    link,
  })
  network.members.forEach((person, index) => {
    seed.add('attendance', {
      meeting_id: id,
      person_id: person.id,
      network_id: network.id,
      rsvp: rsvp(index),
      rsvp_at: rsvp(index) === null ? null : seed.now,
      attended: attended(index),
      noticed_sequence: 0,
    })
  })
  return { id, startsAt, endsAt }
}
