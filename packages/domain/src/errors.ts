/**
 * What a page must explain rather than mend: data, shown by the translation of its `code`.
 * The code is written out in each subclass, because bundlers shorten class names.
 */
export abstract class Refusal extends Error {
  readonly code: string

  protected constructor(code: string) {
    super(code)
    this.name = code
    this.code = code
  }
}

/** Somebody else saved it meanwhile: what was edited is no longer what is there. Both versions are told. */
export class Stale extends Refusal {
  readonly yours: number
  readonly theirs: number

  constructor(yours: number, theirs: number) {
    super('Stale')
    this.yours = yours
    this.theirs = theirs
  }
}
