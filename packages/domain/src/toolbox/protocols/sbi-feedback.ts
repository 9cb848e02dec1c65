import { both, type Protocol } from '../protocol.ts'

export const sbiFeedback: Protocol = {
  id: 'sbi-feedback',
  kind: 'feedback',
  name: both('SBI-feedback: situation, adfærd, effekt', 'SBI feedback: situation, behaviour, impact'),
  purpose: both(
    'At øve feedback, der er konkret nok til at kunne bruges og venlig nok til at kunne høres.',
    'To practise feedback concrete enough to be used and kind enough to be heard.',
  ),
  origin: both('Center for Creative Leadership (SBI)', 'Center for Creative Leadership (SBI)'),
  minParticipants: 3,
  maxParticipants: 3,
  roles: [
    { id: 'giver', name: both('Giver', 'Giver'), count: 1 },
    { id: 'modtager', name: both('Modtager', 'Receiver'), count: 1 },
    { id: 'observatoer', name: both('Observatør', 'Observer'), count: 1 },
  ],
  focusRole: 'modtager',
  leadRole: 'observatoer',
  phases: [
    {
      id: 'forberedelse',
      name: both('Forberedelse', 'Preparation'),
      minutes: 4,
      speakers: [],
      silent: ['giver', 'modtager', 'observatoer'],
      instruction: both(
        'Giveren skriver én situation, én iagttagelig adfærd og én effekt. Ingen egenskabsord om personen.',
        'The giver writes one situation, one observable behaviour and one impact. No trait words about the person.',
      ),
      questions: [both('Hvad kunne et kamera have optaget?', 'What could a camera have recorded?')],
    },
    {
      id: 'lov',
      name: both('Spørg om lov', 'Ask permission'),
      minutes: 2,
      speakers: ['giver', 'modtager'],
      silent: ['observatoer'],
      instruction: both(
        'Giveren siger, hvad feedbacken handler om, og spørger, om tidspunktet er rigtigt. Modtageren må sige nej.',
        'The giver says what the feedback is about and asks whether the time is right. The receiver may decline.',
      ),
      questions: [both('Vil du have min iagttagelse nu?', 'Would you like my observation now?')],
    },
    {
      id: 'giv',
      name: both('Giv', 'Give'),
      minutes: 3,
      speakers: ['giver'],
      silent: ['modtager', 'observatoer'],
      instruction: both('Situation, adfærd, effekt – og så stille.', 'Situation, behaviour, impact – then silence.'),
      questions: [
        both('I hvilken situation så jeg det?', 'In which situation did I see it?'),
        both('Hvad gjorde eller sagde du?', 'What did you do or say?'),
        both('Hvad gjorde det ved mig eller opgaven?', 'What did it do to me or the task?'),
      ],
    },
    {
      id: 'modtag',
      name: both('Modtag', 'Receive'),
      minutes: 5,
      speakers: ['modtager', 'giver'],
      silent: ['observatoer'],
      instruction: both(
        'Modtageren gengiver med egne ord, spørger ind til effekten og siger tak. Ingen forklaringer endnu.',
        'The receiver repeats in own words, asks about the impact and says thank you. No explanations yet.',
      ),
      questions: [
        both('Hvad hørte du mig sige?', 'What did you hear me say?'),
        both('Hvad mangler du at forstå om effekten?', 'What do you still need to understand about the impact?'),
      ],
    },
    {
      id: 'aftale',
      name: both('Aftale', 'Agreement'),
      minutes: 4,
      speakers: ['modtager', 'giver'],
      silent: ['observatoer'],
      instruction: both(
        'Modtageren vælger selv, om noget skal ændres, og hvad.',
        'The receiver decides whether to change anything, and what.',
      ),
      questions: [both('Hvad vil du gøre mere, mindre eller ligesom nu?', 'What will you do more, less or the same?')],
    },
    {
      id: 'observatoer',
      name: both('Observatørens iagttagelse', "Observer's observation"),
      minutes: 6,
      speakers: ['observatoer', 'giver', 'modtager'],
      silent: [],
      instruction: both(
        'Observatøren siger, hvad der var konkret, og hvor det gled over i tolkning. Byt derefter roller.',
        'The observer says what was concrete and where it slid into interpretation. Then rotate roles.',
      ),
      questions: [both('Hvilke ord gjorde det let at høre?', 'Which words made it easy to hear?')],
    },
  ],
  sources: [
    'General knowledge (CCL SBI)',
    'https://erhvervsfilosofi.dk/12-spoergsmaal-til-effektiv-kollegial-feedback (frame, roles)',
  ],
  minutesAdapted: false,
}
