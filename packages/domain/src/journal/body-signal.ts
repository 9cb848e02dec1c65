import { chipsOf } from './chip.ts'

/** What a body says, in everyday words: good signs too, and none that sounds like a finding. */
export const bodySignals = chipsOf({
  sleep: ['Urolig søvn', 'Restless sleep'],
  heart: ['Hjertebanken', 'A pounding heart'],
  breath: ['Kort vejrtrækning', 'Short of breath'],
  head: ['Ondt i hovedet', 'A headache'],
  shoulders: ['Spændte skuldre', 'Tense shoulders'],
  jaw: ['Sammenbidte tænder', 'Clenched teeth'],
  stomach: ['Uro i maven', 'An uneasy stomach'],
  tired: ['Tung og træt', 'Heavy and tired'],
  restless: ['Rastløs', 'Restless'],
  irritable: ['Kort lunte', 'A short fuse'],
  unfocused: ['Svært ved at samle tankerne', 'Hard to gather my thoughts'],
  forgetful: ['Glemsom', 'Forgetful'],
  tearful: ['Tæt på tårer', 'Close to tears'],
  calm: ['Ro i kroppen', 'A calm body'],
  energy: ['Energi', 'Energy'],
})
