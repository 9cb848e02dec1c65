import { hourAhead } from './day.ts'
import type { Seed, SeededNetwork, SeededPerson } from './seed.ts'

/** A season with a meeting in each of its states, and a season that is over in the quiet network. */
export function addWorldMeetings(seed: Seed, network: SeededNetwork, quiet: SeededNetwork, convenor: SeededPerson) {
  const season = seed.season(network, {
    from: '2026-01-05',
    until: '2199-06-01',
    everyWeeks: 4,
    weekday: 1,
    startTime: '13:00',
    minutes: 150,
  })
  seed.decision(network, season, { choice: 'continue', on: '2199-06-02', by: convenor })
  const lastSeason = seed.season(quiet, {
    from: '2026-01-05',
    until: '2026-06-01',
    everyWeeks: 4,
    weekday: 1,
    startTime: '13:00',
    minutes: 150,
  })
  seed.decision(quiet, lastSeason, { choice: 'end', on: '2026-06-02', by: convenor })
  const meetings = {
    planned: seed.meeting(
      network,
      {
        startsAt: hourAhead(seed.now, 24 * 9),
        place: 'Rådhuset',
        link: 'https://video.example/1',
        rsvp: () => 'coming',
      },
      season,
    ),
    over: seed.meeting(
      network,
      { startsAt: hourAhead(seed.now, -24 * 40), place: 'Skolen', rsvp: () => 'coming', attended: () => true },
      season,
    ),
    cancelled: seed.meeting(network, { startsAt: hourAhead(seed.now, 24 * 20) }, season),
  }
  const cancelled = (seed.rows.get('meeting') ?? []).at(-1)
  if (cancelled) cancelled.cancelled_at = seed.now
  return { season, meetings }
}
