import type { Texts } from '../ui/texts.ts'
import type { messages as danish } from './messages.writing.da.ts'

export const messages: Texts<typeof danish> = {
  save: {
    waiting: 'Saving …',
    kept: 'Saved sealed',
    failed: 'Not saved yet. Stay on this page and try to write a little again.',
  },
  hint: {
    lead: 'Can anybody be recognised? Only your own device has looked, and you decide.',
    name: '“{{found}}” looks like a name. Better write the role, such as a member of staff.',
    cpr: '“{{found}}” looks like a CPR number.',
    email: '“{{found}}” is an e-mail address.',
    phone: '“{{found}}” looks like a phone number.',
    address: '“{{found}}” looks like an address.',
    place: '“{{found}}” looks like the name of a school, a department or a municipality.',
    more_one: 'And {{count}} more place.',
    more_other: 'And {{count}} more places.',
  },
  share: {
    blocked: 'Nothing is shared',
    changed: '{{name}} has new keys, and you have not compared words since.',
    different: 'Your words were not the same when you compared with {{name}}.',
    broken: 'The keys of {{name}} do not fit those that you have seen before.',
    noKeys: '{{name}} has made no keys yet. Ask {{name}} to open the journal or a case first.',
    compare: 'Compare words with {{name}}',
    kept: 'What you wrote is still here. Only you can read it.',
    somebody: 'A member',
    failed: 'The server cannot be reached, so nothing is shared. What you wrote is still here.',
    unknown:
      'The server did not answer, so it may or may not be shared. What you wrote is still here. Try again; it is shared only once.',
    refused: 'It could not be shared. What you wrote is still here.',
    notARecipient:
      'One of you is not in the network right now or has not accepted the ground rules. Nothing is shared.',
    doesNotStay: 'You agreed that it does not stay in the room, or not for so long. Nothing is shared.',
  },
}
