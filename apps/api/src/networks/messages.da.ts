/** Words of the networks' letters. None of them names a network. */
export const messages = {
  invitationSubject: 'Du er inviteret til et ledernetværk',
  invitationHello: (name: string) => (name ? `Kære ${name}` : 'Hej'),
  invitationWhy: (inviter: string, organisation: string) =>
    `${inviter} fra ${organisation} inviterer dig til et ledernetværk: en lille, fast kreds af ledere, der hjælper hinanden i fortrolighed.`,
  invitationOpen: 'Læs mere, og svar her:',
  invitationButton: 'Se invitationen',
  invitationUntil: (day: string) =>
    `Linket er personligt og gælder til og med ${day}. Du siger først ja på siden; at åbne linket ændrer ingenting.`,
  invitationUnasked: 'Kender du ikke afsenderen, kan du roligt slette mailen.',
  groundRulesSubject: 'Spillereglerne i dit netværk er ændret',
  groundRulesHello: (name: string) => `Kære ${name}`,
  groundRulesWhy: 'Spillereglerne i et af dine netværk er ændret. Læs dem, og sig ja, før du går ind i netværket igen:',
}
