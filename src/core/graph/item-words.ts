/** The words of an item: its own, and those of the blocks in it. */
import type { Item } from '../model/case.ts'
import {
  type Block,
  decidedIn,
  type ItemBlock,
  isApart,
  isBoldLine,
  isPartOfRecord,
  type ProseBlock,
  type Words,
  type WordsBlock,
} from '../syntax/conventions/index.ts'
import { linesOfTable } from '../syntax/conventions/property-lines.ts'
import { leaveOut } from '../text/leave-out.ts'

type IsLeftOut = (at: string) => boolean

/**
 * The item's words with those of the blocks in it, on one line; items inside have their own. Of a decision
 * record its title and what was decided, and all of its parts.
 */
export function textsOf(block: ItemBlock, isLeftOut: IsLeftOut): Pick<Item, 'text' | 'parts'> {
  const linesOf = ({ text, citations }: Words): readonly string[] => {
    const out = citations.flatMap(({ at, raw }) => (isLeftOut(at) ? [raw] : []))
    return text.split('\n').map((line) => leaveOut(line, out))
  }
  const joined = (words: readonly Words[]): string =>
    words
      .flatMap(linesOf)
      .filter((text) => text.trim() !== '')
      .map((text, index, all) => {
        const next = all[index + 1]
        const runsInto = next === undefined ? block.record : RE_OPENS.test(next)
        return runsInto ? sentenceOf(text) : text
      })
      .join(' ')
  const [title, ...parts] = block.record ? recordParts(block) : []
  if (!title || parts.length === 0) return { text: joined(wordsIn(block)).trim() }
  const said = decidedIn(parts)
  const decided = said ? joined(said.own) : ''
  // What stands below the title, such as a date, is no decision.
  const named = decided === '' ? title.words : [block.words]
  return {
    text: `${joined(named)} ${decided}`.trim(),
    parts: [title, ...parts].map(({ name, words }) => ({
      ...(name === undefined ? {} : { name }),
      text: joined(words),
    })),
  }
}

/** A part of a record, with its words, and these without its name. */
interface RecordPart {
  readonly name?: string
  readonly words: Words[]
  readonly own: Words[]
}

/** The parts of a record in their order: first its title, with what stands above the first name. */
function recordParts({ words, blocks }: ItemBlock): readonly RecordPart[] {
  const parts: RecordPart[] = [{ words: [words], own: [words] }]
  for (const block of blocks) {
    if (block.type === 'table' && !block.items) {
      for (const { name, says } of linesOfTable(block.rows))
        if (isPartOfRecord(name)) parts.push({ name, ...saidAlone(says) })
      continue
    }
    const inner = wordsInside(block)
    const name = block.type === 'prose' || block.type === 'lead-in' ? partName(block) : undefined
    const [first, ...rest] = inner
    if (name === undefined || !first) {
      parts.at(-1)?.words.push(...inner)
      parts.at(-1)?.own.push(...inner)
      continue
    }
    const said = first.text.slice(name.length).replace(/^\s*[:：]?\s*/, '')
    const own = said === '' ? rest : [{ ...first, text: said }, ...rest]
    parts.push({ name, words: [...inner], own: [...own] })
  }
  return parts
}

function saidAlone(text: string): Pick<RecordPart, 'words' | 'own'> {
  const words = [{ text, sentences: [text], citations: [], addresses: [] }]
  return { words, own: words }
}

/** The name with which a part opens: a line of its own, or "Context: …". */
function partName({ node, words: { text } }: ProseBlock | WordsBlock): string | undefined {
  if (isBoldLine(node)) return text.replace(/\s*[:：]\s*$/, '')
  const [, name] = /^([^:：\n]{2,40}?)\s*[:：]/.exec(text) ?? []
  return name && isPartOfRecord(name) ? name : undefined
}

/** A capital letter opens a sentence, also behind a sign: `“Yes` */
const RE_OPENS = /^[^\p{L}\p{N}—–-]*\p{Lu}/u

/** Names of parts, and paragraphs and entries of lists, may have no full stop, and would run into what follows. */
function sentenceOf(text: string): string {
  return /[\p{L}\p{N})]$/u.test(text) ? `${text}.` : text
}

/** The addresses to which an item's words lead. */
export function addressesOf(block: ItemBlock): readonly string[] {
  return [...new Set(wordsIn(block).flatMap(({ addresses }) => addresses))]
}

/** The item's own words and those of the blocks in it. */
function wordsIn(block: ItemBlock): readonly Words[] {
  return [block.words, ...block.blocks.flatMap(wordsInside)]
}

function wordsInside(child: Block): readonly Words[] {
  if (child.type === 'item' || isApart(child)) return []
  if (child.type === 'quote') return child.by ? [child.words, speakerOf(child.by)] : [child.words]
  if ('words' in child) return [child.words]
  if (child.type !== 'list') return []
  return child.entries.flatMap((entry) => (entry.type === 'entry' ? [entry.words] : []))
}

/** Who said it, behind a dash, however that was typed. */
function speakerOf(by: Words): Words {
  return { ...by, text: `— ${by.text}` }
}
