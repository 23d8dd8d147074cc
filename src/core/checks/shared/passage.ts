/** What authors wrote, block by block, at its place in the source, so that a finding points at words. */
import type { Checkable } from '../../model/assembled.ts'
import type { Place } from '../../model/case.ts'
import { allBlocks, type Block, type EntryBlock } from '../../syntax/conventions/index.ts'
import { proseOf } from '../../syntax/prose-of.ts'
import { lineAt, lineStarts } from '../../text/lines.ts'
import { sentencesOf } from '../../text/sentences.ts'

/** A block whose words someone reads. */
type ReadBlock = Exclude<
  Block | EntryBlock,
  { readonly type: 'list' | 'rule' | 'other' | 'diagram' | 'code' }
>

/** The stretch of a source from one block to the next. */
export interface Passage {
  readonly block: ReadBlock
  /** Its words; spaces for code, comments, addresses, pictures, marks and the label. */
  readonly text: string
  /** The same stretch as written; as long as `text`. */
  readonly written: string
  /** Index of its start in the file. */
  readonly start: number
  readonly file: Lines
}

/** A file, by lines. */
interface Lines {
  readonly name: string
  /** Index of each line's first character. */
  readonly starts: readonly number[]
  readonly written: string
}

/** A sentence of a passage. */
interface SentenceAt {
  /** Index of its first character in the passage. */
  readonly index: number
  readonly text: string
}

// Several checks read the same case; its passages are cut once.
const cut = new WeakMap<Checkable['documents'], readonly Passage[]>()

/** The passages of a case in reading order. What nothing reads aloud (code, comments) has none. */
export function passagesOf({ sources, documents }: Checkable): readonly Passage[] {
  const known = cut.get(documents)
  if (known) return known
  const texts = new Map(sources.map(({ file, text }) => [file, text]))
  const passages = documents.flatMap(({ file, blocks }) =>
    passagesIn(
      file,
      texts.get(file) ?? '',
      // The words of a row are those of its table.
      [...allBlocks(blocks)].filter((block) => block.type !== 'item' || block.how !== 'row'),
    ),
  )
  cut.set(documents, passages)
  return passages
}

/** Where words of a passage stand: from `index` on, `length` characters, at most to the line's end. */
export function placeIn({ file, start }: Passage, index: number, length: number): Place {
  const offset = start + index
  const line = lineAt(file.starts, offset)
  const from = file.starts[line] ?? 0
  const end = (file.starts[line + 1] ?? file.written.length + 1) - 1
  const words = file.written.slice(offset, Math.min(offset + length, end)).trimEnd()
  return { file: file.name, line: line + 1, column: offset - from + 1, length: words.length }
}

/** Where the passage's first words stand, to the end of their line. */
export function placeOfWords(passage: Passage): Place {
  const index = Math.max(0, passage.text.search(/\S/))
  const [line = ''] = passage.text.slice(index).split(/[\r\n]/, 1)
  return placeIn(passage, index, line.trimEnd().length)
}

// Matches a blank line, in a quote too, and the start of an entry.
const RE_APART = /^[ \t>]*(?:\r?\n|[-*+][ \t]|\d{1,3}[.)][ \t])/gm

/** The sentences of a passage; none runs from one paragraph or list entry into the next. */
export function sentencesIn({ text, written }: Passage): readonly SentenceAt[] {
  const cuts = [...written.matchAll(RE_APART)].map(({ index }) => index)
  return [0, ...cuts].flatMap((from, number) => {
    let index = from
    return sentencesOf(text.slice(from, cuts[number])).flatMap((sentence) => {
      const lead = sentence.length - sentence.trimStart().length
      const found = { index: index + lead, text: sentence.trim() }
      index += sentence.length
      return found.text === '' ? [] : [found]
    })
  })
}

/** Words on one line, as a reader sees them. */
export function asRead(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:!?])/g, '')
    .trim()
}

function passagesIn(
  name: string,
  source: string,
  blocks: readonly (Block | EntryBlock)[],
): readonly Passage[] {
  if (blocks.length === 0) return []
  // The engine counts behind a byte order mark.
  const written = source.replace(/^\uFEFF/, '')
  const text = wordsOnly(written)
  const starts = lineStarts(written)
  const file: Lines = { name, starts, written }
  const offsets = blocks.map(
    ({ place }) => (starts[(place.line ?? 1) - 1] ?? 0) + (place.column ?? 1) - 1,
  )
  return blocks.flatMap((block, index) => {
    if (!isRead(block)) return []
    const [start, end] = [offsets[index] ?? 0, offsets[index + 1]]
    const words = withoutLabel(text.slice(start, end), block)
    return [{ block, text: words, written: written.slice(start, end), start, file }]
  })
}

function isRead(block: Block | EntryBlock): block is ReadBlock {
  // The blocks in `<Page>` speak for it.
  if (block.type === 'element') return !block.blocks.some(({ type }) => type !== 'diagram')
  return !UNREAD.has(block.type)
}

const UNREAD = new Set(['list', 'rule', 'other', 'diagram', 'code'])

/** What is no word of the author's, each with a sample. */
const SILENT = [
  // "![A map](map (1).png)"
  /!\[[^[\]\n]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^[\]\n]*\])?/,
  // "](https://a.uk/b_(c))"
  /\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/,
  // "[!TIP]"
  /^[ \t]*(?:>[ \t]*)+\[![A-Za-z]+\]/,
  // "[^1]"
  /\[\^[^[\]\n]+\]/,
  // "https://a.uk"
  /(?:https?:\/\/|www\.|mailto:)[^\s<>")\]]+/,
  // "<Quote by="Parent">" and "</Quote>"
  /<\/?[A-Za-z](?:"[^"<>]*"|'[^'<>]*'|[^<>"'])*>/,
  // "&nbsp;"
  /&(?:[a-zA-Z]+|#\w+);/,
  // "## ", "> - ", "12. " at the start of a line
  /^[ \t]*(?:>[ \t]*)*(?:[-*+][ \t]|\d{1,3}[.)][ \t]|#{1,6}[ \t])/,
  // "> "
  /^[ \t]*>[ \t>]*/,
  // "**", "~~", "\", "[", "]"
  /[*~\\[\]]+/,
]
const RE_SILENT = new RegExp(SILENT.map(({ source }) => source).join('|'), 'gm')

function wordsOnly(written: string): string {
  return proseOf(written).replace(RE_SILENT, blank)
}

function blank(found: string): string {
  return /[\r\n]/.test(found) ? found.replace(/[^\r\n]/g, ' ') : ' '.repeat(found.length)
}

// Matches "Decision 3:" and "Evidence 3a (interview):" once marks are blank; the bracket apart.
const RE_LABEL =
  /^\s*[a-z]+(?:\s+[a-z]+){0,2}\s+[a-z]{0,3}\d+[a-z]{0,2}\s*(\([^()]*\))?\s*[:：.–—-]?/i

function withoutLabel(text: string, block: ReadBlock): string {
  if (block.type !== 'item' || block.id === undefined) return text
  return text.replace(RE_LABEL, (label, bracket: string | undefined) => {
    const kept = bracket === undefined || block.strength ? label.length : label.indexOf(bracket)
    return blank(label.slice(0, kept)) + label.slice(kept)
  })
}
