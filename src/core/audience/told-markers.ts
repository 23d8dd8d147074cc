/** Fields and columns that say for whom something is: `Visibility: internal`, a column "Audience". */
import {
  RE_BETWEEN,
  type Secrecy,
  secrecyInBracket,
  secrecyOf,
} from '../syntax/conventions/secrecy.ts'
import {
  CODES,
  IN_BRACKETS,
  NOBODY,
  PORTIONS,
  SECRECY,
} from '../syntax/conventions/secrecy-words.ts'
import { RE_NO, RE_YES } from '../text/answers.ts'
import { foldLetters } from '../text/letters.ts'
import type { Unmasked } from '../text/unmask.ts'
import { RE_OTHER_SIDE } from './bare-markers.ts'
import type { Marker } from './marker.ts'

const FIELDS =
  `audience|visibility|classification|(?:protective |security )?marking|handling|distribution|
  circulation|sharing|share(?:d)? with|visible to|access(?: level)?|permissions?|gsc|confidentiality|sensitivity|security|readers|tags?|labels?`.replace(
    /\s*\n\s*/g,
    '',
  )

// Matches "Visibility: internal", "Audience = team only".
const RE_FIELD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${FIELDS})\\s{0,9}[:=–—]\\s{0,9}([^.;:|\\n()[\\]]{1,60})`,
  'giu',
)
// Matches the title of a column with that, and of one that says anything.
const RE_TOLD = new RegExp(`^(?:${FIELDS}|status|notes?|comments?|remarks?)$`)
// Matches "Source: confidential" in a line of its own: no property of an item has such a value.
const RE_QUIET =
  /(?<=(?:^|\n)[ \t>]{0,40}(?:[-+*][ \t]{1,9})?)(?:source|basis|owner|author|status|notes?|comments?|remarks?)\s{0,9}:[ \t]{0,9}([^.;:|\n()[\]]{1,60})(?=[.]?[ \t]*(?:\n|$))/giu
const ASKED =
  '(?:(?:is|it|this|ok|okay|can|we|be|to be|make|for|cleared|approved|approval)\\s{1,9}){0,4}(?:to\\s{1,9})?(?:the\\s{1,9})?(?:publish(?:ed|able)?|publication|release|releasable|shared?|shareable|public|everyone|visible(?:\\s{1,9}(?:to|for)\\s{1,9}(?:all|everyone|the public))?)(?:\\s{1,9}(?:this|it))?'
// Matches the title of a column that asks whether a row is for everyone: "Publish?", "OK to share", "Public".
const RE_ASKED = new RegExp(`^${ASKED}$`)
const NO = '(?:no|n|not yet|never|false|pending|later|✗|✘|❌|☐)'
// Matches "Public: no", "Publish? No" where nothing else is said.
const RE_ANSWERED = new RegExp(
  `(?<=(?:^|\\n)[ \\t>]{0,40}(?:[-+*][ \\t]{1,9})?|[.;][ \\t])${ASKED}[ \\t]{0,9}(?:[:=–—]|\\?[:=]?)[ \\t]{0,9}${NO}(?=[ \\t]*(?:[.;]|\\n|$))`,
  'giu',
)

const KEPT = [...SECRECY.inside, ...SECRECY.word, ...IN_BRACKETS.alone].join('|')
// Matches "Internal? Yes", "private: true" where nothing else is said.
const RE_KEPT = new RegExp(
  `(?<=(?:^|\\n)[ \\t>]{0,40}(?:[-+*][ \\t]{1,9})?)(?:is it )?(?:${KEPT})[ \\t]{0,9}(?:[:=–—]|\\?[:=]?)[ \\t]{0,9}(?:yes|y|true|✓|✔|✅|☑)(?=[ \\t]*(?:[.;]|\\n|$))`,
  'giu',
)

// Matches "Owner: internal", which says whose it is.
const RE_OF_US =
  /^(?:source|basis|owner|author)\s*:\s*(?:internal|intern|interne|interno|mewnol)\s*$/i

// Matches the line below the titles of a table.
const RE_RULE = /^[-:|> \t]+$/

export function toldMarkers(unmasked: Unmasked): readonly Marker[] {
  const { text, offsetOf } = unmasked
  const isCounted = RE_LETTERED.test(text)
  const fields = [...text.matchAll(RE_FIELD)].flatMap(({ index, 0: whole, 1: said = '' }) => {
    const secrecy = saidFor(whole, said, isCounted)
    const isOneSide = RE_OTHER_SIDE.test(whole)
    return secrecy && !isOneSide ? [{ start: offsetOf(index), words: whole.trim(), secrecy }] : []
  })
  const quiet = [...text.matchAll(RE_QUIET)].flatMap(({ index, 0: words, 1: said = '' }) => {
    const secrecy = said
      .split(RE_BETWEEN)
      .map(firmly)
      .find((one) => one !== undefined)
    return secrecy && !RE_OF_US.test(words) ? [{ start: offsetOf(index), words, secrecy }] : []
  })
  const answers = [RE_ANSWERED, RE_KEPT].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
      ...{ start: offsetOf(index), words, secrecy: UNASKED },
    })),
  )
  const cells = tablesIn(text).flatMap((table) => [table, ...turned(table)].flatMap(cellMarkers))
  return [
    ...fields,
    ...quiet,
    ...answers,
    ...cells.map((cell) => ({ ...cell, start: offsetOf(cell.start) })),
  ]
}

interface Cell {
  readonly start: number
  readonly words: string
}

/** Rows of cells, of which the first has the titles. */
type Table = readonly (readonly Cell[])[]

function tablesIn(text: string): readonly Table[] {
  const tables: (readonly Cell[])[][] = []
  let [at, before, isOpen] = [0, '', false]
  for (const line of text.split('\n')) {
    const isRow = line.includes('|')
    if (isRow && isOpen) tables.at(-1)?.push(cellsOf(line, at))
    else if (isRow && line.includes('-') && RE_RULE.test(line)) {
      tables.push([cellsOf(before, at - before.length - 1)])
      isOpen = true
    }
    if (!isRow) isOpen = false
    at += line.length + 1
    before = line
  }
  return tables
}

function cellsOf(line: string, at: number): readonly Cell[] {
  let start = at
  return line.split('|').map((words) => {
    const cell = { start: start + words.length - words.trimStart().length, words: words.trim() }
    start += words.length + 1
    return cell
  })
}

/** The table with the first cell of each row as a title, where its columns are items, or what one item has. */
function turned(table: Table): readonly Table[] {
  const rows = table.map((row) => (row[0]?.words === '' ? row.slice(1) : row))
  const [titles = []] = rows
  const isOfItems = titles.slice(1).some(({ words }) => RE_NAMES_ITEM.test(words))
  const isOfOne = titles.filter(({ words }, at) => at < 2 || words !== '').length === 2
  if (!isOfItems && !isOfOne) return []
  return [titles.map((_, column) => rows.map((row) => row[column] ?? NO_CELL))]
}

// Matches the title of a column that is an item: "R-1", "Option 2: One place".
const RE_NAMES_ITEM = /^(?:\p{Lu}\p{L}{1,11} )?\p{Lu}{0,4}-?\d{1,3}[a-z]?(?![\p{L}\d])/u

const NO_CELL: Cell = { start: 0, words: '' }

function cellMarkers([titles = [], ...rows]: Table): readonly Marker[] {
  const isOneSide = titles.some(({ words }) => RE_OTHER_SIDE.test(words))
  // Of things that a case numbers it says which are for everyone.
  const isOfItems = [titles, ...rows].some((row) =>
    RE_ID.test(row.find(({ words }) => words !== '')?.words ?? ''),
  )
  const isCounted = rows.flat().some(({ words }) => /^[ABD-QTV-Z]$/.test(words))
  return titles.flatMap(({ words: title }, column): readonly Marker[] => {
    const name = foldLetters(title)
    const cells = rows.flatMap((row) => row[column] ?? [])
    const own = isOneSide ? undefined : firmly(title)
    if (own)
      return cells.flatMap((cell) => (RE_YES.test(cell.words) ? [{ ...cell, secrecy: own }] : []))
    if (RE_ASKED.test(name))
      return cells.flatMap((cell) =>
        RE_NO.test(cell.words) ? [{ ...cell, secrecy: UNASKED }] : [],
      )
    const isSided = !isOfItems && cells.some(({ words }) => RE_OTHER_SIDE.test(words))
    if (!RE_TOLD.test(name) || isSided) return []
    return cells.flatMap((cell) => {
      const secrecy = saidFor(name, cell.words, isCounted)
      return secrecy ? [{ ...cell, secrecy }] : []
    })
  })
}

// Matches a cell that is an id, or the title of such: "R-1", "12c", "Risk 4", "Ref".
const RE_ID = /^(?:\p{Lu}\p{L}{0,11}[- .]?\d{1,4}[a-z]{0,2}|\d{1,3}[a-z]{1,2}|id|ref|no\.?|#)$/iu

const UNASKED: Secrecy = { means: 'not for publication', how: 'near', weight: 'marking' }

/** What a field that tells for whom something is says: words are meant there that are ordinary elsewhere. */
function saidFor(field: string, words: string, isCounted: boolean): Secrecy | undefined {
  const parts = /^(?:tag|label)/i.test(field) ? words.split(RE_BETWEEN) : [words]
  const secrecy = parts.map(firmly).find((one) => one !== undefined)
  if (secrecy || /^(?:acc|stat|tag|label|note|comment|remark)/i.test(field)) return secrecy
  const plain = foldLetters(words)
  const isNobody =
    /^(?:sh|vis|dist|circ|read|aud|perm)/i.test(field) && (NOBODY.has(plain) || RE_TEAM.test(plain))
  const isCode = /^(?:class|.*marking|hand|sec|gsc)/i.test(field) && isClass(words, isCounted)
  if (isNobody || isCode) return { means: 'internal', how: 'near', weight: 'label' }
  const aside = secrecyInBracket(words)
  return aside?.weight === 'label' ? aside : undefined
}

// Matches "our project team".
const RE_TEAM = /^(?:the |our )?(?:core |wider |project |programme |delivery |case )?team$/

// Matches "Class: A": then C is one of the letters that count.
const RE_LETTERED = /[:=–—]\s{0,9}[ABD-QTV-Z](?=[ \t]*(?:[.;]|\n|$))/

/** Whether a field of a class says a marking by its short name: `Classification: C`. */
function isClass(words: string, isCounted: boolean): boolean {
  return CODES.has(foldLetters(words)) || (!isCounted && PORTIONS.has(words.trim()))
}

function firmly(words: string): Secrecy | undefined {
  const secrecy = secrecyOf(words)
  return secrecy?.how === 'exact' && secrecy.weight !== 'label' ? secrecy : undefined
}
