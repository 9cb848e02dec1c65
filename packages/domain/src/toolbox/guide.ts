import type { Words } from '../text.ts'
import type { GuideSource } from './guide-sources.ts'
import { both } from './protocol.ts'

/** One thing to know or do. Without sources it is our own advice, and the page says so. */
export interface GuidePoint {
  readonly text: Words
  readonly sources: readonly GuideSource[]
}

export interface GuideSection {
  readonly id: string
  readonly title: Words
  readonly points: readonly GuidePoint[]
}

export const guideReaders = ['deciders', 'consultants', 'leaders'] as const
export type GuideReader = (typeof guideReaders)[number]

const point = (da: string, en: string, ...sources: GuideSource[]): GuidePoint => ({ text: both(da, en), sources })
const section = (id: string, da: string, en: string, ...points: GuidePoint[]): GuideSection => ({
  id,
  title: both(da, en),
  points,
})

/** How to start a network, for those who decide, those who help it on its way, and those who are in it. */
export const guide: Readonly<Record<GuideReader, readonly GuideSection[]>> = {
  deciders: [
    section(
      'what',
      'Hvad et ledernetværk er',
      'What a leader network is',
      point(
        'Fem til otte ledere på samme niveau mødes fast og arbejder med hinandens sager. I et hjemmenetværk kommer de fra samme område; det giver fælles sprog og tillid. På tværs af organisationer giver det nye øjne.',
        'Five to eight leaders on the same level meet regularly and work with each other’s cases. In a home network they come from the same area, which gives trust and a shared language. Across organisations it gives fresh eyes.',
        'report',
        'internal',
      ),
      point(
        'Et dansk projekt fra 2006 beskrev hjemmenetværk, hvor ledere fortalte om mere overskud, teknikker til at håndtere stress og et klarere billede af sig selv. Vi kender rapportens forord og et resumé af den, ikke det hele. Metoderne i værktøjskassen er ikke rapportens.',
        'A Danish project from 2006 described home networks in which leaders told of new energy, techniques to handle stress and a clearer picture of themselves. We know the front matter of its report and a summary, not the whole of it. The methods in the toolbox are not the report’s.',
        'report',
        'reportArticle',
      ),
    ),
    section(
      'expect',
      'Hvad I kan vente jer',
      'What you can expect',
      point(
        'Faste, små og ordnede grupper med beskyttet tid kan hjælpe mod udbrændthed og ensomhed i rollen. Virkningen er beskeden, og den afhænger af, om folk kommer, og af hvor godt gruppen arbejder.',
        'Regular, small, orderly groups with protected time may help against burnout and loneliness in the role. The effect is modest, and depends on whether people come and on how well the group works.',
        'compass',
        'west',
        'supervision',
      ),
      point(
        'Et netværk erstatter ikke, at belastende vilkår bliver ændret. Bliver snakken om stress et alternativ til det, er netværket blevet en undskyldning.',
        'A network does not replace changing the conditions that strain people. Where talk of stress becomes the alternative to that, the network has become an excuse.',
      ),
    ),
    section(
      'give',
      'Hvad I skal give det',
      'What you must give it',
      point(
        'Tid i kalenderen, som ingen tager igen: seks til ti møder af to en halv til tre timer, med tre til seks ugers mellemrum.',
        'Time in the calendar that nobody takes back: six to ten meetings of two and a half to three hours, three to six weeks apart.',
        'selfLed',
        'peerSupervision',
      ),
      point(
        'Et formål, før I finder medlemmerne. Det skal være frivilligt at være med.',
        'A purpose before you find the members. Taking part must be voluntary.',
        'formNetwork',
      ),
      point(
        'Medlemmernes egne chefer hjælper med at sætte formålet, og blander sig ikke i indholdet.',
        'The members’ own managers help to set the purpose, and stay out of the content.',
        'formNetwork',
      ),
      point(
        'En konsulent, der er med i begyndelsen og trækker sig igen. Grupper, der leder sig selv, kan virke, når roller og tid ligger fast.',
        'A consultant who is there at the beginning and withdraws again. Groups that lead themselves can work when roles and times are fixed.',
        'selfLed',
        'compass',
      ),
    ),
    section(
      'see',
      'Hvad I kan se, og hvad I ikke kan',
      'What you can see, and what you cannot',
      point(
        'I kan se, at netværkene mødes, hvor mange der kommer, og hvilke metoder de bruger. I kan ikke se, hvad der bliver sagt, hvem der havde en sag, eller hvordan nogen har det. Det gælder alle, også administratoren.',
        'You can see that the networks meet, how many come, and which methods they use. You cannot see what is said, who had a case, or how anybody is. That holds for everyone, the administrator too.',
      ),
      point(
        'Spørg til, om de mødes, og om de får noget ud af det. Sæt ikke mål for stress.',
        'Ask whether they meet and whether it is of use to them. Set no targets for stress.',
      ),
    ),
  ],
  consultants: [
    section(
      'compose',
      'Sæt gruppen sammen',
      'Put the group together',
      point(
        'Fem til otte, gerne seks. Færre bliver sårbart ved afbud; flere giver for få ture.',
        'Five to eight, ideally six. Fewer is fragile when somebody is away; more gives too few turns.',
        'actionLearning',
        'balance',
        'tips',
      ),
      point(
        'Samme ledelsesniveau, og aldrig nogen sammen med sin egen leder eller medarbejder. Heller ikke “bare én gang”.',
        'The same management level, and never anybody together with their own manager or report. Not “just once” either.',
        'report',
        'internal',
      ),
      point(
        'Pas på, hvis to søger samme stilling eller er parter i samme sag.',
        'Take care where two apply for the same job or are parties to the same matter.',
      ),
    ),
    section(
      'contract',
      'Lav aftalen, før der kommer sager',
      'Make the agreement before there are cases',
      point(
        'Formål, deltagelse, fortrolighed, underretningspligt, hvad I gør ved alvorlige personlige problemer, personlige grænser, nye medlemmer, og hvad der sker, når nogen bryder aftalen.',
        'Purpose, participation, confidentiality, duty to notify, what you do about serious personal problems, personal limits, new members, and what happens when somebody breaks the agreement.',
        'groundRules',
      ),
      point(
        'Netværkets fortrolighed ophæver ikke underretningspligten. Sig det højt på første møde.',
        'The network’s confidentiality does not suspend the duty to notify. Say so aloud at the first meeting.',
        'groundRules',
      ),
      point(
        'Mødepligt, egen sag og en aktiv rolle. Man kan ikke bare lytte med i længden.',
        'Attendance, a case of one’s own and an active role. Just listening is not enough in the long run.',
        'groundRules',
        'groups',
      ),
    ),
    section(
      'meetings',
      'De første møder',
      'The first meetings',
      point(
        'Vis et møde eller to, og lad gruppen tage over. En plan i god tid før hvert møde sparer dem for at lede det undervejs.',
        'Model a meeting or two, then let the group take over. A written plan before each meeting spares them from leading it as they go.',
        'selfLed',
        'nine',
      ),
      point(
        'Et møde på tre timer: 15 minutter til at komme på plads, 15 til opfølgning, to sager af en time, 10 minutters pause og 10 til 3-2-1-runden.',
        'A meeting of three hours: 15 minutes to settle in, 15 to follow up, two cases of an hour, a break of 10 and 10 for the 3-2-1 round.',
        'selfLed',
      ),
      point(
        'Begynd med startkontrakten og kollegial sparring i otte trin. Tag reflekterende team, når det sidder. Balintgrupper kræver en uddannet leder.',
        'Begin with the opening contract and eight-step peer sparring. Go on to the reflecting team when that works. Balint groups need a trained leader.',
      ),
      point(
        'Lad rollerne gå på omgang: tovholder, vært, tidstager. Små roller binder folk til gruppen.',
        'Let the roles rotate: convenor, host, timekeeper. Small roles tie people to the group.',
        'selfLed',
      ),
    ),
    section(
      'watch',
      'Hold øje med',
      'Keep an eye on',
      point(
        'Det bliver en kaffeklub eller et statusmøde. Rådene tager over. Den samme har altid en sag. Sagerne bliver for store eller for tæt på.',
        'It turns into a coffee club or a status meeting. Advice takes over. The same person always has a case. Cases grow too big or come too close.',
        'tips',
        'internal',
      ),
      point(
        'Færre end syv ud af ti kommer. Den samme har sag to gange i træk. Ingen har et næste skridt to møder i træk. Der er gået 60 dage uden møde.',
        'Fewer than seven in ten come. The same person has a case twice running. Nobody has a next step two meetings in a row. 60 days have passed without a meeting.',
      ),
      point(
        'En utryg gruppe gør skade: mangelfuld supervision hænger sammen med mere stress. Kom tilbage ved konflikt.',
        'An unsafe group does harm: inadequate supervision goes with more stress. Come back when there is conflict.',
        'supervision',
      ),
    ),
    section(
      'close',
      'Slut ordentligt',
      'End well',
      point(
        'Hold resultatet op mod formålet, og beslut: fortsæt, bland på ny, slå sammen eller stop. Sig farvel, og slet det, der er skrevet om sager.',
        'Hold the result against the purpose and decide: continue, re-mix, merge or stop. Say goodbye, and delete what was written about cases.',
        'peerSupervision',
      ),
    ),
  ],
  leaders: [
    section(
      'get',
      'Hvad du kan få ud af det',
      'What it can give you',
      point(
        'Et sted, hvor du kan tænke højt om det svære, med nogen, der kender arbejdet og ikke er dine chefer eller medarbejdere. Mange ledere fortæller, at det hjælper; undersøgelserne siger: nogle gange, og mest når man bliver ved.',
        'A place to think aloud about what is hard, with people who know the work and are neither your managers nor your staff. Many leaders say that it helps; the studies say: sometimes, and mostly when one keeps going.',
        'reportArticle',
        'compass',
        'clinic',
      ),
      point(
        'Det er ikke behandling. Har du det rigtig skidt, så tal med din læge; netværket kan vente.',
        'It is not treatment. If you are really unwell, talk to your doctor; the network can wait.',
      ),
    ),
    section(
      'bring',
      'Hvad du kommer med',
      'What you bring',
      point(
        'Dig selv, hver gang, og en sag, når det er din tur. En god sag er en, du selv er i tvivl om, og som ikke er afgjort.',
        'Yourself, each time, and a case when it is your turn. A good case is one in which you yourself are in doubt and that is not settled.',
        'groundRules',
        'groups',
      ),
      point(
        'Fortæl om roller, ikke navne: “en medarbejder”, “min chef”. Sig ikke mere om en anden, end du ville sige til vedkommende selv.',
        'Tell of roles, not names: “a member of staff”, “my manager”. Say no more of somebody than you would say to their face.',
        'secrecy',
      ),
      point(
        'Du må altid sige pas, og du må stoppe din egen sag.',
        'You may always pass, and you may stop your own case.',
      ),
    ),
    section(
      'stays',
      'Hvad der bliver i rummet',
      'What stays in the room',
      point(
        'Tavshedspligten gælder også her, og et netværk på tværs giver ingen undtagelse. Underretningspligten gælder også.',
        'The law on confidentiality holds here too, and a network across organisations is no exception. So does the duty to notify.',
        'secrecy',
        'groundRules',
      ),
      point(
        'Tag ikke referat, og optag ikke. Notater om en sag er den, der havde den, sine.',
        'Take no minutes and record nothing. Notes on a case belong to whoever had it.',
      ),
    ),
    section(
      'begin',
      'Vil du selv begynde et?',
      'Would you like to start one?',
      point(
        'Find formålet først, så målene, så folkene. Spørg en konsulent i din organisation; det tager ti minutter at sætte et netværk op her.',
        'Find the purpose first, then the goals, then the people. Ask a consultant in your organisation; it takes ten minutes to set a network up here.',
        'formNetwork',
      ),
      point(
        'I kan lede jer selv fra begyndelsen, når roller, tidspunkter og rækkefølge ligger fast. Øv metoden fire til seks gange, før I bedømmer den.',
        'You can lead yourselves from the start when roles, times and sequence are fixed. Practise the method four to six times before you judge it.',
        'tenSteps',
        'compass',
      ),
    ),
  ],
}
