/** What says "internal" in a text, and was not cut. */
import type { Readers } from '../model/audience.ts'
import { proseOf } from '../syntax/prose-of.ts'
import { foldLetters } from '../text/letters.ts'
import { unmask } from '../text/unmask.ts'
import { bareMarkers } from './bare-markers.ts'
import { bracketMarkers } from './bracket-markers.ts'
import { markedWords } from './marked-words.ts'
import type { Marker } from './marker.ts'

/** The signs left in a text from which what stays inside was cut, in order; each once. */
export function markersIn(
  text: string,
  { kinds, brackets = {} }: Pick<Readers, 'kinds' | 'brackets'>,
): readonly Marker[] {
  const words = markedWords(text)
  const plain = unmask(words)
  const found = [
    ...bracketMarkers(plain, text),
    // What an attribute says stands in a tag.
    ...bracketMarkers(unmask(words, true), text),
    ...bareMarkers(plain, text, kinds),
    ...tagsIn(text),
  ]
  const ordered = found.toSorted((a, b) => a.start - b.start || b.words.length - a.words.length)
  const told = new Set(Object.keys(brackets).map(foldLetters))
  return ordered.filter(({ start, words, secrecy }, index) => {
    if (secrecy.how === 'near' && told.has(foldLetters(words))) return false
    const before = ordered[index - 1]
    return !before || start >= before.start + before.words.length
  })
}

// Matches "<Internal>" and "</internal>", not "\<Internal>".
const RE_TAG = /(?<!\\)<\/?internal\b[^<>]{0,200}>?/gi

function tagsIn(text: string): readonly Marker[] {
  return [...proseOf(text).matchAll(RE_TAG)].map(({ index, 0: words }) => ({
    ...{ start: index, words },
    secrecy: { means: 'internal', how: 'exact', weight: 'inside' },
  }))
}
