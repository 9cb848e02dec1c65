export const messages = {
  back: 'Feedback',
  title: 'Svar til {{name}}',
  goneTitle: 'Svar, der ikke kan sendes',
  again: 'Prøv igen',
  ask: {
    title: '{{name}} spørger',
    situation: 'Der, hvor det handler om',
    wish: 'Et ønske til dit svar',
    notReached: 'Spørgsmålet kan ikke hentes lige nu',
    notReachedText: 'Serveren kan ikke nås. Det, du eventuelt har skrevet, ligger på denne enhed. Intet bliver sendt.',
    refused: 'Der bør ikke svares, så her kan ikke svares',
    shut: 'Spørgsmålet kan ikke åbnes med dine nøgler, eller det er et andet end det, der blev forseglet. Intet er sendt. Sig det til den, der spørger.',
    author:
      'Nøglerne hos den, der spørger, er ikke dem, du har set før, eller ikke dem, der forseglede spørgsmålet. Sammenlign ord med hinanden på netværkets side, før du svarer. Intet er sendt.',
    promise:
      'Serveren viser et andet løfte, en anden form eller en anden frist end den, der blev forseglet. Intet er sendt. Sig det til den, der spørger.',
    newer:
      'Løftet er skrevet i en nyere udgave af Lederkreds. Genindlæs siden, og læs det, før du svarer. Intet er sendt.',
    issuer:
      'Den nøgle, serveren vil bruge til at tælle svar med, er ikke den, der blev forseglet sammen med spørgsmålet. Med en anden nøgle kunne dit svar genkendes. Intet er sendt. Sig det til den, der spørger.',
    tooFew:
      'Spørgsmålet er forseglet til færre end fem. Så kan ingen svare uden at blive kendt. Intet er sendt. Sig det til den, der spørger.',
  },
  form: {
    title: 'Dit svar',
    send: 'Send til {{name}}',
    offline:
      'Der er ingen forbindelse. Det, du skriver, bliver på denne enhed. Intet bliver sendt, før du selv trykker.',
    empty: 'Skriv noget i mindst ét felt. De felter, der mangler noget, er markeret.',
    tooLong: 'Svaret er samlet set for langt. Skær lidt af.',
    after: {
      signed: 'Kladden ligger kun på denne enhed. Når du har sendt, kan svaret ikke ændres eller læses her mere.',
      pooled:
        'Kladden ligger kun på denne enhed. Når du har sendt, kan svaret ikke ændres eller læses her mere. Du kan tage det tilbage, indtil fristen er gået.',
    },
  },
  decline: {
    action: 'Nej tak, jeg svarer ikke',
    title: 'Vil du lade være med at svare?',
    signed:
      'Det kan ikke ændres bagefter. {{name}} ser kun, at der ikke er et svar fra dig, og først når fristen er gået. Du behøver ikke at sige hvorfor.',
    pooled:
      'Det kan ikke ændres bagefter. Ingen får det at vide, heller ikke {{name}}. Du behøver ikke at sige hvorfor.',
  },
  done: {
    title: 'Dit svar',
    answered: 'Sendt',
    answeredText: 'Dit svar er forseglet til {{name}} og bliver vist sammen med de andres.',
    declined: 'Du har sagt nej tak',
    declinedText: 'Du behøver ikke at gøre mere. {{name}} får ingen besked om det.',
    withdrawn: 'Taget tilbage',
    withdrawnText: 'Dit svar er slettet ulæst. Du kan ikke svare {{name}} igen denne gang.',
    takeBack: 'Tag svaret tilbage',
    takeBackTitle: 'Vil du tage dit svar tilbage?',
    takeBackText: 'Det bliver slettet ulæst, og du kan ikke sende et nyt denne gang.',
  },
  kept: {
    title: 'Det, du skrev',
    deadline: 'Fristen er gået, så dit svar er ikke sendt',
    cancelled: 'Forløbet er aflyst, så dit svar er ikke sendt',
    gone: 'Du er ikke længere spurgt, så dit svar er ikke sendt',
    rules: 'Netværkets spilleregler venter på dit ja, så dit svar er ikke sendt',
    rulesText:
      'Teksten ligger på denne enhed, og kun du kan læse den. Når du har sagt ja til reglerne, står den her igen, og du kan svare inden fristen.',
    elsewhere: 'Her ligger en kladde, som ikke er sendt',
    text: 'Teksten ligger på denne enhed, og kun du kan læse den. Du kan kopiere den eller slette den.',
    copy: 'Kopiér teksten',
    copied: 'Teksten er kopieret.',
    notCopied: 'Teksten kunne ikke kopieres. Markér den, og kopiér den selv.',
    delete: 'Slet teksten',
    deleteTitle: 'Vil du slette teksten?',
    deleteText: 'Den ligger kun på denne enhed og kan ikke hentes tilbage.',
  },
  over: {
    deadline: 'Fristen er gået',
    cancelled: 'Forløbet er aflyst',
    gone: 'Du er ikke længere spurgt',
    rules: 'Netværkets spilleregler venter på dit ja',
    deadlineText: 'Der kan ikke svares mere. Du behøver ikke at gøre noget.',
    cancelledText: 'Det, der måtte være svaret, er slettet ulæst. Du behøver ikke at gøre noget.',
    goneText: 'Der kan ikke svares mere. Du behøver ikke at gøre noget.',
    rulesText: 'Når du har læst dem og sagt ja, kan du svare inden fristen.',
    toRules: 'Læs spillereglerne',
  },
  line: {
    notReached: 'Serveren kan ikke nås lige nu',
    notReachedText:
      'Vi kan ikke se, om du har svaret. Det, du eventuelt har skrevet, ligger på denne enhed, og intet bliver sendt.',
    forged: 'Serveren gav ingen gyldig adgang til at svare',
    forgedText:
      'Det, den gav, passer ikke til den nøgle, der blev forseglet med spørgsmålet. Intet er sendt. Sig det til den, der spørger.',
    elsewhere: 'Din adgang til at svare ligger på en anden enhed',
    elsewhereText:
      'Du åbnede spørgsmålet på en anden enhed først, og dens adgang er ikke nået hertil endnu. Åbn Lederkreds der, vent et øjeblik, og prøv igen her.',
  },
  problem: {
    notReached:
      'Serveren svarede ikke, så vi ved ikke, om det kom frem. Teksten er her stadig. Intet bliver sendt af sig selv; prøv igen, når der er forbindelse, så ser vi efter først.',
    closed: 'Fristen er gået, eller forløbet er aflyst. Intet er sendt.',
    keys: 'Nøglerne for {{name}} er ikke dem, du har set før. Intet er sendt.',
    compare: 'Sammenlign ord med {{name}}',
    spent: 'Der er allerede svaret fra dig. Intet nyt er sendt.',
    issuer: 'Serveren brugte en anden nøgle end den, der blev forseglet med spørgsmålet. Intet er sendt.',
    refused: 'Serveren tog ikke imod det. Intet er sendt. Teksten er her stadig.',
  },
  hint: {
    lead: 'Kan {{name}} se, at det er dig? Kun din egen enhed har set efter, og du bestemmer selv.',
    signature: '»{{found}}« er en underskrift.',
    ownName: '»{{found}}« er dit navn.',
    ownWorkplace: '»{{found}}« viser, hvor du arbejder.',
    talk: '»{{found}}« peger på noget, kun I to har talt om.',
    day: '»{{found}}« viser, hvem der var med den dag.',
    marks: '»{{found}}« er et tegn, som andre måske kender dig på.',
    capitals: '»{{found}}« med store bogstaver er en vane, andre måske kender.',
    noCapitals: 'Sætninger uden store bogstaver er en vane, andre måske kender.',
    name: '»{{found}}« ligner et navn.',
    cpr: '»{{found}}« ligner et CPR-nummer.',
    email: '»{{found}}« er en mailadresse.',
    phone: '»{{found}}« ligner et telefonnummer.',
    address: '»{{found}}« ligner en adresse.',
    place: '»{{found}}« ligner navnet på et sted.',
  },
}
