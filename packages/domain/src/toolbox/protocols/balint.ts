import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const balint: Protocol = {
  id: 'balint',
  kind: 'supervision',
  name: both('Balintgruppe', 'Balint group'),
  purpose: both(
    'At undersøge de følelser, der er på spil i et vanskeligt forhold til et andet menneske i arbejdet, uden at løse sagen.',
    'To explore the feelings at play in a difficult relationship at work, without solving the case.',
  ),
  origin: both("Michael og Enid Balint, London (1950'erne)", 'Michael and Enid Balint, London (1950s)'),
  when: both(
    'Når forholdet til et andet menneske i arbejdet bliver ved med at fylde, og I har en uddannet gruppeleder med.',
    'When a relationship at work keeps weighing on somebody, and you have a trained group leader with you.',
  ),
  whenNot: both(
    'Når I ikke har en uddannet gruppeleder, når der skal findes en løsning, eller når nogen i gruppen kender den anden part.',
    'When you have no trained group leader, when a solution must be found, or when somebody in the group knows the other person.',
  ),
  evidence: both(
    'En gennemgang af 94 artikler fandt tegn på, at Balintgrupper har værdi. Undersøgelserne er få og ofte svagt anlagt.',
    'A review of 94 articles found signs that Balint groups are of value. The studies are few and often weak.',
  ),
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: true,
  minParticipants: 6,
  maxParticipants: 10,
  roles: [
    { id: 'fremlaegger', name: both('Fremlægger', 'Presenter'), count: 1 },
    { id: 'leder', name: both('Uddannet gruppeleder', 'Trained group leader'), count: 1 },
    { id: 'gruppe', name: both('Gruppemedlem', 'Group member'), count: 'rest' },
  ],
  focusRole: 'fremlaegger',
  leadRole: 'leder',
  phases: [
    {
      id: 'fortaelling',
      name: both('Fortælling', 'The story'),
      minutes: 5,
      speakers: ['fremlaegger'],
      silent: ['leder', 'gruppe'],
      instruction: both(
        'Fremlæggeren fortæller frit og uden noter om et forhold, der fylder, også om egne følelser i det.',
        'The presenter speaks freely and without notes about a relationship that weighs on them, and about their own feelings in it.',
      ),
      questions: [both('Hvem fylder hos dig, og hvordan mærkes det?', 'Who is on your mind, and how does it feel?')],
      prompts: {
        fremlaegger: both(
          'Fortæl frit og uden noter om det menneske, der fylder, og hvad det gør ved dig. Brug ingen navne.',
          'Speak freely and without notes about the person who is on your mind and what it does to you. Use no names.',
        ),
        leder: both(
          'Du lytter og holder rammen. Læg mærke til stemningen i gruppen, mens der fortælles.',
          'You listen and hold the frame. Notice the mood in the group while the story is told.',
        ),
        gruppe: both(
          'Du lytter. Læg mærke til, hvad der rører sig i dig selv, mens du hører fortællingen.',
          'You listen. Notice what stirs in yourself as you hear the story.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'fakta',
      name: both('Faktuelle spørgsmål', 'Factual questions'),
      minutes: 5,
      speakers: ['fremlaegger', 'leder', 'gruppe'],
      silent: [],
      instruction: both(
        'Få faktuelle spørgsmål. Gruppelederen skærmer fremlæggeren mod at blive udspurgt.',
        'A few factual questions. The leader shields the presenter from being interrogated.',
      ),
      questions: [both('Er der noget faktuelt, vi mangler?', 'Is any fact missing?')],
      prompts: {
        fremlaegger: both(
          'Svar kort. Du må gerne lade et spørgsmål stå.',
          'Answer briefly. You may leave a question open.',
        ),
        leder: both(
          'Giv plads til få spørgsmål, og stop dem, før de bliver til udspørgning.',
          'Make room for a few questions, and stop them before they become an interrogation.',
        ),
        gruppe: both(
          'Spørg kun om noget faktuelt, du ikke kan undvære.',
          'Ask only for facts that you cannot do without.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'gruppe',
      name: both('Gruppens arbejde', 'The group at work'),
      minutes: 25,
      speakers: ['gruppe', 'leder'],
      silent: ['fremlaegger'],
      instruction: both(
        'Fremlæggeren trækker sig lidt tilbage og lytter. Gruppen forestiller sig, hvordan begge parter oplever det. Ingen råd, ingen domme, ingen rigtige svar.',
        'The presenter sits back and listens. The group imagines how it is for both people. No advice, no judgement, no right answers.',
      ),
      questions: [
        both('Hvad mærker du, når du hører om den anden?', 'What do you feel when you hear about the other person?'),
        both('Hvordan mon det er at være den anden?', 'What might it be like to be the other person?'),
      ],
      prompts: {
        fremlaegger: both(
          'Træk dig lidt tilbage, og lyt. Du skal ikke svare. Det, du hører, er gruppens forestillinger.',
          'Sit back a little, and listen. You need not answer. What you hear are the imaginings of the group.',
        ),
        leder: both(
          'Hold gruppen ved begge parters oplevelse, og skærm fremlæggeren. Grib ind ved råd og domme.',
          'Keep the group with the experience of both people, and shield the presenter. Step in at advice and judgement.',
        ),
        gruppe: both(
          'Sig, hvad du forestiller dig, at den ene eller den anden oplever. Giv ingen råd. Intet behøver at være rigtigt.',
          'Say what you imagine the one or the other is going through. Give no advice. Nothing needs to be right.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'retur',
      name: both('Fremlæggeren vender tilbage', 'The presenter returns'),
      minutes: 5,
      speakers: ['fremlaegger', 'leder'],
      silent: ['gruppe'],
      instruction: both(
        'Fremlæggeren kommer tilbage til kredsen og siger det, der har lyst til at blive sagt.',
        'The presenter comes back into the circle and says whatever wants to be said.',
      ),
      questions: [both('Hvad bevægede sig hos dig?', 'What moved in you?')],
      prompts: {
        fremlaegger: both(
          'Kom tilbage i kredsen, og sig det, du har lyst til. Du behøver ikke at svare nogen.',
          'Come back into the circle, and say what you feel like saying. You need not answer anybody.',
        ),
        leder: both(
          'Tag imod fremlæggeren, og giv god tid. Spørg ikke ud.',
          'Receive the presenter, and give plenty of time. Do not probe.',
        ),
        gruppe: both('Du lytter og lader ordene stå.', 'You listen, and let the words stand.'),
      },
      isWriting: false,
    },
    {
      id: 'slut',
      name: both('Afslutning', 'Closing'),
      minutes: 5,
      speakers: ['fremlaegger', 'leder', 'gruppe'],
      silent: [],
      instruction: both(
        'Et øjebliks stilhed og en kort afrunding. Ingen løsninger.',
        'A moment of silence and a short closing. No solutions.',
      ),
      questions: [both('Hvordan går du herfra?', 'How are you as you leave?')],
      prompts: {
        fremlaegger: both(
          'Sig med få ord, hvordan du går herfra, eller sig pas.',
          'Say in a few words how you are as you leave, or pass.',
        ),
        leder: both(
          'Hold et øjebliks stilhed, og rund af. Se efter, at alle er klar til at gå.',
          'Hold a moment of silence, and close. See that everybody is ready to leave.',
        ),
        gruppe: both(
          'Vær stille et øjeblik. Sig så med få ord, hvordan du går herfra, eller sig pas.',
          'Be silent for a moment. Then say in a few words how you are as you leave, or pass.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'https://balint.co.uk/about/the-balint-method',
    'https://balint.oriole.webarch.net/find-a-group/how-to-start-a-new-balint-group/',
    'https://www.balintgroupgreece.com/en/the-frame-of-the-group-work/',
    'https://doi.org/10.1016/j.pec.2015.01.014',
  ],
  minutesAdapted: false,
}
