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
