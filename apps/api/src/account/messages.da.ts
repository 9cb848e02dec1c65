/** Words of the account's letters. */
export const messages = {
  codeSubject: (digits: string) => `Din kode er ${digits}`,
  codeBody: (digits: string, host: string) => `Hej

Din kode til ${host} er ${digits}

Den gælder i 10 minutter og kun i den browser, hvor du bad om den.
Har du ikke bedt om en kode, kan du roligt slette denne mail. Giv aldrig koden til andre.
`,
  newEmailBody: (digits: string, host: string) => `Hej

Nogen, der er logget ind på ${host}, vil bruge denne mailadresse dér. Koden er ${digits}

Den gælder i 10 minutter og kun i den browser, hvor der blev bedt om den.
Er det ikke dig, kan du roligt slette denne mail. Giv aldrig koden til andre.
`,
  emailChangedSubject: (host: string) => `Din mailadresse på ${host} er ændret`,
  emailChangedBody: (host: string) => `Hej

Du logger nu ind på ${host} med en anden mailadresse end denne, og mails derfra kommer ikke længere hertil.

Har hverken du eller din administrator gjort det, så skriv straks til din administrator.
`,
}
