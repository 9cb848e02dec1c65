import { z } from 'zod'
import type { Words } from '../text.ts'
import { optionalProse } from '../text.ts'

export interface RecoveryTheme {
  readonly key: 'relax' | 'detach' | 'learn' | 'choose'
  readonly name: Words
  readonly prompt: Words
}

/** Four ways in which people recover from work (Sonnentag & Fritz 2007). Our own prompts; nothing of their questionnaire. */
export const recoveryThemes: readonly RecoveryTheme[] = [
  {
    key: 'relax',
    name: { da: 'Slap af', en: 'Wind down' },
    prompt: { da: 'Hvad fik kroppen og hovedet til at falde til ro?', en: 'What let your body and your mind settle?' },
  },
  {
    key: 'detach',
    name: { da: 'Slip arbejdet', en: 'Let go of work' },
    prompt: { da: 'Hvornår glemte du arbejdet for en stund?', en: 'When did you forget work for a while?' },
  },
  {
    key: 'learn',
    name: { da: 'Lær noget nyt', en: 'Learn something new' },
    prompt: {
      da: 'Hvad blev du klogere på, som intet har med jobbet at gøre?',
      en: 'What did you learn that is not for the job?',
    },
  },
  {
    key: 'choose',
    name: { da: 'Bestem selv', en: 'Decide for yourself' },
    prompt: {
      da: 'Hvornår bestemte du selv, hvad tiden gik med?',
      en: 'When was it you who decided how the time was spent?',
    },
  },
]

const recoveryText = optionalProse(1000)

/** What somebody wrote to each theme; null where nothing. */
export const recoveryTexts = z.preprocess(
  (input) => input ?? {},
  z.looseObject({ relax: recoveryText, detach: recoveryText, learn: recoveryText, choose: recoveryText }),
)
