/** Words of strength at the head of a file that keep nothing inside there, and those that nothing knows. */
import type { Place } from '../model/case.ts'
import type { Kind } from '../model/kinds.ts'
import type { Source } from '../model/source.ts'
import { placeInFrontMatter, readFrontMatter } from '../settings/front-matter.ts'
import { type Doubt, readBracket } from '../syntax/conventions/bracket.ts'
import type { Secrecy } from '../syntax/conventions/secrecy.ts'
import type { MarkerTable } from './marker.ts'

/** A part of a bracket, or of strength, that is not clear. */
export interface Doubtful {
  /** `the label of decision 4`, `the strength of 3a`. */
  readonly where: string
  readonly kind: Kind
  /** What keeps the item inside. */
  readonly mend: string
  readonly doubt: Doubt
  readonly place: Place
}

const INTERNAL: Secrecy = { means: 'internal', how: 'exact', weight: 'inside' }

/** Each part that is not clear, in order. */
export function strengthDoubts({ file, text }: Source, table: MarkerTable): readonly Doubtful[] {
  const { strength } = readFrontMatter(text, file).frontMatter
  if (strength === undefined) return []
  const said = { kind: 'evidence', mend: '"(internal)" in its label' } as const
  const values =
    typeof strength === 'string'
      ? [{ path: ['strength'], words: strength, where: 'the strength of this file' }]
      : Object.entries(strength).map(([id, words]) => ({
          ...{ path: ['strength', id], words, where: `the strength of ${id}` },
        }))
  return values.flatMap(({ path, words, where }) => {
    const bracket = { words, isRound: true, start: 0, end: words.length }
    const read = readBracket({ kind: 'evidence', bracket }, table)
    const isSaid = read.isInside && !read.doubts.some(({ secrecy }) => secrecy)
    const doubts = isSaid ? [...read.doubts, { words, secrecy: INTERNAL }] : read.doubts
    const place = placeInFrontMatter(text, file, path)
    return doubts.map((doubt) => ({ ...said, where, doubt, place }))
  })
}
