export const messages = {
  save: {
    waiting: 'Gemmer …',
    kept: 'Gemt forseglet',
    failed: 'Ikke gemt endnu. Bliv på siden, og prøv at skrive lidt igen.',
  },
  hint: {
    lead: 'Kan nogen genkendes? Kun din egen enhed har set efter, og du bestemmer selv.',
    name: '»{{found}}« ligner et navn. Skriv hellere rollen, fx en medarbejder.',
    cpr: '»{{found}}« ligner et CPR-nummer.',
    email: '»{{found}}« er en mailadresse.',
    phone: '»{{found}}« ligner et telefonnummer.',
    address: '»{{found}}« ligner en adresse.',
    place: '»{{found}}« ligner navnet på en skole, en afdeling eller en kommune.',
    more_one: 'Og {{count}} sted mere.',
    more_other: 'Og {{count}} steder mere.',
  },
  share: {
    blocked: 'Intet er delt',
    changed: '{{name}} har fået nye nøgler, og I har ikke sammenlignet ord siden.',
    different: 'Jeres ord var ikke ens, da du sammenlignede med {{name}}.',
    broken: 'Nøglerne for {{name}} passer ikke med dem, du har set før.',
    noKeys: '{{name}} har ikke lavet nøgler endnu. Bed {{name}} åbne sin dagbog eller en sag først.',
    compare: 'Sammenlign ord med {{name}}',
    kept: 'Det, du har skrevet, er her stadig. Kun du kan læse det.',
    somebody: 'Et medlem',
    failed: 'Serveren kan ikke nås, så intet er delt. Det, du har skrevet, er her stadig.',
    unknown:
      'Serveren svarede ikke, så det er måske delt, måske ikke. Det, du har skrevet, er her stadig. Prøv igen; det bliver kun delt én gang.',
    refused: 'Det kunne ikke deles. Det, du har skrevet, er her stadig.',
    notARecipient:
      'En af jer er ikke med i netværket lige nu eller har ikke sagt ja til spillereglerne. Intet er delt.',
    doesNotStay: 'I har aftalt, at det ikke bliver i rummet, eller ikke så længe. Intet er delt.',
  },
}
