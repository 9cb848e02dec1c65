/** Words of the reminder: its mail and the page behind its link, which say nothing of what it is about. */
export const messages = {
  reminderSubject: 'En påmindelse, du har bedt om',
  hello: (name: string) => `Hej ${name}`,
  asked: 'Du har selv bedt om en påmindelse på dette tidspunkt. Lad den ligge, hvis det ikke passer i dag.',
  stop: 'Du stopper påmindelserne dér, hvor du bad om dem, eller her:',
  stopTitle: 'Stop påmindelserne',
  stopText: 'Du får så ingen flere, før du selv beder om det igen.',
  stopButton: 'Stop dem',
  stopped: 'Påmindelserne er stoppet.',
  unknownLink: 'Linket virker ikke. Du kan stoppe påmindelserne dér, hvor du bad om dem.',
}
