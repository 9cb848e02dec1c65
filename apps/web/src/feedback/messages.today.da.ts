export const messages = {
  title: 'Feedback',
  more: 'Se al feedback',
  asked: '{{name}} spørger om din feedback',
  askedText: 'Frist {{until}}.',
  askedPooled: 'Har du svaret, er der ikke mere at gøre.',
  news: 'Der er feedback til dig',
  newsText: 'Svarene er åbnet for dig. Læs dem, når du har ro til det.',
  tooFew: 'Der kom for få svar',
  tooFewText: 'Svarene er slettet ulæst, som du havde lovet.',
  step: 'Hvad vil du spørge {{network}} om?',
  stepText: 'Netværket giver hinanden feedback. Vælg dit eget tema, så får de andre det. Frist {{until}}.',
  again: 'Spørg igen?',
  againText:
    'Det er otte uger siden, du fik feedback i {{network}}. Du kan spørge om det samme og se begge dele side om side.',
}
