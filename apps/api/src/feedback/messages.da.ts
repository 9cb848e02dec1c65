/** Words of the letters about feedback. None of them says who asked, in which network, what about, or what came of it. */
export const messages = {
  askedSubject: 'Du er bedt om feedback',
  releasedSubject: 'Et af dine feedbackforløb er slut',
  hello: (name: string) => `Kære ${name}`,
  askedWhy: 'Nogen, du er i netværk med, har bedt dig om feedback. Hvem og om hvad står kun i Lederkreds:',
  releasedWhy: 'Et af dine feedbackforløb er slut. Hvad der kom ud af det, står kun i Lederkreds:',
}
