/** What says "internal" in a text, and was not cut. */
import type { Meanings } from '../model/audience.ts'
import type { Secrecy } from '../syntax/conventions/secrecy.ts'
import { proseOf } from '../syntax/prose-of.ts'
import { foldLetters } from '../text/letters.ts'
import { unmask } from '../text/unmask.ts'
import { bareMarkers } from './bare-markers.ts'
import { bracketMarkers } from './bracket-markers.ts'
import { codeMarkers } from './code-markers.ts'
import { commentSecrecyOf } from './comment-secrecy.ts'
import { emphasisMarkers } from './emphasis-markers.ts'
import { joinedWords } from './joined-words.ts'
import { lockMarkers } from './lock-markers.ts'
import { markedWords } from './marked-words.ts'
import type { Marker, MarkerTable } from './marker.ts'
import { portionMarks } from './portion-marks.ts'
import { saidOf } from './said-of.ts'
import { foreignTables } from './tables.ts'
import { tagMarkers } from './tag-markers.ts'
import { toldMarkers } from './told-markers.ts'

/** The signs left in a text from which what stays inside was cut, in order; each once. */
export function markersIn(text: string, readers: MarkerTable): readonly Marker[] {
  const { kinds, brackets = {}, mayQuote = false } = readers
  const words = markedWords(text, mayQuote)
  const plain = unmask(words)
  // What an attribute says stands in a tag.
  const tagged = unmask(words, true)
  const found = [
    ...bracketMarkers(plain, text, brackets),
    ...bracketMarkers(tagged, text, brackets),
    ...bareMarkers(plain, text, kinds),
    ...joinedMarkers(words, text, readers),
    ...codedMarkers(words, text, brackets),
    ...turnedMarkers(text),
    ...emphasisMarkers(words),
    ...lockMarkers(plain),
    ...portionMarks(plain),
    ...toldMarkers(plain),
    ...tagMarkers(tagged, text),
    ...saidOf(words),
    ...commentsIn(words),
    ...foreignComments(text),
    ...cellsOfTables(text, words, readers),
    ...(mayQuote ? [] : codeMarkers(text, brackets)),
  ]
  const ordered = found.toSorted((a, b) => a.start - b.start || b.words.length - a.words.length)
  const told = new Set(Object.keys(brackets).map(foldLetters))
  return ordered.filter(({ start, words, secrecy }, index) => {
    if (secrecy.how === 'near' && told.has(foldLetters(words))) return false
    const before = ordered[index - 1]
    return !before || start >= before.start + before.words.length
  })
}

/** What is only seen where links and formulas stand beside other words: `([internal](address))`. */
function joinedMarkers(words: string, text: string, readers: MarkerTable): readonly Marker[] {
  const joined = joinedWords(words)
  if (joined === undefined) return []
  const plain = unmask(joined)
  // A link alone is called after where it leads.
  const bare = bareMarkers(plain, text, readers.kinds).filter(
    ({ secrecy, words: said }) =>
      isFirm(secrecy) && (secrecy.weight === 'marking' || said.includes('\\')),
  )
  return [...bracketMarkers(plain, text, readers.brackets), ...bare]
}

// Matches "%28" in an address.
const RE_CODED = /%([2-7][\da-f])/gi

/** What addresses write as codes: `?for=%28internal%29`. */
function codedMarkers(words: string, text: string, brackets: Meanings): readonly Marker[] {
  const read = words.replace(
    RE_CODED,
    (_, code: string) => `${String.fromCharCode(Number.parseInt(code, 16))}\u00AD\u00AD`,
  )
  return read === words ? [] : bracketMarkers(unmask(read, true), text, brackets)
}

// Matches a sign that shows the letters behind it in another order than they are written, and these.
const RE_TURNED = /(?:[\u202D\u202E]|&#(?:823[78]|x202[de]);)[^\n\u202C]{0,40}/gi

/** Nobody can find such letters, and tell what readers see: "lanretni" is "internal" there. */
function turnedMarkers(text: string): readonly Marker[] {
  return [...text.matchAll(RE_TURNED)].map(({ index: start, 0: words }) => ({
    ...{ start, words },
    secrecy: { means: 'other words', how: 'near', weight: 'marking' },
  }))
}

// Matches the signs around what is a comment among values.
const RE_AROUND_NOTE = /^\{\/\* | \*\/\}$/g

/** What cells of tables in other forms say; what does not stand there letter by letter is said of their start. */
function cellsOfTables(text: string, words: string, readers: MarkerTable): readonly Marker[] {
  return foreignTables(text, words).flatMap(({ start, words: table, markdown }) =>
    markersIn(markdown, readers).map((marker) => {
      const said = marker.words.replace(RE_AROUND_NOTE, '')
      return { ...marker, words: said, start: start + Math.max(0, table.indexOf(said)) }
    }),
  )
}

// Matches "{/* internal */}", and "%% internal" of a diagram.
const RE_COMMENT = /\{\s*\/\*([\s\S]{1,120}?)\*\/\s*\}|(?<=^[ \t>]*)%%(?!\{)([^\n%]{1,120})$/gm

/** Comments that are a marking and nothing else: whoever sets one believes that it does something. */
function commentsIn(text: string): readonly Marker[] {
  return [...text.matchAll(RE_COMMENT)].flatMap(({ index, 0: words, 1: said, 2: drawn = '' }) => {
    const secrecy = commentSecrecyOf(said ?? drawn)
    return secrecy ? [{ start: index, words: words.replace(/\s+/g, ' '), secrecy }] : []
  })
}

// Matches "%% We pay %%", and in lines of their own "/* We pay */" and what stands between two lines "////":
// comments elsewhere, and words here.
const RE_FOREIGN =
  /(?:^|(?<=\s))(%%(?!\{)[^%]{1,600}%%)(?=\s|[.,;:!?)]|$)|^[ \t>]*(\/\*(?:(?!\*\/)[\s\S]){1,600}\*\/|\/{4,}[ \t\r]*\n[\s\S]{1,600}?\n[ \t>]*\/{4,})[ \t\r]*$/gm

function foreignComments(text: string): readonly Marker[] {
  return [...proseOf(text).matchAll(RE_FOREIGN)].map(
    ({ index, 0: all, 1: within, 2: words = within ?? '' }) => ({
      start: index + all.indexOf(words),
      words: words.replace(/\s+/g, ' '),
      secrecy: { means: 'internal', how: 'exact', weight: 'inside' },
    }),
  )
}

function isFirm(secrecy: Secrecy | undefined): boolean {
  return secrecy?.weight === 'marking' || (secrecy?.how === 'exact' && secrecy.weight !== 'label')
}
