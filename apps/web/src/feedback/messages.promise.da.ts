/** What is promised stays worded as it was: other words are another version, beside this one. A test holds them. */
export const messages = {
  title: 'Løftet til dem, der svarer',
  newer: 'Løftet er skrevet i en nyere udgave af Lederkreds. Genindlæs siden for at læse det, før du går videre.',
  v1: {
    onlyReceiver:
      'Kun {{receiver}} kan læse dit svar. Det bliver forseglet på din enhed, og hverken administratorer, konsulenter eller de andre medlemmer kan åbne det.',
    signed: 'Dit navn står ved svaret.',
    unnamed:
      'Dit navn følger ikke med svaret. Heller ikke serveren gemmer noget, der viser, hvilket svar der er dit: hverken navn, tidspunkt eller rækkefølge.',
    style: 'Det, du skriver om, og måden, du skriver på, kan alligevel vise, hvem du er.',
    together_one:
      'Svaret bliver vist, når fristen er gået: {{deadline}}, eller før, hvis du har svaret eller sagt nej tak. Indtil da får ingen at vide, om du har svaret.',
    together_other:
      'Alle svar bliver vist på én gang, når fristen er gået: {{deadline}}, eller før, hvis I alle {{count}} har svaret eller sagt nej tak. Indtil da får ingen at vide, hvem der har svaret.',
    togetherPooled:
      'Alle svar bliver vist på én gang og i tilfældig rækkefølge, når fristen er gået: {{deadline}}, eller før, hvis I alle {{count}} har svaret eller sagt nej tak. Indtil da får ingen at vide, hvor mange der har svaret.',
    tooFew: 'Er der kommet færre end {{fewest}} svar, når fristen er gået, bliver alle slettet ulæst.',
    destroyed: 'Hvis {{receiver}} aflyser inden da, bliver alt slettet ulæst.',
    decline: 'Du kan sige nej tak. Så ser {{receiver}} kun, at der ikke er et svar fra dig.',
    declinePooled: 'Du kan sige nej tak. Det får ingen at vide.',
    frozen:
      'Hverken spørgsmålet, fristen eller løftet kan ændres, efter at det er sendt. Efter fristen kan der ikke svares.',
  },
}
