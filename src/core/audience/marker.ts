/** A sign in a text that says "internal", where it may keep nothing inside. */
import type { Secrecy } from '../syntax/conventions/secrecy.ts'

export interface Marker {
  /** 0-based, in the UTF-16 units of the source. */
  readonly start: number
  /** As its writer wrote it: `(internal)`. */
  readonly words: string
  readonly secrecy: Secrecy
}
