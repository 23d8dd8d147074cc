/** What says "internal" in a source and was not cut: nothing is published before it is. */
import { findingOf } from '../findings/finding-of.ts'
import type { Meanings, Readers } from '../model/audience.ts'
import type { Place } from '../model/case.ts'
import type { Feedback } from '../model/feedback.ts'
import type { Finding } from '../model/finding.ts'
import type { Source } from '../model/source.ts'
import { foldLetters } from '../text/letters.ts'
import { markerInName, markersInFrontMatter, markersInYaml } from './aside-markers.ts'
import { bracketLine } from './bracket-line.ts'
import { codeStretches } from './code-markers.ts'
import { markedPaths } from './marked-paths.ts'
import type { Marker, MarkerTable } from './marker.ts'
import { markersIn } from './markers.ts'
import { placesAt, within } from './place.ts'
import type { SplitSource } from './split-source.ts'
import { spokenIn } from './spoken-secrecy.ts'
import { openStrings } from './strings.ts'
import { chartTables } from './tables.ts'

/** A file, and the signs in it that were not cut. */
interface Signs {
  readonly source: Source
  readonly markers: readonly Marker[]
}

/** The signs in each file, without those that `told` has as parts of a label. */
export function uncutSigns(
  shown: readonly Source[],
  readers: MarkerTable,
  told: readonly { readonly place: Place }[],
): readonly Signs[] {
  return shown.map(withoutMark).map((source) => {
    const placeOf = placesAt(source)
    const labels = told.flatMap(({ place }) => (place.file === source.file ? [place] : []))
    const isTold = ({ start, words }: Marker): boolean => {
      const { line, column = 1 } = placeOf(start)
      return labels.some(
        (one) => one.line === line && Math.abs((one.column ?? 0) - column) <= words.length,
      )
    }
    return { source, markers: markersIn(source.text, readers).filter((one) => !isTold(one)) }
  })
}

/** Without the mark of the order of bytes, which is no word. */
function withoutMark({ file, text }: Source): Source {
  return { file, text: text.replace(/^\uFEFF/, '') }
}

/** An error for each sign that was not cut. */
export function uncutFindings(
  signs: readonly Signs[],
  { brackets }: Pick<Readers, 'brackets'>,
  words: readonly string[],
): readonly Finding[] {
  return signs.flatMap(({ source, markers }) => {
    if (markers.length === 0) return []
    const placeOf = placesAt(source)
    const mendOf = mendsIn(source.text)
    return markers.map((marker) => {
      const also = otherwise(ownWords(marker), words, brackets)
      return findingOf('seems-internal', {
        message: `Unexpected "${marker.words}", which keeps nothing inside${nearly(marker)}, expected ${mendOf(marker)}, or other words${also}`,
        place: { ...placeOf(marker.start), length: marker.words.length },
      })
    })
  })
}

/** The line to copy where words may mean something else. */
function otherwise(said: string | undefined, words: readonly string[], told?: Meanings): string {
  return said ? `, or, if it means something else, ${bracketLine(words, said, told)}` : ''
}

/** The words of these signs that go into the line for `case.yaml`. */
export function wordsOfSigns(signs: readonly Signs[]): readonly string[] {
  return signs.flatMap(({ markers }) => markers.flatMap((one) => ownWords(one) ?? []))
}

/** What stands in a bracket that a case may call a part of the text. */
function ownWords({ words, secrecy }: Pick<Marker, 'words'> & Partial<Marker>): string | undefined {
  const isOpen = secrecy?.weight === 'label' && secrecy.how === 'near'
  return isOpen ? words.replace(RE_AROUND, '') : undefined
}

