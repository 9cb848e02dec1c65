import { type Method, type MethodId, methods } from '../toolbox/methods.ts'

/** Methods for cases in which nobody's case is the one that is worked through: each has a turn, or none has. */
const withoutFocus: readonly MethodId[] = ['troika']

/** What a meeting is counted with while nobody has planned its rounds. */
export interface UsualMethod extends Method {
  readonly id: MethodId
  /** Whether one person's case is worked through. */
  readonly hasFocus: boolean
}

/** The first method for cases that a network has chosen for itself, in the toolbox's order; the first of all where it has none. */
export function usualMethod(chosen: readonly string[]): UsualMethod {
  const [first, ...others] = methods.filter(({ kind }) => kind === 'supervision')
  const usual = [first, ...others].find((each) => each && chosen.includes(each.id)) ?? first
  if (!usual) throw new RangeError('no method for cases')
  return { ...usual, hasFocus: !withoutFocus.includes(usual.id) }
}
