import type { messages as danish } from './messages.da.ts'

export const messages: typeof danish = {
  codeSubject: (digits) => `Your code is ${digits}`,
  codeBody: (digits, host) => `Hello

Your code for ${host} is ${digits}

It works for 10 minutes and only in the browser where you asked for it.
If you did not ask for a code, you can safely delete this mail. Never give the code to anybody.
`,
  newEmailBody: (digits, host) => `Hello

Somebody who is signed in at ${host} wants to use this mail address there. The code is ${digits}

It works for 10 minutes and only in the browser where it was asked for.
If that is not you, you can safely delete this mail. Never give the code to anybody.
`,
  emailChangedSubject: (host) => `Your mail address at ${host} has changed`,
  emailChangedBody: (host) => `Hello

You now sign in at ${host} with another mail address than this one, and its mails no longer come here.

If neither you nor your administrator did that, write to your administrator at once.
`,
}
