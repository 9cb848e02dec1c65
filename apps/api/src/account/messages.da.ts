/** Words of the account's letters. */
export const messages = {
  codeSubject: (digits: string) => `Din kode er ${digits}`,
  codeBody: (digits: string, host: string) => `Hej

Din kode til ${host} er ${digits}

Den gælder i 10 minutter og kun i den browser, hvor du bad om den.
Har du ikke bedt om en kode, kan du roligt slette denne mail. Giv aldrig koden til andre.
`,
}
