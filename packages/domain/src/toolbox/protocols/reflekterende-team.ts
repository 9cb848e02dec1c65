import { freeProcedure } from '../licence.ts'
import { both, type Protocol } from '../protocol.ts'

export const reflekterendeTeam: Protocol = {
  id: 'reflekterende-team',
  kind: 'supervision',
  name: both('Kollegial supervision med reflekterende team', 'Peer supervision with a reflecting team'),
  purpose: both(
    'At hjælpe en lederkollega med at se en sag fra flere sider, uden at gruppen overtager sagen eller giver råd.',
    'To help a fellow leader see a case from several angles, without the group taking it over or giving advice.',
  ),
  origin: both(
    'Tom Andersen, Tromsø (1985–1991), og dansk systemisk praksis',
    'Tom Andersen, Tromsø (1985–1991), and Danish systemic practice',
  ),
  when: both(
    'Når sagen kan forstås på flere måder, og fokuspersonen har mere brug for nye blikke end for svar.',
    'When the case can be understood in several ways, and the focus person needs fresh eyes more than answers.',
  ),
  whenNot: both(
    'Når der skal handles allerede i dag, når nogen i gruppen er part i sagen, eller når det, der mangler, er viden, som en af jer bare kan give.',
    'When something must be done today, when somebody in the group is a party to the case, or when what is missing is knowledge that one of you can simply give.',
  ),
  evidence: both(
    'En gennemgang af 32 undersøgelser fandt mindre udbrændthed der, hvor supervisionen fungerede. Det er en sammenhæng, ikke et bevis, og dårlig supervision kan skade. Netop denne form er os bekendt ikke undersøgt blandt ledere.',
    'A review of 32 studies found less burnout where supervision worked well. That is an association, not proof, and poor supervision can do harm. As far as we know, this very form has not been studied among leaders.',
  ),
  licence: freeProcedure,
  forNewcomers: true,
  needsConsultant: false,
  minParticipants: 4,
  maxParticipants: 8,
  roles: [
    { id: 'fokusperson', name: both('Fokusperson', 'Focus person'), count: 1 },
    { id: 'supervisor', name: both('Supervisor', 'Supervisor'), count: 1 },
    { id: 'team', name: both('Reflekterende team', 'Reflecting team'), count: 'rest' },
  ],
  focusRole: 'fokusperson',
  leadRole: 'supervisor',
  phases: [
    {
      id: 'ramme',
      name: both('Ramme og aftale', 'Frame and agreement'),
      minutes: 5,
      speakers: ['fokusperson', 'supervisor'],
      silent: ['team'],
      instruction: both(
        'Supervisoren aftaler med fokuspersonen, hvad samtalen skal bruges til, og hvor grænsen går. Teamet får noget bestemt at lytte efter. Ingen i sagen nævnes ved navn.',
        'The supervisor agrees with the focus person what the conversation is for and where its limits are. The team is given something to listen for. Nobody in the case is named.',
      ),
      questions: [
        both('Hvad vil du gerne gå herfra med?', 'What would you like to leave with?'),
        both('Er der noget, vi ikke skal spørge til i dag?', 'Is there anything we should not ask about today?'),
      ],
      prompts: {
        fokusperson: both(
          'Sig, hvad du vil bruge samtalen til, og hvad de andre ikke skal spørge til. Brug roller i stedet for navne.',
          'Say what you want from the conversation, and what the others should not ask about. Use roles instead of names.',
        ),
        supervisor: both(
          'Spørg, hvad fokuspersonen ønsker af samtalen, og hvor grænsen går. Giv så teamet én ting at lytte efter.',
          'Ask what the focus person wants from the conversation and where its limits are. Then give the team one thing to listen for.',
        ),
        team: both(
          'Du lytter. Læg mærke til, hvad fokuspersonen ønsker, og hvad du får til opgave at lytte efter.',
          'You listen. Notice what the focus person asks for, and what you are asked to listen for.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'interview-1',
      name: both('Første interview', 'First interview'),
      minutes: 15,
      speakers: ['fokusperson', 'supervisor'],
      silent: ['team'],
      instruction: both(
        'Supervisoren spørger åbent og nysgerrigt. Teamet lytter i stilhed, noterer ord og billeder og bryder ikke ind.',
        'The supervisor asks open and curious questions. The team listens in silence, notes words and images, and does not interrupt.',
      ),
      questions: [
        both('Hvad skete der, set med dine øjne?', 'What happened, seen through your eyes?'),
        both(
          'Hvem andre er optaget af det her, og hvad ville de fortælle?',
          'Who else is concerned with this, and what would they tell us?',
        ),
        both(
          'Hvad har du allerede forsøgt, og hvad kom der ud af det?',
          'What have you already tried, and what came of it?',
        ),
      ],
      prompts: {
        fokusperson: both(
          'Fortæl i dit eget tempo. Du bestemmer, hvad du svarer på, og du kan altid sige pas.',
          'Tell it at your own pace. You decide what to answer, and you can always pass.',
        ),
        supervisor: both(
          'Stil ét åbent spørgsmål ad gangen, og bliv ved svaret. Giv ingen råd, heller ikke forklædt som spørgsmål.',
          'Ask one open question at a time, and stay with the answer. Give no advice, not even disguised as a question.',
        ),
        team: both(
          'Du lytter og siger ikke noget. Skriv ord og billeder ned, som de blev sagt, og lad løsningerne ligge.',
          'You listen and say nothing. Write down words and images as they were said, and leave solutions aside.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'refleksion-1',
      name: both('Teamets første refleksion', "The team's first reflection"),
      minutes: 8,
      speakers: ['team'],
      silent: ['fokusperson', 'supervisor'],
      instruction: both(
        'Teamet taler med hinanden, ikke til fokuspersonen. Tal undrende, med »måske« og »jeg kommer til at tænke på«. Ingen råd, ingen diagnoser og intet »hvis jeg var dig«.',
        'The team members talk with each other, not to the focus person. Wonder aloud, with “perhaps” and “it makes me think of”. No advice, no diagnoses, no “if I were you”.',
      ),
      questions: [
        both('Hvad lagde du særlig mærke til?', 'What did you notice in particular?'),
        both('Hvordan kan situationen ellers forstås?', 'How else could the situation be understood?'),
        both('Hvad rørte ved noget hos dig selv?', 'What touched something in you?'),
      ],
      prompts: {
        fokusperson: both(
          'Du lytter. Du skal ikke svare eller forklare. Læg mærke til det, der giver genklang.',
          'You listen. You need not answer or explain. Notice what resonates with you.',
        ),
        supervisor: both(
          'Du lytter og holder øje med tiden. Bryd kun ind, hvis teamet taler til fokuspersonen eller giver råd.',
          'You listen and watch the time. Step in only if the team talks to the focus person or gives advice.',
        ),
        team: both(
          'Tal med de andre i teamet, ikke til fokuspersonen. Sig, hvad du hørte, og hvad det fik dig til at undre dig over.',
          'Talk with the others in the team, not to the focus person. Say what you heard and what it made you wonder about.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'genklang',
      name: both('Fokuspersonens genklang', 'What resonated'),
      minutes: 4,
      speakers: ['fokusperson', 'supervisor'],
      silent: ['team'],
      instruction: both(
        'Fokuspersonen griber det, der gav genklang, og lader resten ligge. Der er intet at forklare eller forsvare.',
        'The focus person picks up what resonated and leaves the rest. There is nothing to explain or defend.',
      ),
      questions: [both('Hvad hæftede du dig ved?', 'What stayed with you?')],
      prompts: {
        fokusperson: both(
          'Sig, hvad der gav genklang hos dig. Resten kan du lade ligge uden at begrunde det.',
          'Say what resonated with you. The rest you can leave, without giving reasons.',
        ),
        supervisor: both(
          'Spørg kort, hvad der blev hængende, og følg fokuspersonens ord. Kom ikke selv med en tolkning.',
          'Ask briefly what stayed, and follow the words of the focus person. Offer no interpretation of your own.',
        ),
        team: both(
          'Du lytter. Det, du sagde, behøver intet svar, og du skal ikke uddybe det.',
          'You listen. What you said needs no answer, and you need not add to it.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'interview-2',
      name: both('Andet interview', 'Second interview'),
      minutes: 10,
      speakers: ['fokusperson', 'supervisor'],
      silent: ['team'],
      instruction: both(
        'Supervisoren følger det spor, fokuspersonen vælger, og flytter blikket fra problemet til det, der kan gøres.',
        'The supervisor follows the track that the focus person chooses, and turns from the problem to what can be done.',
      ),
      questions: [
        both(
          'Hvis det gik lidt bedre om en måned, hvad ville de andre så se dig gøre?',
          'If things went a little better in a month, what would others see you doing?',
        ),
        both(
          'Hvad er du klar til at stå ved, også hvis det bliver upopulært?',
          'What are you prepared to stand by, even if it is unpopular?',
        ),
      ],
      prompts: {
        fokusperson: both(
          'Vælg det spor, du vil følge. Du må gerne tænke højt uden at vide, hvor det ender.',
          'Choose the track you want to follow. You may think aloud without knowing where it ends.',
        ),
        supervisor: both(
          'Spørg videre ad det spor, fokuspersonen vælger. Spørg til det, der kan gøres, men foreslå det ikke selv.',
          'Keep asking along the track that the focus person chooses. Ask about what can be done, but do not suggest it yourself.',
        ),
        team: both(
          'Du lytter igen uden at afbryde. Lyt efter styrker og efter det, der har flyttet sig siden det første interview.',
          'You listen again without interrupting. Listen for strengths, and for what has moved since the first interview.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'refleksion-2',
      name: both('Teamets anden refleksion', "The team's second reflection"),
      minutes: 6,
      speakers: ['team'],
      silent: ['fokusperson', 'supervisor'],
      instruction: both(
        'Teamet sætter ord på styrker og mulige veje, stadig undrende og stadig kun til hinanden.',
        'The team puts words to strengths and possible paths, still wondering, and still only to each other.',
      ),
      questions: [
        both('Hvilke styrker hørte du i fortællingen?', 'What strengths did you hear in the story?'),
        both('Hvilke døre ser ud til at stå på klem?', 'Which doors seem to be ajar?'),
      ],
      prompts: {
        fokusperson: both(
          'Du lytter igen uden at svare. Du behøver ikke at huske det hele; læg mærke til det, du kan bruge.',
          'You listen again without answering. You need not remember it all; notice what you can use.',
        ),
        supervisor: both(
          'Du lytter og holder øje med tiden. Bryd kun ind, hvis muligheder bliver til råd.',
          'You listen and watch the time. Step in only if possibilities turn into advice.',
        ),
        team: both(
          'Tal med de andre i teamet om styrker, du hørte, og veje, der måske er åbne. Sig, hvor i fortællingen du hørte dem.',
          'Talk with the others in the team about strengths you heard and paths that may be open. Say where in the story you heard them.',
        ),
      },
      isWriting: false,
    },
    {
      id: 'skridt',
      name: both('Opsamling og næste skridt', 'Summing up and next step'),
      minutes: 7,
      speakers: ['fokusperson', 'supervisor'],
      silent: ['team'],
      instruction: both(
        'Fokuspersonen samler selv op og vælger ét konkret skridt med en dato. Kun fokuspersonen afgør, hvad der skrives ned.',
        'The focus person sums up and chooses one concrete step with a date. Only the focus person decides what is written down.',
      ),
      questions: [
        both('Hvad er det første, du gør, og hvornår?', 'What will you do first, and when?'),
        both('Hvem kan støtte dig i det?', 'Who can support you in it?'),
      ],
      prompts: {
        fokusperson: both(
          'Saml op med dine egne ord, og vælg ét skridt med en dato. Du afgør, hvad der bliver skrevet ned.',
          'Sum up in your own words, and choose one step with a date. You decide what is written down.',
        ),
        supervisor: both(
          'Spørg, til skridtet er konkret: hvad, hvornår og med hvem. Lad fokuspersonen finde det selv.',
          'Ask until the step is concrete: what, when and with whom. Let the focus person find it.',
        ),
        team: both(
          'Du lytter. Skridtet er fokuspersonens eget, også hvis du ville have valgt et andet.',
          "You listen. The step is the focus person's own, even if you would have chosen another.",
        ),
      },
      isWriting: false,
    },
    {
      id: 'meta',
      name: both('Samtale om samtalen', 'Talking about the talk'),
      minutes: 5,
      speakers: ['fokusperson', 'supervisor', 'team'],
      silent: [],
      instruction: both(
        'Alle træder ud af rollerne og taler om formen. Sagen tages ikke op igen.',
        'Everybody steps out of role and talks about the form. The case is not reopened.',
      ),
      questions: [
        both('Hvad i formen hjalp?', 'What in the form helped?'),
        both('Hvad gør vi anderledes næste gang?', 'What will we do differently next time?'),
      ],
      prompts: {
        fokusperson: both(
          'Sig, hvad i formen der hjalp dig, og hvad du savnede. Du skal ikke sige mere om sagen.',
          'Say what in the form helped you and what you missed. You need not say more about the case.',
        ),
        supervisor: both(
          'Lad ordet gå rundt, og hold samtalen ved formen. Sig også, hvordan det var at spørge.',
          'Go round the group, and keep to the form. Also say what it was like to be the one who asks.',
        ),
        team: both(
          'Sig én ting, der hjalp dig med at lytte, og én, I kan gøre anderledes. Lad sagen ligge.',
          'Say one thing that helped you listen, and one that you could all do differently. Let the case rest.',
        ),
      },
      isWriting: false,
    },
  ],
  sources: [
    'https://www.mannaz.com/?p=94472',
    'https://yumpu.com/da/document/view/20128293/reflekterende-teams-macmann-berg',
    'https://www.psykaars.dk/vi-tilbyder/supervision/reflekterende-team.aspx',
    'http://indsikt.com/reflekterendeteam/',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC8604366/',
  ],
  minutesAdapted: true,
}
