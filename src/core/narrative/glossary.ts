/** The abbreviations that a case writes out, and where readers are told of them again. */
import { sectionsAround } from '../graph/around.ts'
import type { Graph } from '../graph/index.ts'
import type { Document } from '../syntax/conventions/index.ts'
import { writtenOut } from '../text/abbreviation.ts'
import { escapeXml } from '../text/xml.ts'
import { toldBlocks } from './told-blocks.ts'

/** An abbreviation. */
export interface Term {
  /** `GDS` */
  readonly word: string
  /** `Government Digital Service`, as the case has it. */
  readonly name: string
  /** Its address in the list. No section or item has two hyphens in its own. */
  readonly anchor: string
}

/** The abbreviations of a case. */
export interface Glossary {
  /** By their letters; `[]` for most cases. */
  readonly terms: readonly Term[]
  /** Those that a block is the first to use in its chapter, where that does not write them out; by its `at`. */
  readonly uses: ReadonlyMap<string, readonly Term[]>
}

/** The glossary of what is told. */
export function glossaryOf(documents: readonly Document[], graph: Graph): Glossary {
  const told = documents.flatMap(({ blocks }) => [...toldBlocks(blocks)])
  const texts = told.flatMap((block) =>
    'words' in block
      ? [{ block, text: block.words.text, written: writtenOut(block.words.text) }]
      : [],
  )
  const names = new Map<string, string>()
  for (const { written } of texts)
    for (const [word, name] of written) if (!names.has(word)) names.set(word, name)
  const terms = [...names]
    .map(([word, name]) => ({ word, name, anchor: `abbreviation--${word.toLowerCase()}` }))
    .toSorted((a, b) => a.word.localeCompare(b.word, 'en'))
  const uses = new Map<string, Term[]>()
  const known = new Set<string>()
  for (const { block, text, written } of terms.length > 0 ? texts : []) {
    const used = new Set(text.match(RE_ABBREVIATION))
    const chapter = sectionsAround(graph.within.get(block.at), graph.sections).at(-1)?.key
    for (const term of terms) {
      const inChapter = `${chapter} ${term.word}`
      if (known.has(inChapter) || !used.has(term.word)) continue
      if (written.has(term.word)) known.add(inChapter)
      else if (EXPLAINED.has(block.type)) {
        known.add(inChapter)
        uses.set(block.at, [...(uses.get(block.at) ?? []), term])
      }
    }
  }
  return { terms, uses }
}

/** Blocks in which the page explains: others have words that lead somewhere, or little room. */
const EXPLAINED: ReadonlySet<string> = new Set(['prose', 'item'])

// Matches "GDS", "DDaT", and "API" in "APIs".
const RE_ABBREVIATION = /(?<![\p{L}\p{N}&#;])[A-Z][A-Za-z]{0,6}[A-Z]\d{0,2}(?=s?(?![\p{L}\p{N}]))/gu

// Matches a tag, or words between two.
const RE_PART = /<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+|</g
// Matches the start of what leads somewhere by itself, is typed, drawn, or not heard.
const RE_LEFT_ALONE = /^<(a|button|code|pre|abbr|svg|sup)\b|^<(\w+)[^>]*\saria-hidden="true"/i

/** Rendered HTML in which the first use of each term leads to its full name. Its words stay as they are. */
export function explainHtml(html: string, terms: readonly Term[]): string {
  let left = [...terms]
  let alone: { readonly tag: string; depth: number } | undefined
  return html.replace(RE_PART, (part) => {
    if (part.startsWith('<') && part !== '<') {
      if (alone) {
        if (new RegExp(`^<${alone.tag}\\b`, 'i').test(part)) alone.depth += 1
        if (new RegExp(`^</${alone.tag}\\b`, 'i').test(part)) alone.depth -= 1
        if (alone.depth === 0) alone = undefined
      } else {
        const [, tag, hidden] = RE_LEFT_ALONE.exec(part) ?? []
        const name = tag ?? hidden
        if (name && !part.endsWith('/>')) alone = { tag: name, depth: 1 }
      }
      return part
    }
    if (alone) return part
    return part.replace(RE_ABBREVIATION, (found) => {
      const term = left.find(({ word }) => word === found)
      left = left.filter((one) => one !== term)
      return term ? linkTo(term) : found
    })
  })
}

function linkTo({ word, name, anchor }: Term): string {
  const safe = escapeXml(name)
  return `<a class="abbreviation" href="#${anchor}" title="${safe}" aria-label="${word}: ${safe}">${word}</a>`
}
