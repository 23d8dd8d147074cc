/** Abbreviations: which need no explanation, whether a text explains one, and what it says one means. */
import { kindOfId } from '../model/ids.ts'
import type { KindTable } from '../model/kinds.ts'

/** What readers of a case in the UK know, and what is no abbreviation. */
const KNOWN = new Set(
  [
    // Places and people
    'UK GB US USA EU UN NI EEA NATO MP MPS MEP MSP PM HM QC KC CEO CFO CTO COO CIO HR PA GP GPS HQ BBC ITV NHS VAT GDP PAYE ISA',
    // Files, the web and devices
    'GOV PDF HTML CSS XML CSV JSON YAML MDX MD URL URI HTTP HTTPS WWW IP TCP WIFI USB CD DVD TV PC PCS CCTV SMS PIN QR ID IDS IT UI UX API APIS FAQ FAQS PNG JPG JPEG SVG GIF ZIP ODT DOCX PPT PPTX XLSX DM RSS SQL UTF ASCII ISBN README',
    // Time and measures
    'AM PM BC AD BST GMT UTC KM KG KB MB GB TB',
    // Words and turns
    'OK TBC TBD TBA FYI ASAP NB PS RE EG IE ETC AKA DIY CV PHD BA BSC MSC MBA MA LTD PLC LLP COVID AIDS HIV DNA ATM SOS VIP RIP NO NOT YES AND OR ALL ANY NEW NOW ONLY NEVER ALWAYS MUST MAY TODO DRAFT NOTE STOP',
  ].flatMap((words) => words.split(' ')),
)

// Matches "II", "IV", "XIX".
const RE_ROMAN = /^X{0,3}(?:IX|IV|V?I{0,3})$/
// Matches "A4".
const RE_PAPER = /^A\d$/

/** Whether readers need no explanation of it; `word` without a plural s. */
export function isKnown(word: string, kinds: KindTable): boolean {
  return (
    KNOWN.has(word.toUpperCase()) ||
    [...kinds.values()].some(({ prefix }) => prefix === word) ||
    kindOfId(word, kinds) !== undefined ||
    RE_ROMAN.test(word) ||
    RE_PAPER.test(word)
  )
}

/**
 * Whether a text says what an abbreviation in it stands for: `Department for Education (DfE)`,
 * `DfE (Department for Education)`, `DfE: Department for Education`; or names it anywhere, with capitals.
 */
export function explains(text: string, word: string): boolean {
  const letters = word.replace(/\d/g, '').toLowerCase()
  if (isNamedIn(text, word)) return true
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const lead = text.slice(Math.max(0, at - NEAR), at)
    const sign = RE_BEFORE.exec(lead)
    const named = sign ? wordsOf(lead.slice(0, sign.index).split(/[()]/).at(-1) ?? '') : []
    if (endsInSpelling(named, letters)) return true
    if (sign?.[0].includes('(') && hasLetters(named.slice(-letters.length - 3), letters))
      return true
    const after = RE_AFTER.exec(text.slice(at + word.length, at + word.length + NEAR))
    const names = wordsOf(after?.[2] ?? '')
    if (spells(names, letters) !== undefined) return true
    if (after?.[1]?.includes('(') && hasLetters(wordsOf(after[2]?.split(')')[0] ?? ''), letters))
      return true
  }
  return false
}

/** Whether a text has a name of which the capitals spell the abbreviation. */
export function isNamedIn(text: string, word: string): boolean {
  const letters = word.replace(/\d/g, '').toLowerCase()
  const words = wordsOf(text)
  return words.some((first, index) => {
    if (first[0]?.toLowerCase() !== letters[0]) return false
    const used = spells(words.slice(index, index + 3 * letters.length), letters)
    if (used === undefined) return false
    return words.slice(index, index + used).every((one) => isSmall(one) || isCapital(one))
  })
}

// Matches " (GDS)", " (DDaT)" and " (APIs)".
const RE_IN_BRACKETS = /\s\(([A-Z][A-Za-z]{0,6}[A-Z]\d{0,2})s?\)/g
// Matches what joins the words of a name: "Digital, Data & Technology", "Vision-Led".
const RE_JOINED = /^[\p{L}\p{N}\s,&/’'-]*$/u

/**
 * The abbreviations that a text writes out as `Full Name (FN)`, with these names as written. What is no
 * name of which the initials spell the abbreviation, each in its turn, is left out.
 */
export function writtenOut(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { 1: word = '', index } of text.matchAll(RE_IN_BRACKETS)) {
    const before = text.slice(Math.max(0, index - NEAR), index)
    const letters = word.replace(/\d/g, '').toLowerCase()
    const starts = [...before.matchAll(RE_WORD)].slice(-2 * letters.length - 2)
    // The shortest that spells it: "the" in front of a name is none of it.
    const first = starts.findLast((_, at) => {
      const words = starts.slice(at).map(([one]) => one)
      return words[0]?.[0]?.toLowerCase() === letters[0] && spells(words, letters) === words.length
    })
    const name = first && before.slice(first.index)
    if (name && RE_JOINED.test(name) && !found.has(word)) found.set(word, name)
  }
  return found
}

/** How far from an abbreviation its name is looked for, in characters. */
const NEAR = 200

// Matches " (" and ", or the “" in front of an abbreviation, behind its name.
const RE_BEFORE = /(?:\(|,|[–—]|\bor\b)\s*(?:or\s+|the\s+)*["“'‘]?$/
// Matches " (Full Name", ": full name", ", the Full Name", " stands for full name", "| full name".
const RE_AFTER =
  /^s?["”'’]?\s*(\(|[:,=|–—-]|means|stands\s+for|is\s+short\s+for|is|are)\s*(?:(?:the|an?|or|for)\s+)*([\s\S]*)$/

const RE_WORD = /\p{L}[\p{L}\p{N}’']*/gu

function wordsOf(text: string): readonly string[] {
  return text.match(RE_WORD) ?? []
}

const SMALL = new Set(['of', 'and', 'for', 'the', 'in', 'to', 'on', 'a', 'an', 'with', 'by', 'at'])

function isSmall(word: string): boolean {
  return SMALL.has(word.toLowerCase())
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

/** How many of the words it takes to spell the letters by initials, from the first on. */
function spells(words: readonly string[], letters: string): number | undefined {
  // How many letters are spelt so far; a small word may spell one or be left out, and so may "NHS" in "Leeds NHS Trust (LT)".
  let spelt: readonly number[] = [0]
  for (const [index, word] of words.entries()) {
    const plain = word.toLowerCase()
    if (spelt.length === 0 || (plain.length > 1 && plain === letters)) return undefined
    const on = spelt.filter((count) => letters[count] === plain[0]).map((count) => count + 1)
    if (on.includes(letters.length)) return index + 1
    spelt = isSmall(word) || /^\p{Lu}{2,}$/u.test(word) ? [...new Set([...on, ...spelt])] : on
  }
  return undefined
}

function endsInSpelling(words: readonly string[], letters: string): boolean {
  const last = words.slice(-2 * letters.length - 2)
  return last.some((_, index) => spells(last.slice(index), letters) === last.length - index)
}

/** Whether the letters come in order in two words or more, the first at the start of one: "XML" is rare. */
function hasLetters(words: readonly string[], letters: string): boolean {
  return words.some((word, index) => {
    if (word[0]?.toLowerCase() !== letters[0] || index === words.length - 1) return false
    let left = letters
    for (const letter of words.slice(index).join('').toLowerCase()) {
      if (letter === left[0]) left = left.slice(1)
    }
    return left === ''
  })
}
