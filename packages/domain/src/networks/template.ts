import { Temporal } from 'temporal-polyfill'
import type { Locale } from '../text.ts'
import { defaultMethods, type MethodId } from '../toolbox/methods.ts'
import type { Rhythm } from './network.ts'

export const templateIds = ['home', 'across', 'newLeaders'] as const
export type TemplateId = (typeof templateIds)[number]

type Words = Readonly<Record<Locale, string>>

/** Where a consultant starts: everything in it can be changed afterwards. */
export interface NetworkTemplate {
  readonly id: TemplateId
  readonly name: Words
  readonly purpose: Words
  readonly methods: readonly MethodId[]
  readonly meetings: number
  readonly everyWeeks: number
  readonly minutes: number
}

/** "Home network" (same area, same management level) is the word and the form of the Danish project of 2006. */
export const templates: Readonly<Record<TemplateId, NetworkTemplate>> = {
  home: {
    id: 'home',
    name: { da: 'Hjemmenetværk', en: 'Home network' },
    purpose: {
      da: 'Vi er ledere inden for samme område og på samme niveau. Vi hjælper hinanden med at lede godt og holde til det: med sager fra vores egen hverdag, med spørgsmål frem for råd og med ærlig feedback.',
      en: 'We are leaders in the same area and at the same level. We help each other to lead well and to last: with cases from our own days, with questions rather than advice, and with honest feedback.',
    },
    methods: defaultMethods,
    meetings: 8,
    everyWeeks: 4,
    minutes: 150,
  },
  across: {
    id: 'across',
    name: { da: 'Netværk på tværs', en: 'Network across fields' },
    purpose: {
      da: 'Vi er ledere på samme niveau fra forskellige fag og steder. Vi bruger forskellene: De andre ser det, man selv er holdt op med at lægge mærke til.',
      en: 'We are leaders at the same level from different fields and places. We use the differences: others see what we ourselves have stopped noticing.',
    },
    methods: [...defaultMethods, 'aktionslaering', 'domaenerunden'],
    meetings: 8,
    everyWeeks: 5,
    minutes: 180,
  },
  newLeaders: {
    id: 'newLeaders',
    name: { da: 'Nye ledere', en: 'New leaders' },
    purpose: {
      da: 'Vi er nye i rollen som leder. Vi finder fodfæste sammen: den første svære samtale, den første upopulære beslutning og grænsen mellem arbejdet og resten af livet.',
      en: 'We are new in the role of leader. We find our footing together: the first difficult conversation, the first unpopular decision, and the line between work and the rest of life.',
    },
    methods: [...defaultMethods, 'svaer-samtale', 'belastning-ressourcer'],
    meetings: 10,
    everyWeeks: 3,
    minutes: 150,
  },
}

/** Time enough to invite, to answer and to keep the first date free. */
export const weeksBeforeFirstMeeting = 4

/**
 * A rhythm that gives as many meetings as the template wants: Tuesdays at 13.00, starting four weeks from `today`
 * (an ISO date) on.
 */
export function defaultRhythm({ meetings, everyWeeks, minutes }: NetworkTemplate, today: string): Rhythm {
  const weekday = 2
  const earliest = Temporal.PlainDate.from(today).add({ weeks: weeksBeforeFirstMeeting })
  const from = earliest.add({ days: (weekday - earliest.dayOfWeek + 7) % 7 })
  const until = from.add({ weeks: everyWeeks * meetings }).subtract({ days: 1 })
  return { from: from.toString(), until: until.toString(), everyWeeks, weekday, startTime: '13:00', minutes }
}
