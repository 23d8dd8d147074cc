/** What says "internal" in a text, and was not cut. */
import { type Secrecy, secrecyOf } from '../syntax/conventions/secrecy.ts'
import { proseOf } from '../syntax/prose-of.ts'
import { foldLetters } from '../text/letters.ts'
import { unmask } from '../text/unmask.ts'
import { bareMarkers } from './bare-markers.ts'
import { bracketMarkers } from './bracket-markers.ts'
import { chartTables } from './chart-cells.ts'
import { codeMarkers } from './code-markers.ts'
import { commentSecrecyOf, orderIn } from './comment-secrecy.ts'
import { emphasisMarkers } from './emphasis-markers.ts'
import { joinedWords } from './joined-words.ts'
import { lockMarkers } from './lock-markers.ts'
import { markedWords } from './marked-words.ts'
import type { Marker, MarkerTable } from './marker.ts'
import { portionMarks } from './portion-marks.ts'
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
    ...emphasisMarkers(words),
    ...lockMarkers(plain),
    ...portionMarks(plain),
    ...toldMarkers(plain),
    ...tagMarkers(tagged, text),
    ...saidOf(words),
    ...commentsIn(words),
    ...foreignComments(text),
    ...cellsOfCharts(text, readers),
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

/** What cells of the tables say that charts name; what does not stand there letter by letter is said of its start. */
function cellsOfCharts(text: string, readers: MarkerTable): readonly Marker[] {
  return chartTables(text).flatMap(({ start, words: table, markdown }) =>
    markersIn(markdown, readers).map((marker) => ({
      ...marker,
      start: start + Math.max(0, table.indexOf(marker.words)),
    })),
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

// Matches "%% We pay %%" and "/* We pay */" in lines of their own: comments elsewhere, and words here.
const RE_FOREIGN = /^[ \t>]*(%%(?!\{)[^%]{1,600}%%|\/\*(?:(?!\*\/)[\s\S]){1,600}\*\/)[ \t\r]*$/gm

function foreignComments(text: string): readonly Marker[] {
  return [...proseOf(text).matchAll(RE_FOREIGN)].map(({ index, 0: all, 1: words = '' }) => ({
    start: index + all.indexOf(words),
    words: words.replace(/\s+/g, ' '),
    secrecy: { means: 'internal', how: 'exact', weight: 'inside' },
  }))
}

// Matches what is said of a picture, a link or a quote: `title="internal"`, `(plan.docx "internal")`, `![internal](`.
const RE_SAID_OF =
  /\s(?:title|alt|by|caption|label)=(?<!<abbr\b[^<>]{0,200})["']([^"'<>\n]{1,120})["']|\]\([^()\s]{1,300}\s+["']([^"'<>\n]{1,120})["']\)|!\[([^\][\n]{1,120})\](?=[([])/g

/** Attributes, titles and descriptions of which the whole, or what stands behind the last comma, is a marking. */
function saidOf(text: string): readonly Marker[] {
  return [...text.matchAll(RE_SAID_OF)].flatMap(({ index, 0: all, 1: said, 2: title, 3: alt }) => {
    const words = said ?? title ?? alt ?? ''
    const last = words.split(',').at(-1) ?? ''
    const secrecy = [words, last].map((one) => secrecyOf(one) ?? orderIn(one)).find(isFirm)
    return secrecy ? [{ start: index + all.lastIndexOf(words), words, secrecy }] : []
  })
}

function isFirm(secrecy: Secrecy | undefined): boolean {
  return secrecy?.weight === 'marking' || (secrecy?.how === 'exact' && secrecy.weight !== 'label')
}
