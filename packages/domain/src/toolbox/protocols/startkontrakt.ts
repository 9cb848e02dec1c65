import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const startkontrakt: Protocol = {
  id: 'startkontrakt',
  kind: 'dialogue',
  name: both('Netværkets startkontrakt', "The network's opening contract"),
  purpose: both(
    'At aftale formål, fortrolighed og spilleregler, før den første sag kommer på bordet.',
    'To agree on purpose, confidentiality and ground rules before the first case is on the table.',
  ),
  origin: both(
    'Spilleregler for netværk (BFA) og dansk netværkspraksis',
    'Ground rules for networks (BFA, Denmark) and Danish network practice',
  ),
  when: both(
    'Når netværket mødes første gang, når et nyt medlem kommer til, eller når en aftale er blevet brudt.',
    'When the network meets for the first time, when a new member joins, or when an agreement has been broken.',
  ),
  whenNot: both(
    'Når der er åben konflikt i netværket. Få først en konsulent til at hjælpe.',
    'When there is open conflict in the network. Ask a consultant to help first.',
  ),
  evidence: null,
  licence: freeProcedure,
  forNewcomers: true,
  needsConsultant: false,
  minParticipants: 4,
  maxParticipants: 12,
  roles: [
    { id: 'tovholder', name: both('Tovholder eller konsulent', 'Convenor or consultant'), count: 1 },
    { id: 'deltager', name: both('Deltager', 'Participant'), count: 'rest' },
  ],
  focusRole: null,
  leadRole: 'tovholder',
  phases: [
    {
      id: 'interview',
      name: both('Interview to og to', 'Interviews in pairs'),
      minutes: 15,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Interview hinanden to og to. Præsentér derefter hinanden for gruppen, ikke jer selv.',
        'Interview each other in pairs. Then introduce one another to the group, not yourselves.',
      ),
      questions: [
        both(
          'Hvilken ledelsesopgave er du mest tilfreds med at have løst?',
          'Which task as a leader are you most pleased to have solved?',
        ),
        both('Hvad har du brug for et fortroligt rum til?', 'What do you need a confidential space for?'),
      ],
      prompts: {
        tovholder: both(
          'Sæt par, sig til, når I skal bytte, og led præsentationen. Vær selv med i et par.',
          'Form pairs, say when to swap, and lead the introductions. Be part of a pair yourself.',
        ),
        deltager: both(
          'Interview din makker, og lad dig interviewe. Spørg, hvad du må sige videre: Bagefter præsenterer I hinanden.',
          'Interview your partner, and be interviewed. Ask what you may pass on: afterwards you introduce each other.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'formaal',
      name: both('Formål', 'Purpose'),
      minutes: 10,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Skriv formålet i én sætning, som I alle kan sige ja til.',
        'Write the purpose in one sentence that you can all say yes to.',
      ),
      questions: [both('Hvorfor findes dette netværk?', 'Why does this network exist?')],
      prompts: {
        tovholder: both(
          'Saml forslagene i én sætning, og spørg, til alle kan sige ja. Du skal ikke have svaret på forhånd.',
          'Gather the proposals in one sentence, and ask until everybody can say yes. You need not have the answer beforehand.',
        ),
        deltager: both(
          'Sig, hvad netværket skal være for dig. Prøv så sætningen af: Kan du sige ja til den?',
          'Say what the network should be to you. Then test the sentence: can you say yes to it?',
        ),
      },
      isWriting: false,
    },
    {
      id: 'spilleregler',
      name: both('Spilleregler', 'Ground rules'),
      minutes: 15,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Aftal fortrolighed, fravær, forberedelse, telefoner og uenighed, og hvad der sker, hvis en regel bliver brudt.',
        'Agree on confidentiality, absence, preparation, phones and disagreement, and on what happens if a rule is broken.',
      ),
      questions: [
        both('Hvad må forlade rummet, og hvad må ikke?', 'What may leave the room, and what may not?'),
        both('Hvad gør vi, hvis en af os har det skidt?', 'What do we do if one of us is unwell?'),
      ],
      prompts: {
        tovholder: both(
          'Tag punkterne ét ad gangen, og sig hver aftale højt. Nævn, at underretningspligten gælder trods fortroligheden.',
          'Take the points one by one, and say each agreement aloud. Mention that the duty to notify holds despite confidentiality.',
        ),
        deltager: both(
          'Sig, hvad du har brug for, for at kunne tale frit. Sig også til, hvis en regel ikke går for dig.',
          'Say what you need in order to speak freely. Say so too if a rule does not work for you.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'inhabilitet',
      name: both('Bindinger', 'Ties'),
      minutes: 8,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Læg frem, om nogen af jer er chef for en anden, søger job hos en anden eller forhandler med en anden. Ingen i netværket må være chef for en anden.',
        "Say openly if anyone here is another's manager, is applying for a job with another or is negotiating with another. Nobody in the network may be another's manager.",
      ),
      questions: [both('Er der bindinger, vi skal kende?', 'Are there ties we should know of?')],
      prompts: {
        tovholder: both(
          'Begynd med dine egne bindinger, og spørg så rundt. Er nogen chef for en anden, må I finde en løsning, før I går videre.',
          "Begin with your own ties, then ask round. If somebody is another's manager, find a solution before you go on.",
        ),
        deltager: both(
          'Nævn de bindinger, de andre bør kende. Du behøver ikke at sige mere, end at de findes.',
          'Name the ties that the others should know of. You need not say more than that they exist.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'rytme',
      name: both('Rytme og roller', 'Rhythm and roles'),
      minutes: 8,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Læg datoer for et halvt år, og aftal, hvem der er tovholder hvornår.',
        'Fix dates for six months, and agree on who is convenor when.',
      ),
      questions: [both('Hvornår mødes vi, uanset hvor travlt der er?', 'When do we meet, however busy it is?')],
      prompts: {
        tovholder: both(
          'Find datoerne sammen med de andre, og skriv op, hvem der er tovholder hvornår.',
          'Find the dates together with the others, and write down who is convenor when.',
        ),
        deltager: both(
          'Sig, hvilke dage du kan holde fri, også i travle uger, og hvornår du kan være tovholder.',
          'Say which days you can keep free, in busy weeks too, and when you could be convenor.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'underskriv',
      name: both('Bekræft', 'Confirm'),
      minutes: 4,
      speakers: ['tovholder', 'deltager'],
      silent: [],
      instruction: both(
        'Læs kontrakten op. Hver siger ja eller siger, hvad der mangler.',
        'Read the contract aloud. Each says yes, or says what is missing.',
      ),
      questions: [both('Kan du stå inde for den?', 'Can you stand by it?')],
      prompts: {
        tovholder: both(
          'Læs kontrakten op, og spørg hver enkelt. Skriv det til, der mangler.',
          'Read the contract aloud, and ask each person. Add what is missing.',
        ),
        deltager: both(
          'Sig ja, eller sig, hvad der mangler, før du kan sige ja.',
          'Say yes, or say what is missing before you can.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'https://www.godtarbejdsmiljo.dk/trivsel/naar-du-skal-lede-dig-selv/arbejde-alene/netvaerk-for-alenearbejdere/spilleregler',
    'https://cfl.dk/artikler/9-processer-det-kan-du-forvente-som-netvaerksdeltager',
  ],
  minutesAdapted: false,
}
