import { both, type Protocol } from '../protocol.ts'

export const balint: Protocol = {
  id: 'balint',
  kind: 'supervision',
  name: both('Balintgruppe', 'Balint group'),
  purpose: both(
    'At undersøge følelserne i en vanskelig arbejdsrelation uden at løse sagen.',
    'To explore the emotions in a difficult working relationship without solving the case.',
  ),
  origin: both("Michael og Enid Balint, London (1950'erne)", "Michael og Enid Balint, London (1950'erne)"),
  minParticipants: 6,
  maxParticipants: 10,
  roles: [
    { id: 'fremlaegger', name: both('Fremlægger', 'Presenter'), count: 1 },
    { id: 'leder', name: both('Uddannet gruppeleder', 'Trained group leader'), count: 1 },
    { id: 'gruppe', name: both('Gruppen', 'Group'), count: 'rest' },
  ],
  focusRole: 'fremlaegger',
  leadRole: 'leder',
  phases: [
    {
      id: 'fortaelling',
      name: both('Fortælling', 'Presentation'),
      minutes: 5,
      speakers: ['fremlaegger'],
      silent: ['leder', 'gruppe'],
      instruction: both(
        'Fremlæggeren fortæller frit og uden noter om en relation, der fylder, også om egne følelser.',
        'The presenter speaks freely and without notes about a relationship that occupies them, including own feelings.',
      ),
      questions: [both('Hvem fylder hos dig, og hvordan mærkes det?', 'Who is on your mind, and how does it feel?')],
    },
    {
      id: 'fakta',
      name: both('Faktuelle spørgsmål', 'Factual questions'),
      minutes: 5,
      speakers: ['fremlaegger', 'leder', 'gruppe'],
      silent: [],
      instruction: both(
        'Få faktuelle spørgsmål. Lederen beskytter fremlæggeren mod udspørgning.',
        'A few factual questions. The leader protects the presenter from interrogation.',
      ),
      questions: [both('Er der noget faktuelt, vi mangler?', 'Is any fact missing?')],
    },
    {
      id: 'gruppe',
      name: both('Gruppens arbejde', 'Group work'),
      minutes: 25,
      speakers: ['gruppe', 'leder'],
      silent: ['fremlaegger'],
      instruction: both(
        'Fremlæggeren trækker sig lidt tilbage og lytter. Gruppen forestiller sig begge parters oplevelse. Ingen råd, ingen domme, ingen rigtige svar.',
        'The presenter sits back and listens. The group imagines the experience of both parties. No advice, no judgement, no right answers.',
      ),
      questions: [
        both('Hvad mærker du, når du hører om den anden?', 'What do you feel when you hear about the other person?'),
        both('Hvordan mon det er at være den anden?', 'What might it be like to be the other person?'),
      ],
    },
    {
      id: 'retur',
      name: both('Fremlæggeren vender tilbage', 'Presenter returns'),
      minutes: 5,
      speakers: ['fremlaegger', 'leder'],
      silent: ['gruppe'],
      instruction: both(
        'Fremlæggeren siger det, der har lyst til at blive sagt.',
        'The presenter says whatever wants to be said.',
      ),
      questions: [both('Hvad blev bevæget hos dig?', 'What moved in you?')],
    },
    {
      id: 'slut',
      name: both('Afslutning', 'Ending'),
      minutes: 5,
      speakers: ['fremlaegger', 'leder', 'gruppe'],
      silent: [],
      instruction: both('Kort stilhed og afrunding. Ingen løsninger.', 'Brief silence and closing. No solutions.'),
      questions: [both('Hvordan går du herfra?', 'How are you as you leave?')],
    },
  ],
  sources: [
    'https://balint.co.uk/about/the-balint-method',
    'https://balint.oriole.webarch.net/find-a-group/how-to-start-a-new-balint-group/',
    'https://www.balintgroupgreece.com/en/the-frame-of-the-group-work/',
  ],
  minutesAdapted: false,
}
