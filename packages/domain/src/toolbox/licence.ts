import type { Words } from '../text.ts'

/** Ideas and sequences are free, texts and names are not: most methods are told here in words of our own. */
export const freeProcedure: Words = {
  da: 'Fremgangsmåden er fri at bruge. Ordene er vores egne og følger appens licens.',
  en: 'The procedure is free to use. The words are our own, under the licence of the app.',
}

/** Liberating Structures ask for attribution and no commercial use of their texts; none of those stands here. */
export const liberatingStructures: Words = {
  da: 'Bygger på Liberating Structures af Henri Lipmanowicz og Keith McCandless, hvis egne tekster er delt under CC BY-NC. Ordene her er vores egne.',
  en: 'Based on Liberating Structures by Henri Lipmanowicz and Keith McCandless, whose own texts are shared under CC BY-NC. The words here are our own.',
}

/** Attribution and the same terms for what is built on it, as the licence asks. */
export const caseClinicLicence: Words = {
  da: 'Bearbejdet efter Case Clinic fra Presencing Institute (u-school.org) og delt på samme vilkår: CC BY-SA 3.0. »Theory U« og »Presencing Institute« er varemærker. Vi har ingen forbindelse med deres ejere.',
  en: 'Adapted from the Case Clinic of the Presencing Institute (u-school.org) and shared on the same terms: CC BY-SA 3.0. “Theory U” and “Presencing Institute” are trademarks. We have no connection with their owners.',
}
