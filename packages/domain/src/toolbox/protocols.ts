import type { MethodId } from './methods.ts'
import type { Protocol } from './protocol.ts'
import { aabenRunde } from './protocols/aaben-runde.ts'
import { aktionslaering } from './protocols/aktionslaering.ts'
import { anerkendendeInterview } from './protocols/anerkendende-interview.ts'
import { balint } from './protocols/balint.ts'
import { belastningRessourcer } from './protocols/belastning-ressourcer.ts'
import { caseClinic } from './protocols/case-clinic.ts'
import { dagslut } from './protocols/dagslut.ts'
import { domaenerunden } from './protocols/domaenerunden.ts'
import { feedbackkontrakt } from './protocols/feedbackkontrakt.ts'
import { feedforward } from './protocols/feedforward.ts'
import { handlekompetence } from './protocols/handlekompetence.ts'
import { hypotesemodellen } from './protocols/hypotesemodellen.ts'
import { iglo } from './protocols/iglo.ts'
import { incidentmetoden } from './protocols/incidentmetoden.ts'
import { indflydelse } from './protocols/indflydelse.ts'
import { klogeKolleger } from './protocols/kloge-kolleger.ts'
import { kollegialRaadgivning6Faser } from './protocols/kollegial-raadgivning-6-faser.ts'
import { kollegialSparring8Trin } from './protocols/kollegial-sparring-8-trin.ts'
import { konsultation } from './protocols/konsultation.ts'
import { reflekterendeTeam } from './protocols/reflekterende-team.ts'
import { sbiFeedback } from './protocols/sbi-feedback.ts'
import { skrivIgennem } from './protocols/skriv-igennem.ts'
import { spejl360 } from './protocols/spejl-360.ts'
import { spotStyrker } from './protocols/spot-styrker.ts'
import { startStopFortsaet } from './protocols/start-stop-fortsaet.ts'
import { startkontrakt } from './protocols/startkontrakt.ts'
import { svaerSamtale } from './protocols/svaer-samtale.ts'
import { treToEn } from './protocols/tre-to-en.ts'
import { triadeSupervision } from './protocols/triade-supervision.ts'
import { troika } from './protocols/troika.ts'

/** The thirty methods of the toolbox with their phases, in the order of its list. */
export const protocols: readonly Protocol[] = [
  reflekterendeTeam,
  triadeSupervision,
  kollegialSparring8Trin,
  kollegialRaadgivning6Faser,
  hypotesemodellen,
  incidentmetoden,
  aktionslaering,
  caseClinic,
  troika,
  klogeKolleger,
  konsultation,
  balint,
  sbiFeedback,
  feedforward,
  spotStyrker,
  startStopFortsaet,
  feedbackkontrakt,
  spejl360,
  belastningRessourcer,
  iglo,
  indflydelse,
  dagslut,
  skrivIgennem,
  handlekompetence,
  treToEn,
  startkontrakt,
  anerkendendeInterview,
  domaenerunden,
  svaerSamtale,
  aabenRunde,
]

const byId = new Map(protocols.map((each) => [each.id, each]))

/** The protocol of a method. */
export function protocolOf(id: MethodId): Protocol {
  const found = byId.get(id)
  if (!found) throw new RangeError(`no protocol ${id}`)
  return found
}
