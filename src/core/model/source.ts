/** A file of a case as text. */

/** One file of the case folder as text. */
export interface Source {
  /** Relative to the case folder, with forward slashes. */
  readonly file: string
  readonly text: string
}
