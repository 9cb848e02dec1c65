import type { AgendaPart } from '@lederkreds/domain/supervision/agenda'
import type { Protocol } from '@lederkreds/domain/toolbox/protocol'
import { treToEn } from '@lederkreds/domain/toolbox/protocols/tre-to-en'
import { useTranslation } from 'react-i18next'
import { useDates } from '../ui/use-dates.ts'
import type { RoundPeople } from './agenda-people.ts'
import { useWords } from './use-words.ts'

/** What the parts of an agenda are called, what is done in them and when, for the screen and for paper alike. */
export function useAgendaWords(rounds: readonly Protocol[], people: number, named: readonly RoundPeople[]) {
  const { t } = useTranslation('supervision/agenda')
  const { words } = useWords()
  const dates = useDates()
  const protocolOf = ({ round }: AgendaPart) => (round === null ? undefined : rounds[round - 1])
  return {
    title: (part: AgendaPart) => t(`part.${part.kind}`, { number: part.round }),
    when: ({ startsAt, endsAt }: AgendaPart) =>
      t('clock', { from: dates.time(startsAt.toISOString()), to: dates.time(endsAt.toISOString()) }),
    minutes: ({ minutes }: AgendaPart) => t('minutes', { count: minutes }),
    protocolOf,
    /** One line or more; of a round the name of its method and, to its members, who does what. */
    lines(part: AgendaPart): string[] {
      const each = Math.floor(part.minutes / people)
      switch (part.kind) {
        case 'checkIn':
          return [t('text.checkIn'), ...(people > 1 && each >= 1 ? [t('text.each', { count: each })] : [])]
        case 'closing':
          return treToEn.phases.map(({ instruction }) => words(instruction))
        case 'round': {
          const protocol = protocolOf(part)
          const who = named[(part.round ?? 0) - 1]
          const parts = [
            who?.focus && t('people.focus', { name: who.focus }),
            who?.supervisor &&
              t(protocol?.focusRole === null ? 'people.lead' : 'people.supervisor', { name: who.supervisor }),
          ].filter(Boolean)
          return [...(protocol ? [words(protocol.name)] : []), ...(parts.length > 0 ? [parts.join(' · ')] : [])]
        }
        default:
          return [t(`text.${part.kind}`)]
      }
    },
  }
}
