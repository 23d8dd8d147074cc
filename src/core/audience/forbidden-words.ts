/** What no output may say to the readers of a case, as runs of words. */

import type { Assembled } from '../model/assembled.ts'
import type { LeftOut, Needles } from '../model/audience.ts'
import type { Source } from '../model/source.ts'
import { placesAt } from './place.ts'
import { needlesOf } from './word-runs.ts'

/**
 * Runs of words that were left out of a case, or that stand in `<Notes>`, and that nothing for its
 * readers says.
 *
 * @param withNotes whether `<Notes>` may be told: in a build for the speaker
 */
export function forbiddenWordsOf(read: WordSources, withNotes = false): Needles {
  const leftOut = [...read.leftOut, ...(withNotes ? [] : notesOf(read))]
  return leftOut.length === 0 ? new Map() : needlesOf(leftOut, knownOf(read))
}

/** The sources as their readers get them, and what was left out of them. */
type WordSources = Pick<Assembled, 'leftOut' | 'sources' | 'settingsSource'>

// Matches "<Notes>Wait until all sit.</Notes>".
const RE_NOTES = /<Notes\b[^>]*>[\s\S]*?<\/Notes\s*>/g

/** The words of `<Notes>`, which stand in the sources that checks and the speaker view read. */
function notesOf({ sources }: WordSources): readonly LeftOut[] {
  return sources.flatMap((source) => {
    const placeOf = placesAt(source)
    return [...source.text.matchAll(RE_NOTES)].map(({ index, 0: words }) => ({
      ...{ why: 'private' as const, words },
      place: placeOf(index),
    }))
  })
}

/** What everyone may read. */
function knownOf({ sources, settingsSource }: WordSources): readonly Source[] {
  return [...sources, ...(settingsSource ? [settingsSource] : [])].map(({ file, text }) => ({
    file,
    text: text.replace(RE_NOTES, ''),
  }))
}
