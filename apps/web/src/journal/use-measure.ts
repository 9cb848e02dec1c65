import type { Measure } from '@lederkreds/domain/journal/patterns'
import { pulseAnswers } from '@lederkreds/domain/journal/pulse'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../toolbox/use-language.ts'

/** Where a measure begins and ends on a picture, and the marks beside it. Of sleep in hours the readings decide. */
export interface Scale {
  readonly low: number
  readonly high: number
  readonly marks: readonly { readonly at: number; readonly label: string }[]
}

/** What a measure is called, and its values as people say them: never a bare number where there is a word. */
export function useMeasure() {
  const { t } = useTranslation(['journal/patterns', 'journal'])
  const language = useLanguage()

  const step = (measure: 'pulse' | 'sleepQuality', at: number): string =>
    measure === 'pulse' ? (pulseAnswers[at]?.label[language] ?? '') : t(`journal:sleep.q${at as 1}`)

  function said(measure: Measure, value: number): string {
    switch (measure) {
      case 'pulse':
      case 'sleepQuality': {
        const [one, other] = [step(measure, Math.floor(value)), step(measure, Math.ceil(value))]
        const words = one === other ? one : t('between', { one, other })
        return words.toLocaleLowerCase(language)
      }
      case 'sleepMinutes': {
        const [hours, minutes] = [Math.floor(Math.round(value) / 60), Math.round(value) % 60]
        return minutes === 0 ? t('hours', { hours }) : t('hoursMinutes', { hours, minutes })
      }
      default:
        return t('of100', { value: Math.round(value) })
    }
  }

  function scale(measure: Measure, values: readonly number[]): Scale {
    if (measure === 'pulse' || measure === 'sleepQuality') {
      const steps = measure === 'pulse' ? [0, 1, 2, 3, 4] : [1, 2, 3, 4, 5]
      const marks = steps.map((at) => ({ at, label: step(measure, at) }))
      return { low: steps[0] ?? 0, high: steps.at(-1) ?? 0, marks }
    }
    if (measure === 'sleepMinutes') {
      const low = Math.floor(Math.min(240, ...values) / 120) * 120
      const high = Math.ceil(Math.max(600, ...values) / 120) * 120
      const marks = Array.from({ length: (high - low) / 120 + 1 }, (_, index) => low + index * 120)
      return { low, high, marks: marks.map((at) => ({ at, label: said(measure, at) })) }
    }
    const ends = [t(`journal:slider.${measure}.low`), t(`journal:slider.${measure}.high`)] as const
    return {
      low: 0,
      high: 100,
      marks: [
        { at: 0, label: `0, ${ends[0]}` },
        { at: 50, label: '50' },
        { at: 100, label: `100, ${ends[1]}` },
      ],
    }
  }

  return { name: (measure: Measure) => t(`measure.${measure}`), said, scale }
}
