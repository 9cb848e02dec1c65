import type { Words } from '../text.ts'
import type { GuideSource } from './guide-sources.ts'
import { both } from './protocol.ts'

/** One study: who took part, what was found, and what speaks against making much of it. */
export interface Study {
  readonly source: GuideSource
  readonly who: Words
  readonly found: Words
  readonly caution: Words
}

/** What is known of groups like these. None of the studies is about leader networks as they are held here. */
export const studies: readonly Study[] = [
  {
    source: 'compass',
    who: both(
      'Lodtrækning, 125 læger; 12 møder på et halvt år i grupper på seks til ti, der ledte sig selv, måltidet betalt',
      'Randomised, 125 physicians; 12 meetings in half a year, in groups of six to ten that led themselves, meals paid',
    ),
    found: both(
      'Efter et år: andelen af udbrændte faldt 12,7 procentpoint, mod en stigning på 1,9 hos de andre. Færre tegn på depression.',
      'After a year: the share with burnout fell by 12.7 percentage points, against a rise of 1.9 among the others. Fewer signs of depression.',
    ),
    caution: both(
      'Ingen forskel i gennemsnitlig udbrændthed, mening eller oplevet støtte. Læger i USA.',
      'No difference in mean burnout, meaning or felt support. Physicians in the United States.',
    ),
  },
  {
    source: 'west',
    who: both(
      'Lodtrækning, 74 læger; 19 møder af en time med en, der ledte dem, og fri til det',
      'Randomised, 74 physicians; 19 meetings of an hour with a facilitator and protected time',
    ),
    found: both(
      'Mindre afstand til patienterne og mere engagement efter tre og tolv måneder.',
      'Less depersonalisation and more engagement after three and twelve months.',
    ),
    caution: both(
      'Ingen virkning på stress, depression eller tilfredshed med jobbet. 13 % af de spurgte ville være med.',
      'No effect on stress, depression or job satisfaction. 13 % of those asked took part.',
    ),
  },
  {
    source: 'peterson',
    who: both(
      'Lodtrækning, 151 svenske sundhedsansatte, der var meget udmattede; ti ugentlige møder af to timer',
      'Randomised, 151 Swedish health workers who were highly exhausted; ten weekly meetings of two hours',
    ),
    found: both(
      'Efter et år: bedre helbred og oplevelse af krav, indflydelse og støtte.',
      'After a year: better general health and perceived demands, participation and support.',
    ),
    caution: both('27 % faldt fra.', '27 % dropped out.'),
  },
  {
    source: 'clinic',
    who: both(
      'Før og efter, 60 ansatte på en psykiatrisk afdeling; 32 kom til mindst tre månedlige møder',
      'Before and after, 60 staff of a psychiatric clinic; 32 came to at least three monthly meetings',
    ),
    found: both('Mindre irritation og flere at trække på.', 'Less irritation and more people to draw on.'),
    caution: both(
      'Ingen virkning på mestring, kompetence eller udbrændthed.',
      'No effect on coping, competence or burnout.',
    ),
  },
  {
    source: 'leaders',
    who: both(
      'Samlet analyse af 25 undersøgelser af indsatser mod stress hos ledere, 2.466 deltagere',
      'Meta-analysis of 25 studies of stress interventions for leaders, 2,466 participants',
    ),
    found: both('En lille virkning i alt (g = 0,13).', 'A small effect overall (g = 0.13).'),
    caution: both('Mest kurser, ikke netværk.', 'Mostly training, not networks.'),
  },
  {
    source: 'supervision',
    who: both('Gennemgang af 32 undersøgelser af supervision', 'Review of 32 studies of clinical supervision'),
    found: both(
      'God supervision hænger sammen med mindre udbrændthed.',
      'Effective supervision goes with lower burnout.',
    ),
    caution: both(
      'Sammenhænge, ikke årsager. Dårlig supervision skader.',
      'Associations, not causes. Bad supervision harms.',
    ),
  },
  {
    source: 'gonge',
    who: both(
      'Dansk lodtrækning, 83 sygeplejersker i psykiatrien, der fik supervision af deres supervision',
      'Danish randomised study, 83 psychiatric nurses who had supervision of their supervision',
    ),
    found: both('De tog mere del i den.', 'They took more part in it.'),
    caution: both(
      'Forskerne selv finder ikke beviserne for gavn overbevisende.',
      'The authors themselves find the evidence of benefit unconvincing.',
    ),
  },
]
