import { minutesOf, type Protocol } from '@lederkreds/domain/toolbox/protocol'
import { useTranslation } from 'react-i18next'

type Measured = Pick<Protocol, 'kind' | 'phases' | 'minParticipants' | 'maxParticipants'>

/** Kind, minutes and how many, in one line of words. */
export function useMethodFacts() {
  const { t } = useTranslation('toolbox')
  return ({ kind, phases, minParticipants: min, maxParticipants: max }: Measured): string[] => [
    t(`kind.${kind}`),
    t('method.minutes', { count: minutesOf({ phases }) }),
    min === max ? t('method.peopleExactly', { count: min }) : t('method.people', { min, max }),
  ]
}
