/** What says "internal" in a source and was not cut: nothing is published before it is. */
import { findingOf } from '../findings/finding-of.ts'
import type { Readers } from '../model/audience.ts'
import type { Place } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { Source } from '../model/source.ts'
import { foldLetters } from '../text/letters.ts'
import { markerInName, markersInFrontMatter, markersInYaml } from './aside-markers.ts'
import { markedWords } from './marked-words.ts'
import type { Marker } from './marker.ts'
import { markersIn } from './markers.ts'
import { placesAt } from './place.ts'
import { spokenIn } from './spoken-secrecy.ts'

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

/** A warning for each sentence that calls its own text secret: it is published with that. */
export function spokenFindings(
  shown: readonly Source[],
  readers: Pick<Readers, 'kinds' | 'brackets'>,
): readonly Finding[] {
  return shown.flatMap(({ file, text }) => {
    const source = { file, text: text.replace(/^\uFEFF/, '') }
    const placeOf = placesAt(source)
    return spokenIn(source.text, readers).map(({ start, words }) =>
      findingOf('spoken-secrecy', {
        message: `Unexpected "${words}" in a sentence, which keeps nothing inside, expected <Internal> around what is meant, or other words`,
        place: { ...placeOf(start), length: words.length },
      }),
    )
  })
}

const SCOPE = { file: 'the name of this file', picture: 'the name of a file' }

// Matches the path in "![Map](maps/costs-internal.png)" and "[Plan](<plan.pdf>)", not an address of the web.
const RE_PATH =
  /\]\(\s*<?((?![a-z]+:|\/\/|[^)\s]{0,220}(?:\.|%2e){2})[^)\s>]{1,200}\.[a-z]{3,5})(?=[)\s>])/gi

/** An error for each marking beside the words: in names of files, and in front matter. */
export function asideFindings(
  shown: readonly Source[],
  readers: Pick<Readers, 'kinds' | 'brackets'>,
): readonly Finding[] {
  return shown.flatMap(({ file, text }) => {
    const source = { file, text: text.replace(/^\uFEFF/, '') }
    const placeOf = placesAt(source)
    const named = markerInName(file)
    const paths = [...markedWords(source.text).matchAll(RE_PATH)].flatMap(
      ({ index, 1: path = '' }) => {
        const words = markerInName(path)
        return words === undefined ? [] : [aside(words, SCOPE.picture, placeOf(index))]
      },
    )
    const heads = markersInFrontMatter(source.text, readers).map(({ words, line }) =>
      aside(words, 'front matter', { file, line }),
    )
    return [
      ...(named === undefined ? [] : [aside(named, SCOPE.file, { file })]),
      ...paths,
      ...heads,
    ]
  })
}

/** An error for each marking in `case.yaml`, of which outputs show most. */
export function settingsFindings(
  settings: Source | undefined,
  readers: Pick<Readers, 'kinds' | 'brackets'>,
): readonly Finding[] {
  const { file, text } = settings ?? { file: '', text: '' }
  return markersInYaml(text, readers).map(({ words, line }) =>
    findingOf('seems-internal', {
      message: `Unexpected "${words}" in ${file}, which keeps nothing inside, expected other words, or a build for the team: --audience internal`,
      place: { file, line },
    }),
  )
}

function aside(words: string, where: string, place: Place): Finding {
  return findingOf('seems-internal', {
    message: `Unexpected "${words}" in ${where}, which keeps nothing inside, expected "audience: internal" at the head of the file, or other words`,
    place,
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
