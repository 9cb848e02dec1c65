export const messages = {
  title: 'Supervisionsrunder',
  open: 'En runde er i gang',
  enter: 'Gå til runden',
  notIn: 'Du er ikke med i den.',
  waiting: 'Gjort klar, ikke begyndt',
  held: 'kl. {{from}}-{{to}}',
  focus: 'Fokusperson: {{name}}',
  begin: 'Begynd en runde',
  turn: 'Hvis tur',
  turnYours: 'Det er din tur til at have en sag med',
  turnThen: 'Derefter {{name}}',
  turnNobody: 'Turen begynder, når mindst to har sagt ja til spillereglerne.',
}
