import { chipsOf } from './chip.ts'

/** What Danish surveys of leaders name as straining (Lederne 2006 and 2014, Ledelse i Dag 2019), in our own words. */
export const stressors = chipsOf({
  crossPressure: ['Krydspres mellem politik og drift', 'Caught between politics and daily work'],
  tooManyTasks: ['For mange opgaver', 'Too many tasks'],
  unclearMandate: ['Uklart ledelsesrum', 'Unclear room to lead'],
  documentation: ['Dokumentation og kontrol', 'Documentation and control'],
  cuts: ['Besparelser', 'Cuts'],
  personnel: ['Personalesager', 'Personnel matters'],
  absence: ['Sygefravær og rekruttering', 'Sick leave and recruitment'],
  publicMatters: ['Borger- og pressesager', 'Matters with citizens or the press'],
  loneliness: ['Ensomhed i rollen', 'Loneliness in the role'],
  ownExpectations: ['Egne forventninger', 'My own expectations'],
  imposedChange: ['Forandring uden medbestemmelse', 'Change without a say in it'],
  alwaysOn: ['Tilgængelighed døgnet rundt', 'Being available round the clock'],
})
export type Stressor = (typeof stressors)[number]['key']
