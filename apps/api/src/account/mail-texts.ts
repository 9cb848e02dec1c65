import type { Locale } from '../generated/prisma/enums.ts'

/** Words of the account's letters. */
export const accountMail = {
  da: {
    subject: (digits: string) => `Din kode er ${digits}`,
    body: (digits: string, host: string) =>
      `Hej\n\nDin kode til ${host} er ${digits}\n\nDen gælder i 10 minutter og kun i den browser, hvor du bad om den.\nHar du ikke bedt om en kode, kan du roligt slette denne mail. Giv aldrig koden til andre.\n`,
  },
  en: {
    subject: (digits: string) => `Your code is ${digits}`,
    body: (digits: string, host: string) =>
      `Hello\n\nYour code for ${host} is ${digits}\n\nIt works for 10 minutes and only in the browser where you asked for it.\nIf you did not ask for a code, you can safely delete this mail. Never give the code to anybody.\n`,
  },
} satisfies Record<Locale, object>
