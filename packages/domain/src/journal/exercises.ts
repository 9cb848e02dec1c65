import type { Words } from '../text.ts'
import { freeProcedure } from '../toolbox/licence.ts'
import { type MethodId, methodOf } from '../toolbox/methods.ts'
import type { Exercise, ExercisePhase } from './exercise.ts'

/**
 * The toolbox's reflections that make sense without anybody else: their phases of silent work. Left out are the 3-2-1 round,
 * which ends a meeting, and "then and now", which misleads without the true baseline that a feedback cycle keeps.
 */
export const exercises: readonly Exercise[] = [
  exercise('dagslut', {
    purpose: {
      da: 'At lukke arbejdsdagen: Du lægger en plan for det ufærdige, så du ikke behøver at huske på det i aften.',
      en: 'To close the working day: you plan what is unfinished, so that you need not carry it through the evening.',
    },
    origin: {
      da: 'Smit (2016); Sonnentag & Fritz om at slippe arbejdet',
      en: 'Smit (2016); Sonnentag & Fritz on letting go of work',
    },
    sources: [
      'https://bpspsychub.onlinelibrary.wiley.com/doi/10.1111/joop.12137',
      'https://cris.maastrichtuniversity.nl/en/publications/do-goal-setting-and-implementation-intentions-affect-detachment-a',
    ],
    evidence: {
      da: 'Blandet: I én undersøgelse hjalp det dem, der har svært ved at slippe arbejdet. I en anden var der samlet ingen virkning, og for dem, der planlægger meget i forvejen, trak det den forkerte vej.',
      en: 'Mixed: in one study it helped people who find it hard to let go of work. In another there was no effect overall, and for those who plan a lot already it went the wrong way.',
    },
    phases: [
      phase('ufaerdigt', 4, ['Ufærdigt', 'Unfinished'], {
        instruction: {
          da: 'Skriv op til tre opgaver, som ikke er færdige, og som bliver ved med at trænge sig på.',
          en: 'Write up to three tasks that are not finished and keep coming back to you.',
        },
        questions: [['Hvad er ikke færdigt?', 'What is not finished?']],
      }),
      phase('plan', 3, ['Hvor, hvornår, hvordan', 'Where, when, how'], {
        instruction: {
          da: 'Giv hver opgave et sted, et tidspunkt og et første skridt.',
          en: 'Give each task a place, a time and a first step.',
        },
        questions: [['Hvor, hvornår og hvordan tager du fat på den?', 'Where, when and how will you take it up?']],
      }),
      phase('godt', 2, ['Det, der lykkedes', 'What went well'], {
        instruction: {
          da: 'Skriv én ting, der gik godt i dag, og din egen del i den. Den må gerne være lille.',
          en: 'Write one thing that went well today, and your own part in it. It may be small.',
        },
        questions: [['Hvad gjorde en forskel i dag?', 'What made a difference today?']],
      }),
      phase('luk', 1, ['Luk', 'Close'], {
        instruction: {
          da: 'Sluk for arbejdet, og sig højt: Arbejdet er slut for i dag.',
          en: 'Switch work off, and say aloud: work is over for today.',
        },
        questions: [['Hvad glæder du dig til i aften?', 'What are you looking forward to tonight?']],
      }),
    ],
  }),
  exercise('belastning-ressourcer', {
    purpose: {
      da: 'At se, hvad der tærer på dig, og hvad der giver dig kræfter, og at flytte én ting på hver side.',
      en: 'To see what wears you down and what gives you strength, and to move one thing on each side.',
    },
    origin: {
      da: 'Tanken om krav og ressourcer (Demerouti & Bakker; Karasek)',
      en: 'The thinking on demands and resources (Demerouti & Bakker; Karasek)',
    },
    sources: [
      'http://institut-for-stress.dk/?page_id=85',
      'https://ledereibalance.dk/vitilbyder/fondsfinansieret-projekt',
    ],
    evidence: {
      da: 'Tanken er velunderbygget. Om netop denne øvelse hjælper, er ikke undersøgt.',
      en: 'The thinking is well supported. Whether this very exercise helps has not been studied.',
    },
    phases: [
      phase('skriv', 8, ['Skriv', 'Write'], {
        instruction: {
          da: 'Tænk på de sidste to uger. Skriv højst fem belastninger og højst fem ting, der gav dig kræfter. Skriv ved hver, hvor meget den fylder, fra 1 til 5.',
          en: 'Think of the last two weeks. Write at most five strains and at most five things that gave you strength. Beside each write how much room it takes, from 1 to 5.',
        },
        questions: [
          ['Hvad tærer mest på dig lige nu?', 'What wears you down most right now?'],
          ['Hvad giver dig kræfter igen?', 'What gives you strength back?'],
        ],
      }),
      phase('sorter', 5, ['Sortér', 'Sort'], {
        instruction: {
          da: 'Se på belastningerne én for én: Hvad kan du ændre, hvad kan du påvirke, og hvad må du leve med for en tid?',
          en: 'Take the strains one by one: what can you change, what can you influence, and what must you live with for a time?',
        },
        questions: [
          ['Hvad kan du faktisk gøre noget ved i denne måned?', 'What can you really do something about this month?'],
        ],
      }),
      phase('flyt', 7, ['Flyt to ting', 'Move two things'], {
        instruction: {
          da: 'Vælg én belastning, der skal fylde mindre, og én kilde til kræfter, der skal fylde mere. Sæt en dato på begge.',
          en: 'Choose one strain to have less of and one source of strength to have more of. Put a date on both.',
        },
        questions: [
          ['Hvad ville lette det bare en lille smule?', 'What would ease it just a little?'],
          ['Hvilken kilde til kræfter har du forsømt?', 'Which source of strength have you neglected?'],
          ['Hvad siger du nej til?', 'What will you say no to?'],
        ],
      }),
    ],
  }),
  exercise('iglo', {
    purpose: {
      da: 'At flytte en belastning fra »mit problem« til de steder, hvor den kan løses. Stress rammer den enkelte, men løses på arbejdspladsen.',
      en: 'To move a strain from “my problem” to where it can be solved. Stress hits one person, but is solved by the workplace.',
    },
    origin: {
      da: 'IGLO: individ, gruppe, ledelse, organisation (Det Nationale Forskningscenter for Arbejdsmiljø og BFA)',
      en: 'IGLO: individual, group, leadership, organisation (the Danish research centre for the working environment, and BFA)',
    },
    sources: [
      'https://www.godtarbejdsmiljo.dk/trivsel/stress/stress-paa-kontoret/iglo-modellen-for-stressforebyggelse',
    ],
    evidence: {
      da: 'Udbredt på danske arbejdspladser. Som øvelse for én er den ikke undersøgt.',
      en: 'Widely used in Danish workplaces. As an exercise for one person it has not been studied.',
    },
    phases: [
      phase('belastning', 5, ['Belastningen', 'The strain'], {
        instruction: {
          da: 'Beskriv én belastning, og hvordan du mærker den. Skriv roller i stedet for navne.',
          en: 'Describe one strain and how you notice it. Write roles instead of names.',
        },
        questions: [
          ['Hvad gør det ved dig og ved din måde at lede på?', 'What does it do to you and to the way you lead?'],
        ],
      }),
      phase('individ', 4, ['Individ', 'Individual'], {
        instruction: {
          da: 'Begynd hos dig selv, men bliv ikke der: De næste tre trin er lige så vigtige.',
          en: 'Begin with yourself, but do not stay there: the next three steps matter just as much.',
        },
        questions: [['Hvilke grænser og vaner kan du selv ændre?', 'Which limits and habits are yours to change?']],
      }),
      phase('gruppe', 4, ['Gruppe', 'Group'], {
        instruction: {
          da: 'Tænk på dit team og dine lederkolleger.',
          en: 'Think of your team and your fellow leaders.',
        },
        questions: [['Hvad har I endnu ikke aftalt højt?', 'What have you not yet agreed on aloud?']],
      }),
      phase('ledelse', 4, ['Ledelse', 'Leadership'], {
        instruction: {
          da: 'Tænk på din egen leder og den ledergruppe, du er en del af.',
          en: 'Think of your own manager and the leadership team that you are part of.',
        },
        questions: [['Hvad vil du bede din egen leder om?', 'What will you ask your own manager for?']],
      }),
      phase('organisation', 4, ['Organisation', 'Organisation'], {
        instruction: {
          da: 'Tænk på MED-udvalget, arbejdsmiljøgruppen, HR og det politiske niveau.',
          en: 'Think of the joint consultation committee (MED), the health-and-safety group, HR and the political level.',
        },
        questions: [['Hvor skal det op, for at det kan løses?', 'How far up must it go to be solved?']],
      }),
      phase('valg', 4, ['Vælg', 'Choose'], {
        instruction: {
          da: 'Vælg én handling på højst to af de fire niveauer.',
          en: 'Choose one action on at most two of the four levels.',
        },
        questions: [
          ['Hvad gør du først, og hvem skal høre om det?', 'What will you do first, and who must hear of it?'],
        ],
      }),
    ],
  }),
  exercise('indflydelse', {
    purpose: {
      da: 'At skille det, du kan styre, fra det, du kun kan bekymre dig om.',
      en: 'To tell what you can control from what you can only worry about.',
    },
    origin: {
      da: 'Stephen Covey (1989); almindelig praksis',
      en: 'Stephen Covey (1989); common practice',
    },
    sources: ['Covey: The 7 Habits of Highly Effective People (1989)'],
    evidence: {
      da: 'En samtalemodel, ikke en undersøgt metode.',
      en: 'A way to talk about things, not a method that has been studied.',
    },
    phases: [
      phase('liste', 5, ['Skriv en liste', 'Make a list'], {
        instruction: {
          da: 'Skriv alt det, der fylder, i højst ti korte linjer.',
          en: 'Write everything that is on your mind, in at most ten short lines.',
        },
        questions: [['Hvad kredser dine tanker om?', 'What do your thoughts circle around?']],
      }),
      phase('placer', 5, ['Sæt på plads', 'Put in place'], {
        instruction: {
          da: 'Skriv ved hver linje, om det er noget, du styrer, noget, du kan påvirke, eller noget, du må acceptere.',
          en: 'Write beside each line whether it is something you control, something you can influence or something you must accept.',
        },
        questions: [['Er det virkelig dig, der skal løse det?', 'Is it really yours to solve?']],
      }),
      phase('omskriv', 6, ['Skriv om', 'Rewrite'], {
        instruction: {
          da: 'Vælg én linje, du må acceptere. Skriv den om til noget, du kan bede om, aftale med nogen eller lægge fra dig.',
          en: 'Choose one line that you must accept. Rewrite it into something you can ask for, agree with somebody or put down.',
        },
        questions: [
          ['Hvad kan du bede om?', 'What can you ask for?'],
          ['Hvad lægger du fra dig i denne uge?', 'What will you put down this week?'],
        ],
      }),
    ],
  }),
  exercise('skriv-igennem', {
    deletedByDefault: true,
    purpose: {
      da: 'At komme videre med en oplevelse fra arbejdet, der bliver ved med at gøre ondt, ved at skrive om den kun for dig selv.',
      en: 'To get further with something at work that goes on hurting, by writing about it for yourself alone.',
    },
    origin: { da: 'Ekspressiv skrivning (Pennebaker)', en: 'Expressive writing (Pennebaker)' },
    sources: [
      'http://www.informahealthcare.com/doi/full/10.1080/15555240.2023.2240512',
      'http://www.egms.de/static/en/journals/psm/2006-3/psm000026.shtml',
    ],
    evidence: {
      da: 'Ni af 13 undersøgelser fandt en gavnlig virkning af at skrive om stress på arbejdet. Andre opgørelser finder lille eller ingen virkning.',
      en: 'Nine of 13 studies found a benefit of writing about stress at work. Other reviews find little or none.',
    },
    phases: [
      phase('ramme', 2, ['Find ro', 'Settle in'], {
        instruction: {
          da: 'Sæt dig et sted, hvor ingen forstyrrer. Ingen læser med. Teksten slettes til sidst, medmindre du vælger at beholde den. Stop, hvis det bliver for meget.',
          en: 'Sit where nobody disturbs you. Nobody reads along. The text is deleted at the end unless you choose to keep it. Stop if it becomes too much.',
        },
        questions: [['Er det et godt tidspunkt nu?', 'Is now a good moment?']],
      }),
      phase('skriv', 20, ['Skriv', 'Write'], {
        instruction: {
          da: 'Skriv uden at standse om det, der skete: hvad du følte, hvad du tænkte, og hvordan det hænger sammen med resten af dit liv som leder. Stavning er ligegyldig.',
          en: 'Write without stopping about what happened: what you felt, what you thought, and how it belongs with the rest of your life as a leader. Spelling does not matter.',
        },
        questions: [
          ['Hvad skete der, og hvad gjorde det ved dig?', 'What happened, and what did it do to you?'],
          ['Hvad forstår du nu, som du ikke forstod dengang?', 'What do you understand now that you did not then?'],
        ],
      }),
      phase('land', 3, ['Land', 'Come back'], {
        instruction: {
          da: 'Træk vejret roligt et par gange. Teksten slettes nu, medmindre du vælger at beholde den, forseglet, så kun du kan læse den.',
          en: 'Breathe calmly a few times. The text is deleted now unless you choose to keep it, sealed so that only you can read it.',
        },
        questions: [['Hvad har du brug for nu?', 'What do you need now?']],
      }),
    ],
  }),
]

/** The exercise of an id, or null for one that this version does not have. */
export const exerciseOf = (id: string): Exercise | null => exercises.find((each) => each.id === id) ?? null

function exercise(
  id: MethodId,
  rest: Omit<Exercise, 'id' | 'name' | 'licence' | 'deletedByDefault'> & { readonly deletedByDefault?: true },
): Exercise {
  return { deletedByDefault: false, ...rest, id, name: methodOf(id).name, licence: freeProcedure }
}

function phase(
  id: string,
  minutes: number,
  [da, en]: readonly [string, string],
  {
    instruction,
    questions,
  }: { readonly instruction: Words; readonly questions: readonly (readonly [da: string, en: string])[] },
): ExercisePhase {
  return { id, minutes, name: { da, en }, instruction, questions: questions.map(([da, en]) => ({ da, en })) }
}
