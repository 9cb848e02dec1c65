import { Refusal } from '../errors.ts'

/** Somebody's place in the organisation. */
export interface Placed {
  readonly id: string
  /** Everybody above this person, own manager first, whether in the network or not: see `reportsTo`. */
  readonly managers: readonly string[]
}

export interface ReportingPair {
  readonly reportId: string
  readonly managerId: string
  /** 1 for somebody's own manager, 2 for the manager's manager, and so on. */
  readonly distance: number
}

/** Nobody is in a network with their own manager or their own report. */
export class ReportingLine extends Refusal {
  readonly reportId: string
  readonly managerId: string

  constructor(reportId: string, managerId: string) {
    super('ReportingLine')
    this.reportId = reportId
    this.managerId = managerId
  }
}

/** Every pair in which one stands above the other. A pair at distance 1 may never be in one network. */
export function reportingPairs(people: readonly Placed[]): readonly ReportingPair[] {
  const present = new Set(people.map(({ id }) => id))
  return people.flatMap(({ id, managers }) =>
    managers.flatMap((managerId, index) =>
      present.has(managerId) && managerId !== id ? [{ reportId: id, managerId, distance: index + 1 }] : [],
    ),
  )
}

/**
 * Throws {@link ReportingLine} when somebody would be together with their own manager or report: asked when a person is
 * invited, joins, or gets another manager.
 */
export function checkReportingLine(person: Placed, others: readonly Placed[]): void {
  const pair = reportingPairs([...others, person]).find(
    ({ distance, reportId, managerId }) => distance === 1 && (reportId === person.id || managerId === person.id),
  )
  if (pair) throw new ReportingLine(pair.reportId, pair.managerId)
}
