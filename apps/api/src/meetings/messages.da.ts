const day = new Intl.DateTimeFormat('da-DK', { dateStyle: 'full', timeZone: 'Europe/Copenhagen' })
const clock = new Intl.DateTimeFormat('da-DK', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Copenhagen' })

/** Words of the calendar's letters. They say that and when one meets; never with whom, in which network or about what. */
export const messages = {
  title: 'Netværksmøde',
  oneNew: 'Nyt netværksmøde',
  oneChanged: 'Netværksmøde er ændret',
  oneCancelled: 'Netværksmøde er aflyst',
  oneLeft: 'Netværksmøde udgår af din kalender',
  severalNew: (count: number) => `${count} nye netværksmøder`,
  severalLeft: (count: number) => `${count} netværksmøder udgår af din kalender`,
  several: (count: number) => `${count} ændringer i dine netværksmøder`,
  hello: (name: string) => `Kære ${name}`,
  new: (when: string) => `Nyt: ${when}`,
  changed: (when: string) => `Ændret: ${when}`,
  cancelled: (when: string) => `Aflyst: ${when}`,
  left: (when: string) => `Udgår: ${when}`,
  calendar: 'Kalenderfilen er vedhæftet. Åbn den for at få din kalender til at passe.',
  calendars: 'Der er en kalenderfil vedhæftet for hvert møde. Åbn dem for at få din kalender til at passe.',
  answer: 'Se mere, og svar, om du kommer:',
  when: (start: Date, end: Date) => `${day.format(start)} kl. ${clock.format(start)}-${clock.format(end)}`,
}
