/** What says "internal" in a source and was not cut: nothing is published before it is. */
import { findingOf } from '../findings/finding-of.ts'
import type { Finding } from '../model/finding.ts'
import type { KindTable } from '../model/kinds.ts'
import type { Source } from '../model/source.ts'
import { proseOf } from '../syntax/prose-of.ts'
import { foldLetters } from '../text/letters.ts'
import { unmask } from '../text/unmask.ts'
import { bareMarkers } from './bare-markers.ts'
import { bracketMarkers } from './bracket-markers.ts'
import { markedWords } from './marked-words.ts'
import type { Marker } from './marker.ts'
import { placesAt } from './place.ts'

/** The signs left in a text from which what stays inside was cut, in order; each once. */
export function markersIn(text: string, kinds: KindTable): readonly Marker[] {
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
  return ordered.filter(({ start }, index) => {
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

/** An error for each sign that was not cut. */
export function uncutFindings(
  shown: readonly Source[],
  { kinds }: { readonly kinds: KindTable },
): readonly Finding[] {
  return shown.flatMap(({ file, text }) => {
    const source = { file, text: text.replace(/^\uFEFF/, '') }
    const placeOf = placesAt(source)
    return markersIn(source.text, kinds).map((marker) =>
      findingOf('seems-internal', {
        message: `Unexpected "${marker.words}", which keeps nothing inside${nearly(marker)}, expected ${mendOf(marker, source.text)}, or other words`,
        place: { ...placeOf(marker.start), length: marker.words.length },
      }),
    )
  })
}

/** ` and looks like "internal"` */
function nearly({ secrecy, words }: Marker): string {
  const isSame = secrecy.how === 'exact' || foldLetters(words) === secrecy.means
  return isSame ? '' : ` and looks like "${secrecy.means}"`
}

/** What to write instead, by what stands before the sign in its line. */
const MENDS: readonly (readonly [RegExp, string])[] = [
  [/^[ \t>]*#/, '<Internal> around the section'],
  [/\d+[a-z]{0,2}:?\**[ \t]*$/i, '"(internal)" between the number and the colon'],
  [/^/, '<Internal> around the words'],
]

function mendOf({ start }: Marker, text: string): string {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return MENDS.find(([pattern]) => pattern.test(before))?.[1] ?? ''
}
