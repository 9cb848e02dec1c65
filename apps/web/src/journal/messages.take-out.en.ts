import type { Texts } from '../ui/texts.ts'
import type { messages as danish } from './messages.take-out.da.ts'

export const messages: Texts<typeof danish> = {
  title: 'Take out and erase',
  lead: 'What you have written is yours. You can take all of it with you, and you can erase all of it. You do both alone.',
  out: {
    title: 'Take everything out',
    text: 'Everything in your journal in two files: one to read and print, and one for other programs. They are made here on your device.',
    open: 'The files are not sealed. Anybody who gets hold of them can read them, also on a computer at work. Keep them in a place that is yours alone.',
    make: 'Make the files',
    inside: 'In the files are:',
    nothing: 'The journal is empty, so there is nothing in the files.',
    html: 'Get the file to read (HTML)',
    json: 'Get the file for programs (JSON)',
    file: 'journal',
    notReached:
      'The server does not answer right now. The files hold what this device knows; something from your other devices may be missing.',
    unreadable_one: '{{count}} thing cannot be opened with your keys and is not among them.',
    unreadable_other: '{{count}} things cannot be opened with your keys and are not among them.',
    failed: 'The files could not be made. Nothing has changed. Try again.',
  },
  count: {
    entry_one: '{{count}} entry',
    entry_other: '{{count}} entries',
    exercise_one: '{{count}} exercise',
    exercise_other: '{{count}} exercises',
    sleep_one: '{{count}} night',
    sleep_other: '{{count}} nights',
    pulse_one: '{{count}} answer to the pulse',
    pulse_other: '{{count}} answers to the pulse',
    caseNote_one: '{{count}} note for a case',
    caseNote_other: '{{count}} notes for a case',
    other_one: '{{count}} other, such as how you want the journal',
    other_other: '{{count}} others, such as how you want the journal',
  },
}
