import type { Locale } from '../text.ts'
import type { GroundRulesSection } from './ground-rules.ts'

/**
 * The text that a network starts from and makes its own. Its points follow the advice for networks of the Danish
 * working-environment council for the public sector (BFA, "Spilleregler for netværk"); the words are ours.
 */
export const groundRulesTemplate: Readonly<Record<Locale, readonly GroundRulesSection[]>> = {
  da: [
    {
      key: 'purpose',
      heading: 'Formål og deltagelse',
      text: `Vi mødes for at hjælpe hinanden med at lede godt og holde til det.

Vi sætter tiden af og kommer til tiden. Kan en af os ikke komme, melder vi afbud så tidligt, vi kan, så de andre kan lægge dagens roller om.

Alle bidrager. På skift bringer vi en sag fra vores eget arbejde med, og på skift spørger, lytter og passer vi tiden. Det er altid i orden at sige pas, men ingen er her kun for at høre på.`,
    },
    {
      key: 'confidentiality',
      heading: 'Tavshedspligt',
      text: `Det, der bliver sagt her, bliver her. Det gælder også, når en af os er gået ud, og når netværket er slut. Vi fortæller ikke, hvem der havde hvilken sag.

Mennesker, der ikke er i rummet, omtaler vi uden navn og uden det, de kan kendes på. Vi optager ikke, og vi skriver ikke om hinandens sager på arbejdets drev, i mails eller i kalendere.

Den tavshedspligt, vi hver især har i vores stilling, gælder også over for netværket. Det skal vi især huske, når vi kommer fra forskellige arbejdspladser.`,
    },
    {
      key: 'dutyToNotify',
      heading: 'Underretningspligt',
      text: `Vores fortrolighed står ikke over loven. Hører en af os noget, der vækker bekymring for et barn eller en ung, gælder underretningspligten for hver af os, også her.

Mener en af os, at noget skal siges videre, taler vi først om det med den, der har fortalt det, og aftaler, hvem der gør hvad og hvornår. Det venter vi kun med, hvis det ellers ville bringe nogen i fare.`,
    },
    {
      key: 'seriousProblems',
      heading: 'Når en af os har det alvorligt svært',
      text: `Vi er kolleger, ikke behandlere. Har en af os det alvorligt svært, siger vi det venligt og lige ud, og vi lader sagen ligge for en stund.

Sammen finder vi den hjælp, der passer: egen læge, arbejdsmiljørepræsentanten, arbejdspladsens psykologordning eller en, der kan følge med. Den, det handler om, bestemmer selv det næste skridt.

Er der fare for nogens liv, ringer vi 112 og bliver, til der er hjælp.`,
    },
    {
      key: 'personalLimits',
      heading: 'Personlige grænser',
      text: `Hver af os bestemmer selv, hvad vi fortæller, og hvornår det er nok. Den, der har sagen, ejer den: også retten til at stoppe, til at lade et spørgsmål ligge og til at tage noget tilbage.

Vi spørger, før vi giver råd. Vi presser ikke, vi stiller ikke diagnoser, og vi bruger ikke det, vi har hørt her, mod hinanden andre steder.

Enhver kan bede om en pause, når som helst og uden at forklare hvorfor.`,
    },
    {
      key: 'newcomers',
      heading: 'Nye medlemmer og farvel',
      text: `Vi tager kun nye med, når alle har sagt ja. Ingen er i netværk med sin egen leder eller sin egen medarbejder; får en af os nyt job, ser vi på det igen.

Den, der er ny, læser og godkender spillereglerne først og får ikke adgang til det, der er sagt før.

Den, der vil stoppe, gør det uden at skulle forklare sig, og siger gerne farvel på et møde. Konsulenten følger de samme regler som vi, så længe hun eller han er med.`,
    },
    {
      key: 'breach',
      heading: 'Hvis en aftale bliver brudt',
      text: `Den, der opdager det, siger det først til den, det handler om, og derefter til os alle på næste møde. Haster det, ringer vi til tovholderen eller konsulenten.

Vi taler om, hvad der skete, hvem det har ramt, og hvad der skal til, for at vi kan være trygge igen. Indtil da tager vi ingen nye sager op.

Er tilliden brudt, eller sker det igen, kan netværket bede den pågældende om at gå ud.`,
    },
  ],
  en: [
    {
      key: 'purpose',
      heading: 'Purpose and participation',
      text: `We meet to help each other to lead well and to last.

We set the time aside and come on time. If one of us cannot come, we say so as early as we can, so that the others can rearrange the roles of the day.

Everybody contributes. We take turns at bringing a case from our own work, and turns at asking, listening and keeping time. It is always all right to pass, but nobody is here only to listen in.`,
    },
    {
      key: 'confidentiality',
      heading: 'Confidentiality',
      text: `What is said here stays here. That holds also when one of us has left and when the network has ended. We do not tell who brought which case.

People who are not in the room we mention without their name and without anything they could be known by. We do not record, and we do not write about each other's cases on the drives, in the mails or in the calendars of our work.

The duty of confidentiality that each of us has by our position also holds towards the network. We keep that in mind above all when we come from different workplaces.`,
    },
    {
      key: 'dutyToNotify',
      heading: 'Duty to notify',
      text: `Our confidentiality does not stand above the law. If one of us hears something that gives cause for concern about a child or a young person, the duty to notify holds for each of us, here too.

If one of us thinks that something must be passed on, we first talk about it with the one who told it, and agree on who does what and when. We leave that out only if it would put somebody in danger.`,
    },
    {
      key: 'seriousProblems',
      heading: 'When one of us is seriously struggling',
      text: `We are colleagues, not therapists. If one of us is seriously struggling, we say so kindly and plainly, and let the case rest for a while.

Together we find the help that fits: one's own doctor, the working-environment representative, the workplace's counselling scheme, or somebody who can come along. The one it is about decides on the next step.

If anybody's life is in danger, we call 112 and stay until help is there.`,
    },
    {
      key: 'personalLimits',
      heading: 'Personal limits',
      text: `Each of us decides what to tell and when it is enough. The one who brings a case owns it: also the right to stop, to leave a question unanswered and to take something back.

We ask before we give advice. We do not press, we do not diagnose, and we do not use what we have heard here against each other elsewhere.

Anybody can ask for a break, at any time and without explaining why.`,
    },
    {
      key: 'newcomers',
      heading: 'New members and goodbyes',
      text: `We take in new members only when everybody has said yes. Nobody is in a network with their own manager or their own report; if one of us changes job, we look at it again.

A newcomer first reads and accepts the ground rules, and gets no access to what was said before.

Whoever wants to stop does so without having to explain, and is welcome to say goodbye at a meeting. The consultant keeps the same rules as we do for as long as she or he is with us.`,
    },
    {
      key: 'breach',
      heading: 'If an agreement is broken',
      text: `Whoever notices it says so first to the one it concerns, and then to all of us at the next meeting. If it is urgent, we call the convenor or the consultant.

We talk about what happened, who was hurt by it, and what it takes for us to feel safe again. Until then we take up no new cases.

If trust is broken, or if it happens again, the network can ask the person to leave.`,
    },
  ],
}
