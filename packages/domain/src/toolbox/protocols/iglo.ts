import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

/** What each does on every one of the four levels. */
const onOneLevel = {
  fokusperson: both(
    'Svar først selv, og lyt så til det, de andre får øje på. Du skal ikke forsvare noget.',
    'Answer first, then listen to what the others see. You need not defend anything.',
  ),
  tovholder: both(
    'Hold samtalen på dette niveau, og giv plads til alle. Næste niveau har sin egen tid.',
    'Keep the talk to this level, and make room for everybody. The next level has its own time.',
  ),
  deltager: both(
    'Tænk højt om dette niveau, når fokuspersonen har svaret. Sig »måske«, og lad råd ligge.',
    'Think aloud about this level when the focus person has answered. Say “perhaps”, and leave advice aside.',
  ),
}

export const iglo: Protocol = {
  id: 'iglo',
  kind: 'reflection',
  name: both('IGLO-gennemgang', 'IGLO review'),
  purpose: both(
    'At flytte en belastning fra »mit problem« til de steder, hvor den kan løses. Stress rammer den enkelte, men løses på arbejdspladsen.',
    'To move a strain from “my problem” to where it can be solved. Stress hits one person, but is solved by the workplace.',
  ),
  origin: both(
    'IGLO: individ, gruppe, ledelse, organisation (Det Nationale Forskningscenter for Arbejdsmiljø og BFA)',
    'IGLO: individual, group, leadership, organisation (the Danish research centre for the working environment, and BFA)',
  ),
  when: both(
    'Når en leder tager hele ansvaret for en belastning, som også skal løses andre steder.',
    'When a leader takes the whole responsibility for a strain that must be solved elsewhere too.',
  ),
  whenNot: both(
    'Når belastningen er chikane eller andet, der skal standses nu. Det skal meldes, ikke drøftes her.',
    'When the strain is harassment or something else that must be stopped now. That is to be reported, not discussed here.',
  ),
  evidence: both(
    'Udbredt på danske arbejdspladser. Som øvelse i et netværk er den os bekendt ikke undersøgt.',
    'Widely used in Danish workplaces. As far as we know, it has not been studied as an exercise in a network.',
  ),
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 3,
  maxParticipants: 8,
  roles: [
    { id: 'fokusperson', name: both('Fokusperson', 'Focus person'), count: 1 },
    { id: 'tovholder', name: both('Tovholder', 'Convenor'), count: 1 },
    { id: 'deltager', name: both('Deltager', 'Participant'), count: 'rest' },
  ],
  focusRole: 'fokusperson',
  leadRole: 'tovholder',
  phases: [
    {
      id: 'belastning',
      name: both('Belastningen', 'The strain'),
      minutes: 8,
      speakers: ['fokusperson', 'tovholder'],
      silent: ['deltager'],
      instruction: both(
        'Fokuspersonen beskriver én belastning, og hvordan den mærkes. Ingen navne.',
        'The focus person describes one strain and how it is noticed. No names.',
      ),
      questions: [
        both('Hvad gør det ved dig og ved din måde at lede på?', 'What does it do to you and to the way you lead?'),
      ],
      prompts: {
        fokusperson: both(
          'Beskriv én belastning, og hvordan du mærker den. Brug roller i stedet for navne.',
          'Describe one strain and how you notice it. Use roles instead of names.',
        ),
        tovholder: both(
          'Spørg, til belastningen er én og klar. Løsningerne får deres egen tid.',
          'Ask until the strain is one and clear. Solutions have their own time.',
        ),
        deltager: both(
          'Du lytter uden at afbryde. Læg mærke til, hvor belastningen kommer fra.',
          'You listen without interrupting. Notice where the strain comes from.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'individ',
      name: both('Individ', 'Individual'),
      minutes: 7,
      speakers: ['fokusperson', 'tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Begynd hos fokuspersonen selv, men bliv ikke der: De næste tre trin er lige så vigtige.',
        'Begin with the focus person, but do not stay there: the next three steps matter just as much.',
      ),
      questions: [both('Hvilke grænser og vaner kan du selv ændre?', 'Which limits and habits are yours to change?')],
      prompts: onOneLevel,
      isWriting: false,
    },
    {
      id: 'gruppe',
      name: both('Gruppe', 'Group'),
      minutes: 7,
      speakers: ['fokusperson', 'tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Tænk på fokuspersonens team og lederkolleger.',
        "Think of the focus person's team and fellow leaders.",
      ),
      questions: [both('Hvad har I endnu ikke aftalt højt?', 'What have you not yet agreed on aloud?')],
      prompts: onOneLevel,
      isWriting: false,
    },
    {
      id: 'ledelse',
      name: both('Ledelse', 'Leadership'),
      minutes: 7,
      speakers: ['fokusperson', 'tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Tænk på fokuspersonens egen leder og den ledergruppe, fokuspersonen er en del af.',
        "Think of the focus person's own manager, and of the leadership team the focus person belongs to.",
      ),
      questions: [both('Hvad vil du bede din egen leder om?', 'What will you ask your own manager for?')],
      prompts: onOneLevel,
      isWriting: false,
    },
    {
      id: 'organisation',
      name: both('Organisation', 'Organisation'),
      minutes: 6,
      speakers: ['fokusperson', 'tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Tænk på MED-udvalget, arbejdsmiljøgruppen, HR og det politiske niveau.',
        'Think of the joint consultation committee (MED), the health-and-safety group, HR and the political level.',
      ),
      questions: [both('Hvor skal det op, for at det kan løses?', 'How far up must it go to be solved?')],
      prompts: onOneLevel,
      isWriting: false,
    },
    {
      id: 'valg',
      name: both('Vælg og fordel', 'Choose and share out'),
      minutes: 7,
      speakers: ['fokusperson', 'tovholder'],
      silent: ['deltager'],
      instruction: both(
        'Fokuspersonen vælger én handling på højst to af de fire niveauer.',
        'The focus person chooses one action on at most two of the four levels.',
      ),
      questions: [
        both('Hvad gør du først, og hvem skal høre om det?', 'What will you do first, and who must hear of it?'),
      ],
      prompts: {
        fokusperson: both(
          'Vælg én handling på højst to niveauer, og sig, hvem der skal høre om den.',
          'Choose one action on at most two levels, and say who must hear of it.',
        ),
        tovholder: both(
          'Spørg, til valget er konkret, og om det hele er endt hos fokuspersonen selv.',
          'Ask until the choice is concrete, and whether it has all ended up with the focus person.',
        ),
        deltager: both(
          'Du lytter. Valget er fokuspersonens eget.',
          "You listen. The choice is the focus person's own.",
        ),
      },
      isWriting: false,
    },
    {
      id: 'runde',
      name: both('Afrunding', 'Closing'),
      minutes: 3,
      speakers: ['fokusperson', 'tovholder', 'deltager'],
      silent: [],
      instruction: both('En kort runde uden at åbne sagen igen.', 'A short round, without reopening the case.'),
      questions: [both('Hvad tager du med til dit eget niveau?', 'What do you take with you to your own level?')],
      prompts: {
        fokusperson: both('Sig med få ord, hvordan du går herfra.', 'Say in a few words how you are as you leave.'),
        tovholder: both('Lad ordet gå rundt, og slut til tiden.', 'Go round the group, and end on time.'),
        deltager: both(
          'Sig kort, hvad du tager med til dit eget arbejde.',
          'Say briefly what you take with you to your own work.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'https://www.godtarbejdsmiljo.dk/trivsel/stress/stress-paa-kontoret/iglo-modellen-for-stressforebyggelse',
    'http://www.medarbejdersiden.albertslund.dk/vejledning-og-support/trivsel-sundhed-og-arbejdsmiljoe/stress/haandtering-af-arbejdsrelateret-stress/',
  ],
  minutesAdapted: false,
}
