import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const kollegialRaadgivning6Faser: Protocol = {
  id: 'kollegial-raadgivning-6-faser',
  kind: 'supervision',
  name: both('Kollegial rådgivning i seks faser', 'Peer consultation in six phases'),
  purpose: both(
    'At lade fortælleren vælge både nøglespørgsmål og rådgivningsform, så hjælpen passer til behovet.',
    'To let the case teller choose both the key question and the form of the advice, so that the help fits the need.',
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
    'Undersøgelser af kollegial rådgivning, mest i skoleverdenen, peger på bedre samtaleevner og mere eftertanke, men de er svagt anlagt. I en lille undersøgelse på en psykiatrisk klinik blev deltagerne mindre irriterede, men ikke mindre udbrændte.',
    'Studies of peer consultation, mostly in education, point to better social skills and more reflection, but their designs are weak. In a small study in a psychiatric clinic the participants became less irritated, but not less burnt out.',
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
    { id: 'raadgiver', name: both('Rådgiver', 'Adviser'), count: 'rest' },
  ],
  focusRole: 'fortaeller',
  leadRole: 'moderator',
  phases: [
    {
      id: 'roller',
      name: both('Rollefordeling', 'Roles and case'),
      minutes: 5,
      speakers: ['fortaeller', 'moderator', 'sekretaer', 'raadgiver'],
      silent: [],
      instruction: both(
        'Find moderator, fortæller og sekretær. De, der har en sag, nævner den i én sætning, og gruppen vælger.',
        'Find a moderator, a case teller and a scribe. Those who have a case name it in one sentence, and the group chooses.',
      ),
      questions: [both('Hvem har en sag, der trænger til nye øjne?', 'Who has a case that needs fresh eyes?')],
      prompts: {
        fortaeller: both(
          'Nævn din sag i én sætning. Vælger gruppen en anden sag, bytter du rolle med den, der har den.',
          'Name your case in one sentence. If the group chooses another, you swap roles with the one who has it.',
        ),
        moderator: both(
          'Led valget af sag, og se efter, at alle kender deres rolle, før I går videre.',
          'Lead the choice of a case, and see to it that everybody knows their role before you go on.',
        ),
        sekretaer: both(
          'Nævn din egen sag i én sætning, hvis du har en. Det bliver dig, der skriver ned under rådgivningen.',
          'Name a case of your own in one sentence, if you have one. You will be the one who writes during the consultation.',
        ),
        raadgiver: both(
          'Nævn din egen sag i én sætning, hvis du har en, og vær med til at vælge.',
          'Name a case of your own in one sentence, if you have one, and take part in choosing.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'fortaelling',
      name: both('Spontan fortælling', 'Spontaneous account'),
      minutes: 10,
      speakers: ['fortaeller', 'moderator', 'raadgiver', 'sekretaer'],
      silent: [],
      instruction: both(
        'Fortælleren fortæller uforberedt. Kun moderatoren spørger undervejs. I de sidste to minutter må de andre stille to-tre spørgsmål for at forstå.',
        'The case teller speaks unprepared. Only the moderator asks along the way. In the last two minutes the others may ask two or three questions to understand.',
      ),
      questions: [
        both(
          'Hvad skal vi vide for at forstå situationen nogenlunde?',
          'What do we need to know to understand the situation well enough?',
        ),
      ],
      prompts: {
        fortaeller: both(
          'Fortæl, som det falder dig ind. Det behøver ikke at være ordnet. Brug roller i stedet for navne.',
          'Tell it as it comes to you. It need not be in order. Use roles instead of names.',
        ),
        moderator: both(
          'Hjælp fortællingen på vej med få spørgsmål. Luk op for to-tre forståelsesspørgsmål i de sidste to minutter.',
          'Help the story along with few questions. Let in two or three questions for understanding in the last two minutes.',
        ),
        sekretaer: both(
          'Lyt. Du skal ikke skrive endnu, men du må spørge til sidst, hvis der er noget, du ikke forstår.',
          'Listen. You need not write yet, but you may ask at the end if there is something you do not understand.',
        ),
        raadgiver: both(
          'Lyt, til moderatoren åbner for spørgsmål. Spørg så kun for at forstå.',
          'Listen until the moderator opens for questions. Then ask only to understand.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'noeglespoergsmaal',
      name: both('Nøglespørgsmål', 'Key question'),
      minutes: 7,
      speakers: ['fortaeller', 'moderator'],
      silent: ['raadgiver', 'sekretaer'],
      instruction: both(
        'Fortælleren formulerer ét nøglespørgsmål til rådgiverne. Moderatoren hjælper, til det er skarpt. Går det i stå, må rådgiverne foreslå et.',
        'The case teller words one key question for the advisers. The moderator helps until it is sharp. If it stalls, the advisers may suggest one.',
      ),
      questions: [
        both(
          'Hvilket spørgsmål vil du helst have svar på i dag?',
          'Which question would you most like answered today?',
        ),
      ],
      prompts: {
        fortaeller: both(
          'Find det ene spørgsmål, du vil have hjælp til. Prøv det højt, til det passer.',
          'Find the one question you want help with. Try it aloud until it fits.',
        ),
        moderator: both(
          'Spørg, til nøglespørgsmålet er ét og klart, og gentag det højt. Går det i stå, så bed rådgiverne om et forslag.',
          'Ask until the key question is one and clear, and repeat it aloud. If it stalls, ask the advisers for a suggestion.',
        ),
        sekretaer: both(
          'Du lytter. Skriv nøglespørgsmålet ned, ord for ord.',
          'You listen. Write down the key question, word for word.',
        ),
        raadgiver: both(
          'Du lytter. Foreslå kun et nøglespørgsmål, hvis moderatoren beder om det.',
          'You listen. Suggest a key question only if the moderator asks for one.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'metodevalg',
      name: both('Valg af form', 'Choosing the form'),
      minutes: 5,
      speakers: ['fortaeller', 'moderator', 'raadgiver'],
      silent: ['sekretaer'],
      instruction: both(
        'Vælg, hvordan der skal rådgives: brainstorm, omvendt brainstorm (hvad ville gøre det værre?), gode råd, genklangsrunde, hypoteser eller perspektivskifte. Fortælleren har det sidste ord.',
        'Choose how to advise: brainstorm, reverse brainstorm (what would make it worse?), good advice, a round of resonance, hypotheses or a change of perspective. The case teller has the final say.',
      ),
      questions: [
        both(
          'Har du mest brug for idéer, forståelse eller genklang?',
          'Do you mostly need ideas, understanding or resonance?',
        ),
      ],
      prompts: {
        fortaeller: both(
          'Sig, om du mest har brug for idéer, forståelse eller genklang. Du har det sidste ord.',
          'Say whether you mostly need ideas, understanding or resonance. You have the final say.',
        ),
        moderator: both(
          'Foreslå to eller tre former, der passer til nøglespørgsmålet, og lad fortælleren vælge.',
          'Suggest two or three forms that fit the key question, and let the case teller choose.',
        ),
        sekretaer: both(
          'Du lytter. Gør klar til at skrive bidragene ned.',
          'You listen. Get ready to write down the contributions.',
        ),
        raadgiver: both(
          'Sig, hvilken form du selv kan bidrage i. Fortælleren afgør det.',
          'Say which form you could contribute in. The case teller decides.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'raadgivning',
      name: both('Rådgivning', 'Consultation'),
      minutes: 10,
      speakers: ['raadgiver', 'moderator', 'sekretaer'],
      silent: ['fortaeller'],
      instruction: both(
        'Rådgiverne bidrager i den valgte form, ét bidrag ad gangen og uden hast. Sekretæren skriver ned. Fortælleren lytter kun.',
        'The advisers contribute in the chosen form, one contribution at a time and without haste. The scribe writes. The case teller only listens.',
      ),
      questions: [
        both(
          'Hvad melder sig hos dig, når du hører nøglespørgsmålet?',
          'What comes up in you when you hear the key question?',
        ),
      ],
      prompts: {
        fortaeller: both(
          'Du lytter. Du skal ikke svare, og du behøver ikke at skrive: Det gør sekretæren for dig.',
          'You listen. You need not answer, and you need not write: the scribe does that for you.',
        ),
        moderator: both(
          'Hold gruppen i den valgte form, og giv ordet videre. Stop venligt, hvis bidragene bliver drøftet.',
          'Keep the group in the chosen form, and pass the turn on. Kindly stop it if contributions are debated.',
        ),
        sekretaer: both(
          'Skriv bidragene ned med få ord, uden hvem der sagde hvad. Du må også selv bidrage.',
          'Write down the contributions in a few words, without who said what. You may contribute too.',
        ),
        raadgiver: both(
          'Giv ét bidrag ad gangen i den valgte form. Byg videre på de andre uden at vurdere dem.',
          'Give one contribution at a time in the chosen form. Build on the others without judging them.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'afslutning',
      name: both('Afslutning', 'Closing'),
      minutes: 8,
      speakers: ['fortaeller', 'moderator'],
      silent: ['raadgiver', 'sekretaer'],
      instruction: both(
        'Fortælleren siger, hvilke bidrag der var til hjælp, og hvad det næste skridt er. Bidragene drøftes ikke. Fortælleren får notatet.',
        'The case teller says which contributions were of help and what the next step is. Contributions are not debated. The case teller gets the notes.',
      ),
      questions: [
        both('Hvilke to bidrag vil du arbejde videre med?', 'Which two contributions will you take further?'),
      ],
      prompts: {
        fortaeller: both(
          'Sig, hvilke bidrag du tager med, og hvad du gør som det næste. Notatet er dit.',
          'Say which contributions you take with you and what you will do next. The notes are yours.',
        ),
        moderator: both(
          'Spørg, hvad der tages med, og hvad det næste skridt er. Lad bidragene stå, og rund af.',
          'Ask what is taken along and what the next step is. Let the contributions stand, and close.',
        ),
        sekretaer: both(
          'Du lytter. Giv notatet til fortælleren, og behold ingen kopi.',
          'You listen. Hand the notes to the case teller, and keep no copy.',
        ),
        raadgiver: both(
          'Du lytter. Det, du bidrog med, er nu fortællerens.',
          'You listen. What you contributed now belongs to the case teller.',
        ),
      },
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
