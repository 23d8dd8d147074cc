/** What is said once of each finding. */
import type { Severity } from '../../model/severity.ts'

/** All that there is to know of a kind of finding. */
export interface Row {
  /** `error` is for what is broken, `warning` for what is unfinished, `advice` for style. */
  readonly severity: Severity
  /** Who finds it: reading the texts, looking at the folder and git, a build, or asking the web. */
  readonly finder: 'case' | 'folder' | 'build' | 'web'
  /** Set where the texts show it, though no file in `checks/` looks for it. */
  readonly withoutCheck?: true
  /** Set where what it misses may stand in a file that cannot be read: until it can, it says nothing. */
  readonly ofWhole?: true
  /** What it is to some readers, where it is a barrier that the accessibility statement counts. */
  readonly barrier?: Barrier
  /** What should be so, and where it helps, why: one sentence of plain text. */
  readonly rule: string
  /** Why it matters: Markdown. */
  readonly reason: string
  /** What it leaves alone, or where it is set: Markdown. */
  readonly note?: string
  /** The language of both examples; a case's own text (MDX) if absent. */
  readonly language?: 'yaml' | 'json' | 'sh' | 'text'
  /** An example as it would be typed, of which the finding speaks. */
  readonly wrong: string
  /** The same, mended. */
  readonly right: string
  /** What to do next: plain text, a sentence without its full stop. */
  readonly mend: string
}

/** A barrier in the words of the accessibility statement. */
export interface Barrier {
  /** `picture is missing`, `pictures are missing`: behind their number. */
  readonly one: string
  readonly many: string
  /** What was looked for: `Pictures that are missing`. */
  readonly looked: string
}

/** Rows by the id of the finding. */
export type Rows = Readonly<Record<string, Row>>
