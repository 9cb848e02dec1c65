import type { Words } from '../text.ts'

/** Headings of the file that somebody takes out, which must read by itself, without the app. */
export const takeOutWords = {
  title: { da: 'Min refleksionsdagbog', en: 'My journal' },
  takenOut: { da: 'Taget ud', en: 'Taken out' },
  unsealed: {
    da: 'Denne fil er ikke forseglet: Enhver, der kan åbne den, kan læse den.',
    en: 'This file is not sealed: anybody who can open it can read it.',
  },
  nothing: { da: 'Der er ikke skrevet noget.', en: 'Nothing has been written.' },
  entry: { da: 'Refleksion', en: 'Entry' },
  exercise: { da: 'Øvelse', en: 'Exercise' },
  pulse: { da: 'Puls', en: 'Pulse' },
  sleep: { da: 'Søvn', en: 'Sleep' },
  caseNote: { da: 'Taget med til en sag', en: 'Carried into a case' },
  other: { da: 'Andet, som det er gemt', en: 'Other, as it is stored' },
  trigger: { da: 'Hvad satte det i gang', en: 'What set it off' },
  bodySignals: { da: 'Kroppen sagde', en: 'The body said' },
  did: { da: 'Hvad jeg gjorde', en: 'What I did' },
  helped: { da: 'Hvad der hjalp', en: 'What helped' },
  stressors: { da: 'Belastninger', en: 'Strains' },
  demands: { da: 'Krav, 0-100', en: 'Demands, 0-100' },
  influence: { da: 'Indflydelse, 0-100', en: 'Influence, 0-100' },
  support: { da: 'Støtte, 0-100', en: 'Support, 0-100' },
  text: { da: 'Fri tekst', en: 'Free text' },
  quality: { da: 'Søvnens kvalitet, 1-5', en: 'Quality of sleep, 1-5' },
  bedtime: { da: 'I seng', en: 'To bed' },
  wakeTime: { da: 'Vågen', en: 'Awake' },
  workThoughts: { da: 'Tanker om arbejde, 0-4', en: 'Thoughts of work, 0-4' },
} as const satisfies Record<string, Words>
export type TakeOutWord = keyof typeof takeOutWords