// Matches the signs around words: "(**", "**)".
const RE_AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/** A warning for each sentence that calls its own text secret: it is published all the same. */
export function spokenFindings(shown: readonly Source[], readers: MarkerTable): readonly Finding[] {
  return shown.map(withoutMark).flatMap((source) => {
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

/** An error for each marking beside the words: in names of files, and in front matter. */
export function asideFindings(shown: readonly Source[], readers: MarkerTable): readonly Finding[] {
  return shown.map(withoutMark).flatMap((source) => {
    const { file } = source
    const named = markerInName(file)
    const paths = markedPaths(source).map(({ words, place }) => aside(words, SCOPE.picture, place))
    const heads = markersInFrontMatter(source.text, readers).map((one) =>
      aside(
        one.words,
        'front matter',
        { file, line: one.line },
        otherwise(ownWords(one), [], readers.brackets),
      ),
    )
    return [
      ...(named === undefined ? [] : [aside(named, SCOPE.file, { file })]),
      ...paths,
      ...heads,
    ]
  })
}

/**
 * An error for notes within other words, where nobody would get them, and for comments there that are
 * never closed.
 */
export function stringFindings(
  files: readonly { readonly source: Source; readonly split: SplitSource }[],
): readonly Finding[] {
  return files.flatMap(({ split: { source, leftOut } }) => {
    const notes = leftOut.filter(({ why, words }) => why === 'private' && /^<notes/i.test(words))
    return [
      ...notes.map(({ place }) =>
        findingOf('seems-internal', {
          message:
            'Unexpected <Notes> within other words, where nobody gets it, expected it in lines of its own',
          place,
        }),
      ),
      ...(source ? openStrings(source) : []).map(({ words, place }) =>
        findingOf('seems-internal', {
          message: `Unexpected "${words}", which is never closed and keeps nothing inside, expected its end in the same paragraph`,
          place,
        }),
      ),
    ]
  })
}

/** An error for each marking in `case.yaml`, of which outputs show most. */
export function settingsFindings(
  settings: Source | undefined,
  readers: MarkerTable,
): readonly Finding[] {
  const { file, text } = settings ?? { file: '', text: '' }
  return markersInYaml(text, readers).map((one) =>
    findingOf('seems-internal', {
      message: `Unexpected "${one.words}" in ${file}, which keeps nothing inside, expected other words, or a build for the team: --audience internal${otherwise(ownWords(one), [], readers.brackets)}`,
      place: { file, line: one.line },
    }),
  )
}

/** An error for each marking in what readers answered, of which pages show the first line. */
export function feedbackFindings(
  { about, general }: Feedback,
  sources: readonly Source[],
  readers: MarkerTable,
): readonly Finding[] {
  const all = new Set([...about.values(), general].flat())
  return [...all].flatMap(({ words }) => {
    const [found] = markersIn(`# ${words}`, readers)
    const holder = sources.find(({ text }) => text.includes(found?.words ?? '')) ?? sources[0]
    if (!found || !holder) return []
    const message = `Unexpected "${found.words}" in an answer, which keeps nothing inside, expected other words there, or a build for the team: --audience internal`
    return [findingOf('seems-internal', { message, place: { file: holder.file } })]
  })
}

function aside(words: string, where: string, place: Place, also = ''): Finding {
  return findingOf('seems-internal', {
    message: `Unexpected "${words}" in ${where}, which keeps nothing inside, expected "audience: internal" at the head of the file, or other words${also}`,
    place,
  })
}

/** ` and looks like "internal"` */
function nearly({ secrecy, words }: Marker): string {
  if (RE_TURNED.test(words)) return ' and turns the order of letters'
  const isSame = secrecy.how === 'exact' || foldLetters(words) === secrecy.means
  return isSame ? '' : ` and looks like "${secrecy.means}"`
}

// Matches the words of a marker that lead to notes: "Speaker notes:"; it stands last in what is asked.
const RE_SPEAKER = /(?:speaker|presenter)(?: only|(?:['’]s)? notes?)?\W*$/i

// Matches a sign that turns the order of letters.
const RE_TURNED = /^(?:[\u202D\u202E]|&#(?:823[78]|x202[de]);)/i

/** What to write instead, by what stands before the sign in its line; a tag itself counts too. */
const MENDS: readonly (readonly [RegExp, string])[] = [
  [RE_SPEAKER, '<Notes> around what the speaker alone sees'],
  [/<internal[^<>]*\/>$/i, '<Internal> before the words and </Internal> behind them'],
  [/^[ \t>]*#/, '<Internal> around the section'],
  [/(?<!\d)\d+[a-z]{0,2}:?\**[ \t]*$/i, '"(internal)" between the number and the colon'],
  [/^/, '<Internal> around the words'],
]

/** So much in front of a sign says what holds it; a line may be very long. */
const NEAR = 200

function mendsIn(text: string): (marker: Marker) => string {
  const isCode = within(codeStretches(text).map(({ start, end }) => [start, end]))
  const tables = chartTables(text)
  const isCell = within(tables.map(({ start, words }) => [start, start + words.length]))
  return ({ start, words }) => {
    if (RE_TURNED.test(words)) return 'letters in the order in which they are read'
    if (isCode(start)) return IN_CODE
    if (isCell(start)) return 'a table without it, <Internal> around this chart'
    const near = text.slice(Math.max(0, start - NEAR), start)
    const line = near.slice(near.lastIndexOf('\n') + 1)
    const before = words.startsWith('<') || RE_SPEAKER.test(words) ? line + words : line
    return MENDS.find(([pattern]) => pattern.test(before))?.[1] ?? ''
  }
}

const IN_CODE =
  'the word without its bracket or sign, since code is published as it stands, <Internal> around the code'
