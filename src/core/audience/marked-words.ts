/** What of a source readers will see as words, for finding what in it says "internal". */
import { RE_FRONT_MATTER } from '../settings/front-matter.ts'
import { isMermaid } from '../syntax/tree.ts'
import { blank } from './fill.ts'

// Matches a fence with the name of its language, and what it holds, to the same fence or the end.
const RE_FENCE =
  /^([ \t>]*)(`{3,}|~{3,})[ \t]*([^\s`]*)[^\n]*(?:\n[\s\S]*?^[ \t>]*\2[`~]*[ \t\r]*$|[\s\S]*$)/gm
// Matches "`(internal)`", code, not over a blank line: each in turn, since what stands between two is no code.
const RE_CODE = /(?<!`)(`+)(?!`)(?:(?!\n[ \t\r]*\n)[\s\S])*?(?<!`)\1(?!`)/g
const RE_OPENS = /[([{<]/
// Matches "<Notes>Wait until all sit.</Notes>", not "\<Notes>", which is words.
const RE_NOTES = /(?<!\\)<Notes\b[^<>]*>(?:(?!<Notes\b)[\s\S])*?<\/Notes\s*>/g

/** Languages of fences whose lines are words, and no code. */
const WORDY = new Set([
  '',
  'text',
  'txt',
  'plain',
  'plaintext',
  'log',
  'email',
  'eml',
  'csv',
  'tsv',
])
/** Languages of fences that show words as people type them. */
const TYPED = new Set([
  'md',
  'mdx',
  'markdown',
  'adoc',
  'asciidoc',
  'rst',
  'org',
  'textile',
  'wiki',
])

/**
 * The text of the same length, with spaces in place of front matter, of code, and of notes, which no
 * reader sees. What code says is searched apart.
 *
 * @param mayQuote whether words that are shown as others may type them are code
 */
export function markedWords(text: string, mayQuote = false): string {
  return text
    .replace(RE_FRONT_MATTER, blank)
    .replace(RE_FENCE, (found, _, __, language: string) => fenceWords(found, language, mayQuote))
    .replace(RE_CODE, (code) => (RE_OPENS.test(code) ? blank(code) : code))
    .replace(RE_NOTES, blank)
}

/** Whether the lines of a fence are words: then it is no code. */
export function isWordy(language: string, mayQuote = false): boolean {
  const name = language.toLowerCase()
  return WORDY.has(name) || (TYPED.has(name) && !mayQuote) || isMermaid({ lang: language })
}

function fenceWords(found: string, language: string, mayQuote: boolean): string {
  const isDrawn = isMermaid({ lang: language })
  if (!isWordy(language, mayQuote)) return blank(found)
  const lines = found.split('\n')
  const words = isDrawn ? lines.map(rowOf) : lines
  // The fence itself is no word, and no code stands in it.
  return words
    .map((line) => line.replace(/^[ \t>]*(?:`{3,}|~{3,}).*/, blank).replaceAll('`', ' '))
    .join('\n')
}

// Matches a line whose brackets hold the name of a group: "subgraph a [Internal]".
const RE_GROUP = /^[ \t>]*subgraph\b/

// Matches what stands before the words of a line: "  subgraph", "A->>B:".
const RE_NAMES = /^(?:.[ \t]*)??(?:subgraph|section|(?:pie[ \t]+(?:showData[ \t]+)?)?title)\b/i
const RE_SAYS = /^([^:"|]{1,80}):(?=[ \t])/

/** A line of Mermaid as a row, whose cells are its words. */
function rowOf(line: string): string {
  return withoutShapes(line)
    .replace(/^[ \t](?=[ \t]*\S)/, '|')
    .replace(RE_NAMES, (found) => `|${blank(found.slice(1))}`)
    .replace(RE_SAYS, '$1|')
}

/** A line of Mermaid without the brackets that draw a box: those inside them are words. */
function withoutShapes(line: string): string {
  const isGroup = RE_GROUP.test(line)
  let depth = 0
  let shapes = 0
  return [...line]
    .map((sign, at, all) => {
      const before = all[at - 1] ?? ''
      if (/[[({]/.test(sign)) {
        const isShape = shapes === depth && (isGroup || /[\w[({]/.test(before))
        depth += 1
        if (isShape) shapes = depth
        return isShape ? '|' : sign
      }
      if (/[\])}]/.test(sign) && depth > 0) {
        const isShape = shapes === depth
        depth -= 1
        if (isShape) shapes = depth
        return isShape ? '|' : sign
      }
      return sign
    })
    .join('')
}
