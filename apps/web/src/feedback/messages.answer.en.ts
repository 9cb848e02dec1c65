import type { Texts } from '../ui/texts.ts'
import type { messages as danish } from './messages.answer.da.ts'

export const messages: Texts<typeof danish> = {
  back: 'Feedback',
  title: 'Answer {{name}}',
  goneTitle: 'An answer that cannot be sent',
  again: 'Try again',
  ask: {
    title: '{{name}} asks',
    situation: 'Where it is about',
    wish: 'A wish for your answer',
    notReached: 'The question cannot be fetched right now',
    notReachedText: 'The server cannot be reached. What you may have written is on this device. Nothing is sent.',
    refused: 'This should not be answered, so it cannot be answered here',
    shut: 'The question does not open with your keys, or it is another one than was sealed. Nothing was sent. Tell the person who asks.',
    author:
      'The keys of the person who asks are not those that you have seen before, or not those that sealed the question. Compare words on the network’s page before you answer. Nothing was sent.',
    promise:
      'The server shows another promise, form or deadline than was sealed. Nothing was sent. Tell the person who asks.',
    newer:
      'The promise is written in a newer version of Lederkreds. Reload the page and read it before you answer. Nothing was sent.',
    issuer:
      'The key by which the server wants to count answers is not the one that was sealed with the question. With another key your answer could be recognised. Nothing was sent. Tell the person who asks.',
    tooFew:
      'The question is sealed to fewer than five. Then nobody can answer without being known. Nothing was sent. Tell the person who asks.',
  },
  form: {
    title: 'Your answer',
    send: 'Send to {{name}}',
    offline: 'There is no connection. What you write stays on this device. Nothing is sent until you press the button.',
    empty: 'Write something in at least one field. The fields that need something are marked.',
    tooLong: 'The answer is too long as a whole. Trim it a little.',
    after: {
      signed: 'The draft is on this device only. Once sent, the answer cannot be changed or read here any more.',
      pooled:
        'The draft is on this device only. Once sent, the answer cannot be changed or read here any more. You can take it back until the deadline.',
    },
  },
  decline: {
    action: 'No thanks, I will not answer',
    title: 'Do you want to leave it unanswered?',
    signed:
      'It cannot be changed afterwards. {{name}} sees only that there is no answer from you, and not before the deadline. You do not have to say why.',
    pooled: 'It cannot be changed afterwards. Nobody is told, not even {{name}}. You do not have to say why.',
  },
  done: {
    title: 'Your answer',
    answered: 'Sent',
    answeredText: 'Your answer is sealed to {{name}} and will be shown together with the others.',
    declined: 'You have said no thanks',
    declinedText: 'There is nothing more to do. {{name}} is not told.',
    withdrawn: 'Taken back',
    withdrawnText: 'Your answer was deleted unread. You cannot answer {{name}} again this time.',
    takeBack: 'Take the answer back',
    takeBackTitle: 'Do you want to take your answer back?',
    takeBackText: 'It is deleted unread, and you cannot send a new one this time.',
  },
  kept: {
    title: 'What you wrote',
    deadline: 'The deadline is over, so your answer was not sent',
    cancelled: 'The cycle was cancelled, so your answer was not sent',
    gone: 'You are not asked any longer, so your answer was not sent',
    rules: 'The network’s ground rules wait for your yes, so your answer was not sent',
    rulesText:
      'The text is on this device, and only you can read it. Once you have said yes to the rules it stands here again, and you can answer before the deadline.',
    elsewhere: 'Here is a draft that was not sent',
    text: 'The text is on this device, and only you can read it. You can copy it or delete it.',
    copy: 'Copy the text',
    copied: 'The text is copied.',
    notCopied: 'The text could not be copied. Select it and copy it yourself.',
    delete: 'Delete the text',
    deleteTitle: 'Do you want to delete the text?',
    deleteText: 'It is on this device only and cannot be brought back.',
  },
  over: {
    deadline: 'The deadline is over',
    cancelled: 'The cycle was cancelled',
    gone: 'You are not asked any longer',
    rules: 'The network’s ground rules wait for your yes',
    deadlineText: 'Answers are not taken any more. There is nothing to do.',
    cancelledText: 'What may have been answered was deleted unread. There is nothing to do.',
    goneText: 'Answers are not taken any more. There is nothing to do.',
    rulesText: 'Once you have read them and said yes, you can answer before the deadline.',
    toRules: 'Read the ground rules',
  },
  line: {
    notReached: 'The server cannot be reached right now',
    notReachedText:
      'We cannot see whether you have answered. What you may have written is on this device, and nothing is sent.',
    forged: 'The server gave no valid access to answering',
    forgedText:
      'What it gave does not fit the key that was sealed with the question. Nothing was sent. Tell the person who asks.',
    elsewhere: 'Your access to answering is on another device',
    elsewhereText:
      'You opened the question on another device first, and its access has not come here yet. Open Lederkreds there, wait a moment, and try again here.',
  },
  problem: {
    notReached:
      'The server did not answer, so we do not know whether it arrived. The text is still here. Nothing is sent by itself; try again when there is a connection, and we look first.',
    closed: 'The deadline is over, or the cycle was cancelled. Nothing was sent.',
    keys: 'The keys of {{name}} are not those that you have seen before. Nothing was sent.',
    compare: 'Compare words with {{name}}',
    spent: 'There is an answer from you already. Nothing new was sent.',
    issuer: 'The server used another key than the one that was sealed with the question. Nothing was sent.',
    refused: 'The server did not take it. Nothing was sent. The text is still here.',
  },
  hint: {
    lead: 'Can {{name}} tell that it is you? Only your own device has looked, and you decide.',
    signature: '“{{found}}” is a signature.',
    ownName: '“{{found}}” is your name.',
    ownWorkplace: '“{{found}}” tells where you work.',
    talk: '“{{found}}” points to something that only the two of you have talked about.',
    day: '“{{found}}” tells who was there that day.',
    marks: '“{{found}}” is a mark by which others may know you.',
    capitals: '“{{found}}” in capital letters is a habit that others may know.',
    noCapitals: 'Sentences without capital letters are a habit that others may know.',
    name: '“{{found}}” looks like a name.',
    cpr: '“{{found}}” looks like a CPR number.',
    email: '“{{found}}” is an e-mail address.',
    phone: '“{{found}}” looks like a phone number.',
    address: '“{{found}}” looks like an address.',
    place: '“{{found}}” looks like the name of a place.',
  },
}
