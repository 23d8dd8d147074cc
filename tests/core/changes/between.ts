/** Short ways to the changes between two small cases in tests. */

import { changeSentence } from '../../../src/core/changes/change-sentence.ts'
import {
  type Change,
  compareCases,
  type Edition,
  editionOf,
} from '../../../src/core/changes/index.ts'
import type { DiffRun } from '../../../src/core/changes/words.ts'
import { read, readWith } from '../read.ts'

/** The edition of texts, as `1.mdx`, `2.mdx`, … */
export function edition(...texts: readonly string[]): Edition {
  return editionOf(read(...texts))
}

/** The same with a `case.yaml` of its own. */
export function editionWith(yaml: string, ...texts: readonly string[]): Edition {
  return editionOf(readWith(yaml, ...texts))
}

export function changesOf(before: string, after: string): readonly Change[] {
  return compareCases(edition(before), edition(after))
}

/** What changed from one text to the other, in sentences. */
export function sentencesOf(before: string, after: string): readonly string[] {
  return changesOf(before, after).map(changeSentence)
}

/** `Most [-other -]teams {+now +}agree`: the runs of a passage on one line. */
export function spelled(runs: readonly DiffRun[]): string {
  const marks = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const
  return runs.map(({ text, mark }) => marks[mark].join('\0').replace('\0', text)).join('')
}

/** The marked words of all changes. */
export function markedIn(changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change) => ('words' in change ? change.words.map(spelled) : []))
}
