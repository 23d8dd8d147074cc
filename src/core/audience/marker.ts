/** A sign in a text that says "internal", where it may keep nothing inside. */
import type { Readers } from '../model/audience.ts'
import type { Secrecy } from '../syntax/conventions/secrecy.ts'

/** What says which words are signs. */
export type MarkerTable = Pick<Readers, 'kinds' | 'brackets' | 'mayQuote'>

export interface Marker {
  /** 0-based, in the UTF-16 units of the source. */
  readonly start: number
  /** As its writer wrote it: `(internal)`. */
  readonly words: string
  readonly secrecy: Secrecy
}
