/** A case that one process has read, for the one that renders its pages: it is not read twice. */
import type { ReadCase } from './read-case.ts'

/** A case as a message holds it. */
export interface HandedCase {
  /** Without its measure, and without the words that its readers do not get. */
  readonly read: ReadCase
  /** Objects of it that inherit nothing, which messages do not tell: no name may be taken for a method. */
  readonly bare: readonly object[]
}

/** The case as a message between processes can carry it. */
export function handOver({ outside: { measure: _, ...outside }, ...rest }: ReadCase): HandedCase {
  const read = { ...rest, outside, leftOut: [] }
  return { read, bare: bareIn(read) }
}

/** The case that came in a message. */
export function takeOver({ read, bare }: HandedCase): ReadCase {
  for (const one of bare) Object.setPrototypeOf(one, null)
  return read
}

function bareIn(whole: object): readonly object[] {
  const bare: object[] = []
  const seen = new Set<unknown>([whole])
  // What is added is walked too.
  for (const one of seen) {
    if (typeof one !== 'object' || one === null) continue
    if (Object.getPrototypeOf(one) === null) bare.push(one)
    const parts = one instanceof Map ? [...one].flat() : one instanceof Set ? one : []
    for (const part of [...parts, ...Object.values(one)]) seen.add(part)
  }
  return bare
}
