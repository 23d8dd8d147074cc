/** What says "internal" in a source and was not cut: nothing is published before it is. */
import { findingOf } from '../findings/finding-of.ts'
import type { Readers } from '../model/audience.ts'
import type { Finding } from '../model/finding.ts'
import type { Source } from '../model/source.ts'
import { foldLetters } from '../text/letters.ts'
import type { Marker } from './marker.ts'
import { markersIn } from './markers.ts'
import { placesAt } from './place.ts'

/** An error for each sign that was not cut. */
export function uncutFindings(
  shown: readonly Source[],
  readers: Pick<Readers, 'kinds' | 'brackets'>,
): readonly Finding[] {
  return shown.flatMap(({ file, text }) => {
    const source = { file, text: text.replace(/^\uFEFF/, '') }
    const placeOf = placesAt(source)
    return markersIn(source.text, readers).map((marker) =>
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
