import { dayAfter } from '@lederkreds/domain/day'
import { bodySignals } from '@lederkreds/domain/journal/body-signal'
import { type JournalDocument, journalDocument } from '@lederkreds/domain/journal/document'
import { pulseAnswers } from '@lederkreds/domain/journal/pulse'
import { stressors } from '@lederkreds/domain/journal/stressor'

const triggers = [
  'Budgetmødet løb over tiden, og halvdelen af punkterne blev udsat.',
  'To sygemeldinger samme morgen, og ingen vikarer at få.',
  'En forældregruppe skrev direkte til forvaltningen.',
  'Ny skabelon til tilsyn, tredje gang i år.',
  'Samtalen med Bo gik i hårdknude.',
  'Ikke noget bestemt. Bare for mange bolde.',
]
const done = [
  'Gik en tur om søen, før jeg svarede.',
  'Ringede til min leder og sagde, hvad vi ikke når.',
  'Delte vagten mellem tre, så ingen stod alene.',
  'Sagde nej til en opgave.',
  'Blev siddende og svarede på mails til klokken 18.',
]
const helps = ['At sige det højt til nogen.', 'Luft.', 'At gå hjem til tiden.', 'En liste med tre ting og ikke tyve.']

/** The same numbers for the same seed, so that two runs look alike. */
function numbers(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return {
    below: (limit: number) => Math.floor(next() * limit),
    chance: (share: number) => next() < share,
    around: (middle: number, spread: number) =>
      Math.max(0, Math.min(100, Math.round(middle + (next() + next() - 1) * spread))),
  }
}

/**
 * What an invented leader might have in her journal after so many weeks up to a day: a few entries most weeks, a night
 * now and then, the pulse every other week, and weeks with nothing.
 */
export function journalWeeks(today: string, weeks: number): readonly JournalDocument[] {
  const { below, chance, around } = numbers(7)
  const documents: JournalDocument[] = []
  const add = (document: object) => documents.push(journalDocument.parse({ format: 1, ...document }))
  for (let week = weeks - 1; week >= 0; week--) {
    const load = 55 + 25 * Math.sin(week / 5)
    const isQuiet = week % 26 > 22 || chance(0.1)
    for (let back = 6; back >= 0; back--) {
      const day = dayAfter(today, -7 * week - back)
      const at = (time: string) => `${day}T${time}:00+01:00`
      if (back === 3 && week % 2 === 0 && !isQuiet) {
        const answer = pulseAnswers[Math.min(4, Math.round(around(load, 30) / 25))]?.key
        add({ type: 'pulse', day, writtenAt: at('16:00'), answer })
      }
      if (!isQuiet && chance(0.4)) {
        const [late, early] = [chance(0.4), chance(0.3)]
        const night = { bedtime: late ? '23:45' : '22:30', wakeTime: early ? '05:30' : '06:30', workThoughts: below(5) }
        add({ type: 'sleep', day, writtenAt: at('07:00'), quality: 1 + below(5), ...night })
      }
      if (isQuiet || !chance(0.5)) continue
      const chosen = <Key extends string>(chips: readonly { key: Key }[], share: number) =>
        chips.filter((_, index) => chance(index < 4 ? share : share / 4)).map(({ key }) => key)
      add({
        type: 'entry',
        day,
        writtenAt: at('17:30'),
        trigger: triggers[below(triggers.length)],
        did: done[below(done.length)],
        helped: helps[below(helps.length)],
        stressors: chosen(stressors, 0.35),
        bodySignals: chosen(bodySignals, 0.25),
        demands: around(load, 30),
        influence: chance(0.8) ? around(45, 25) : null,
        support: chance(0.7) ? around(60, 30) : null,
      })
    }
  }
  return documents
}
