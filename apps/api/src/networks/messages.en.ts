import type { messages as danish } from './messages.da.ts'

/** Words of the networks' letters. None of them names a network. */
export const messages: typeof danish = {
  invitationSubject: 'You are invited to a leader network',
  invitationHello: (name) => (name ? `Dear ${name}` : 'Hello'),
  invitationWhy: (inviter, organisation) =>
    `${inviter} from ${organisation} invites you to a leader network: a small, steady circle of leaders who help each other in confidence.`,
  invitationOpen: 'Read more and answer here:',
  invitationButton: 'See the invitation',
  invitationUntil: (day) =>
    `The link is personal and works until ${day}. You say yes on the page; opening the link changes nothing.`,
  invitationUnasked: 'If you do not know the sender, you can safely delete this mail.',
  groundRulesSubject: 'The ground rules of your network have changed',
  groundRulesHello: (name) => `Dear ${name}`,
  groundRulesWhy:
    'The ground rules of one of your networks have changed. Read them and say yes before you go on in the network:',
}
