import type { messages as danish } from './messages.da.ts'

export const messages: typeof danish = {
  codeSubject: (digits) => `Your code is ${digits}`,
  codeBody: (digits, host) => `Hello

Your code for ${host} is ${digits}

It works for 10 minutes and only in the browser where you asked for it.
If you did not ask for a code, you can safely delete this mail. Never give the code to anybody.
`,
}
