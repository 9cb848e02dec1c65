import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const kollegialRaadgivning6Faser: Protocol = {
  id: 'kollegial-raadgivning-6-faser',
  kind: 'supervision',
  name: both('Kollegial rådgivning i seks faser', 'Peer consultation in six phases'),
  purpose: both(
    'At lade fortælleren vælge både nøglespørgsmål og rådgivningsmetode, så hjælpen passer til behovet.',
    'To let the case teller choose both the key question and the consulting method so the help fits the need.',
  ),
  origin: both('Kim-Oliver Tietze, Hamburg (2003)', 'Kim-Oliver Tietze, Hamburg (2003)'),
  when: both(
    'Når den, der har sagen, selv vil vælge, hvilken slags hjælp der er brug for: idéer, forståelse eller genklang.',
    'When the one with the case wants to choose what kind of help is needed: ideas, understanding or resonance.',
  ),
  whenNot: both(
    'Når I er færre end fem, eller når spørgsmålet kræver faglig viden, som ingen af jer har.',
    'When there are fewer than five of you, or when the question calls for expert knowledge that none of you has.',
  ),
  evidence: both(
    'Undersøgelser af kollegial rådgivning, mest i skoleverdenen, peger på bedre samtaleevner og mere eftertanke, men de er svagt anlagt. På en psykiatrisk klinik blev deltagerne mindre irritable, men ikke mindre udbrændte.',
    'Studies of peer consultation, mostly in education, point to better social skills and more reflection, but their designs are weak. In a psychiatric clinic the participants became less irritable, but not less burnt out.',
  ),
  licence: freeProcedure,
  forNewcomers: false,
  needsConsultant: false,
  minParticipants: 5,
  maxParticipants: 8,
  roles: [
    { id: 'fortaeller', name: both('Fortæller', 'Case teller'), count: 1 },
    { id: 'moderator', name: both('Moderator', 'Moderator'), count: 1 },
    { id: 'sekretaer', name: both('Sekretær', 'Scribe'), count: 1 },
    { id: 'raadgiver', name: both('Rådgivere', 'Consultants'), count: 'rest' },
  ],
  focusRole: 'fortaeller',
  leadRole: 'moderator',
  phases: [
    {
      id: 'roller',
      name: both('Rollefordeling', 'Casting'),
      minutes: 5,
      speakers: ['fortaeller', 'moderator', 'sekretaer', 'raadgiver'],
      silent: [],
      instruction: both(
        'Find moderator, fortæller og sekretær. Interesserede nævner deres sag i én sætning, og gruppen vælger.',
        'Find moderator, case teller and scribe. Those interested name their case in one sentence and the group chooses.',
      ),
      questions: [both('Hvem har en sag, der trænger til nye øjne?', 'Who has a case that needs fresh eyes?')],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'fortaelling',
      name: both('Spontan fortælling', 'Spontaneous account'),
      minutes: 10,
      speakers: ['fortaeller', 'moderator', 'raadgiver', 'sekretaer'],
      silent: [],
      instruction: both(
        'Fortælleren fortæller uforberedt. Kun moderator spørger undervejs. De sidste to minutter må rådgiverne stille to-tre forståelsesspørgsmål.',
        'The case teller speaks unprepared. Only the moderator asks along the way. In the last two minutes the consultants may ask two or three questions for understanding.',
      ),
      questions: [
        both(
          'Hvad skal vi vide for at forstå situationen nogenlunde?',
          'What do we need to know to understand the situation well enough?',
        ),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'noeglespoergsmaal',
      name: both('Nøglespørgsmål', 'Key question'),
      minutes: 7,
      speakers: ['fortaeller', 'moderator'],
      silent: ['raadgiver', 'sekretaer'],
      instruction: both(
        'Fortælleren formulerer ét nøglespørgsmål til rådgiverne. Moderator hjælper, indtil det er skarpt. Går det i stå, må rådgiverne foreslå nøglespørgsmål.',
        'The case teller words one key question for the consultants. The moderator helps until it is sharp. If it stalls, the consultants may suggest key questions.',
      ),
      questions: [
        both(
          'Hvilket spørgsmål vil du allerhelst have svar på i dag?',
          'Which question would you most like answered today?',
        ),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'metodevalg',
      name: both('Metodevalg', 'Choosing the method'),
      minutes: 5,
      speakers: ['fortaeller', 'moderator', 'raadgiver'],
      silent: ['sekretaer'],
      instruction: both(
        'Vælg rådgivningsform: idéregn, idéregn på hovedet, gode råd, genklangsrunde, hypoteser eller perspektivskifte. Fortælleren har det sidste ord.',
        'Choose the consulting form: brainstorm, headstand brainstorm, good advice, resonance round, hypotheses or change of perspective. The case teller has the final say.',
      ),
      questions: [
        both(
          'Har du mest brug for idéer, forståelse eller genklang?',
          'Do you mostly need ideas, understanding or resonance?',
        ),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'raadgivning',
      name: both('Rådgivning', 'Consultation'),
      minutes: 10,
      speakers: ['raadgiver', 'moderator', 'sekretaer'],
      silent: ['fortaeller'],
      instruction: both(
        'Rådgiverne bidrager efter den valgte form, ét bidrag ad gangen og uden hast. Sekretæren skriver ned. Fortælleren lytter kun.',
        'The consultants contribute in the chosen form, one contribution at a time and without haste. The scribe writes. The case teller only listens.',
      ),
      questions: [
        both(
          'Hvad melder sig hos dig, når du hører nøglespørgsmålet?',
          'What comes up in you when you hear the key question?',
        ),
      ],
      prompts: {},
      isWriting: false,
    },
    {
      id: 'afslutning',
      name: both('Afslutning', 'Closing'),
      minutes: 8,
      speakers: ['fortaeller', 'moderator'],
      silent: ['raadgiver', 'sekretaer'],
      instruction: both(
        'Fortælleren siger, hvilke bidrag der var værdifulde, og hvad næste skridt er. Bidragene diskuteres ikke. Fortælleren får notatet.',
        'The case teller says which contributions were valuable and what the next step is. Contributions are not debated. The case teller gets the notes.',
      ),
      questions: [
        both('Hvilke to bidrag vil du arbejde videre med?', 'Which two contributions will you take further?'),
      ],
      prompts: {},
      isWriting: false,
    },
  ],
  sources: [
    'https://kollegiale-beratung.de/ablauf-und-methodik-von-kollegialer-beratung-in-sechs-phasen.html',
    'http://kollegiale-beratung.de/Ebene3/2spontan.html',
    'http://kollegiale-beratung.de/Ebene3/5methodu.html',
    'https://oer.fh-joanneum.at/zml/good-practice/kollegiale-beratung/',
    'https://econtent.hogrefe.com/doi/abs/10.1026/0943-8149/a000054',
    'http://www.mwonline.de/contentindex/buch/1406/Tietze%2C+Kim-Oliver/Wirkprozesse+und+personenbezogene+Wirkungen+von+kollegialer+Beratung.html',
  ],
  minutesAdapted: false,
}
