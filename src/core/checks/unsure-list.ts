/** Lists and tables that may hold the items of which their heading speaks, and that nothing is made of. */
import type { Graph } from '../graph/index.ts'
import { itemsLike } from '../graph/items.ts'
import type { Found } from '../model/finding.ts'
import { codeIn, keyOf, kindsOfLetters, nameOf } from '../model/ids.ts'
import { isLike, type Kind, type KindRow, type KindTable, rowOf } from '../model/kinds.ts'
import { severalIn } from '../syntax/conventions/heading.ts'
import {
  allBlocks,
  type Block,
  isBoldLine,
  type ListBlock,
  type TableBlock,
} from '../syntax/conventions/index.ts'
import { readLabel } from '../syntax/conventions/label.ts'
import { RE_USUAL } from '../syntax/conventions/option-columns.ts'
import { columnOf, kindCalled } from '../syntax/conventions/table-columns.ts'
import { foldLetters } from '../text/letters.ts'
import { listed } from '../text/listed.ts'
import { shorten } from '../text/phrases.ts'
import { countWords } from '../text/sentences.ts'
import type { Check } from './shared/check.ts'

/** Says nothing where the section has such items already. */
export const unsureList: Check = ({ documents, graph }) => {
  const held = new Set(graph.case.items.map(({ kind, section }) => `${kind} ${section}`))
  return documents.flatMap(({ blocks }) => [
    ...unreadSections(blocks, graph),
    ...[...allBlocks(blocks)].flatMap((block): readonly Found[] => {
      if (block.type === 'table') {
        const options = unreadOptions(block, graph)
        return options.length > 0 ? options : unreadRows(block, graph)
      }
      if (block.type !== 'list' || block.doubt === undefined) return []
      const { doubt: kind, entries, place } = block
      if (held.has(`${kind} ${graph.within.get(block.at)}`)) return []
      return [{ message: unsureOf(kind, entries, graph), place }]
    }),
  ])
}

function unsureOf(kind: Kind, entries: ListBlock['entries'], { kinds }: Graph): string {
  const several = rowOf(kind, kinds).plural.toLowerCase()
  const [first = ''] = entries[0]?.words.text.split('\n') ?? []
  return `Unexpected list below ${several} that may hold them or not, expected it to say so: "The ${several} are:" above it, or "${labelled(kind, first, kinds)}" in it`
}

function labelled(kind: Kind, words: string, kinds: KindTable): string {
  const { prefix } = rowOf(kind, kinds)
  return `${nameOf({ kind, id: `${prefix}1` }, kinds)}: ${shorten(words)}`
}

// Matches titles of what is done with risks, and how.
const RE_ABOUT =
  /^(?:\W*(?:no|non|not|how|why|when|about|types?|out|links?|\p{L}+ing)\b)|\b(?:appetite|matrix|criteria for|scoring|scores?|process|approach|management|policy$|guidance|template|glossary|method(?:ology)?|summary|overview|rejected|dropped|closed)\b/iu

/** Sections of which the heading names a kind, and that hold none of it: one finding each. */
function unreadSections(blocks: readonly Block[], graph: Graph): readonly Found[] {
  const { kinds } = graph
  return blocks.flatMap((block, index): readonly Found[] => {
    const title = titleOf(block)
    if (title === undefined || RE_ABOUT.test(title)) return []
    const [kind = aimNamed(title, kinds)] = severalIn(title, kinds).filter(
      (one) => !UNTOLD.has(one),
    )
    if (kind === undefined) return []
    const rest = blocks.slice(index + 1)
    const end = rest.findIndex((one) => levelOf(one) <= levelOf(block))
    const below = end < 0 ? rest : rest.slice(0, end)
    const inside = [...allBlocks(below)]
    if (inside.some((one) => one.type === 'item' || one.type === 'gap' || one.type === 'element'))
      return []
    const own = below.slice(0, Math.max(0, below.findIndex(isHeading)) || below.length)
    const [held] = own.filter(({ type }) => type === 'list' || type === 'table')
    if (held?.type === 'list')
      return held.doubt || held.other || held.entries.length < 2
        ? []
        : [{ message: unsureOf(kind, held.entries, graph), place: held.place }]
    const { label, plural, like } = rowOf(kind, kinds)
    const several = plural.toLowerCase()
    // Options and questions are what people write about, too; tables of options have their own advice.
    const isWeighed = like === 'option' || kind === 'question'
    if (held?.type === 'table')
      return held.rows.length < 3 || isWeighed
        ? []
        : [
            {
              message: `Unexpected table below ${several}, of which no row was read as one, expected a column "${label}" with their words, and a column "ID" in front of it`,
              place: held.place,
            },
          ]
    const isExact = block.type === 'heading' && block.level > 1 && block.kind === kind
    const head = below.find(isHeading)
    if (head?.type === 'heading') {
      if (!isExact || kind === 'question' || severalIn(head.title, kinds).length > 0) return []
      const mend = `${'#'.repeat(head.level)} ${labelled(kind, head.title, kinds)}`
      return [
        {
          message: `Unexpected heading below ${several} that may name one or not, expected it to say so: "${mend}"`,
          place: head.place,
        },
      ]
    }
    const [prose] = own.filter((one) => one.type === 'prose' && countWords(one.words.text) > FEWEST)
    const isElsewhere = graph.case.items.some((one) => one.kind === kind)
    const isNamed = isExact || aimNamed(title, kinds) !== undefined
    if (prose?.type !== 'prose' || !isNamed || isElsewhere || isWeighed) return []
    return [
      {
        message: `Unexpected words below ${several} that may be some or not, expected a label where one begins: "${labelled(kind, prose.words.text, kinds)}"`,
        place: prose.place,
      },
    ]
  })
}

// Matches "objective", "ultimate goal".
const RE_NAMED = /^(?:\p{L}+ ){0,2}(\p{L}+)$/u

/** The kind of one aim that a title names at its end: "Ultimate goal". */
function aimNamed(title: string, kinds: KindTable): Kind | undefined {
  const plain = title.trim().toLowerCase()
  const isAim = ([, { label, traits }]: readonly [Kind, KindRow]) =>
    traits.includes('leads') &&
    traits.includes('aim') &&
    RE_NAMED.exec(plain)?.[1] === label.toLowerCase()
  return [...kinds].find(isAim)?.[0]
}

/** Fewer words are no item that anyone would miss. */
const FEWEST = 4

/** Kinds of which other checks tell, or of which titles speak for other reasons. */
const UNTOLD: ReadonlySet<Kind> = new Set<Kind>(['evidence', 'estimate', 'measure'])

function isHeading({ type }: Block): boolean {
  return type === 'heading'
}

/** What a heading says, or a line that is all bold. */
function titleOf(block: Block): string | undefined {
  if (block.type === 'heading') return block.title
  return block.type === 'prose' && isBoldLine(block.node) ? block.words.text : undefined
}

/** How deep a block is that ends sections: a bold line is deeper than any heading, and nothing else ends one. */
function levelOf(block: Block): number {
  if (block.type === 'heading') return block.level
  if (block.type === 'item' && block.level !== undefined) return block.level
  return titleOf(block) === undefined ? Number.POSITIVE_INFINITY : 7
}

/** Rows with ids, or a column with the name of a kind behind others, of which none is an item. */
function unreadRows({ rows, items, place }: TableBlock, { kinds }: Graph): readonly Found[] {
  const [header = [], ...others] = rows
  if (items || others.length < 2) return []
  const columns = header.map((name) => columnOf(name, kinds))
  const areSaid = (at: number) => others.every((cells) => countWords(cells[at] ?? '') > 2)
  const column = columns.find(
    (one, at) => at > 0 && one.type === 'kind' && !UNTOLD.has(one.kind) && areSaid(at),
  )
  const letters = others.map(([first = '']) => codeIn(first)?.letters ?? '')
  const [ofIds] = kindsOfLetters(letters[0] ?? '', kinds)
  const isCoded = letters.every((one) => one !== '' && one === letters[0])
  const kind = column?.type === 'kind' ? column.kind : isCoded ? ofIds : undefined
  if (kind === undefined || !header.some((_, at) => areSaid(at))) return []
  const { label } = rowOf(kind, kinds)
  return [
    {
      message: `Unexpected table that may hold ${rowOf(kind, kinds).plural.toLowerCase()}, of which no row was read as one, expected the name "${label}" above the column with their words, and that column in front`,
      place,
    },
  ]
}

// Matches the sections that weigh options: "Options", "Long list", "Economic case".
const RE_WEIGHED = /\b(?:options?|long ?list|short ?list|economic|appraisal)\b/i

// Matches "Option Three", "Opt 2 - "; not "Option value".
const RE_OF_OPTION =
  /^opt(?:ion|\.)?\s+(?:\d{1,2}|[a-z]|one|two|three|four|five|six)(?![\p{L}\d])\s*[-–—:.]?\s*/iu

/** A table in which options stand in rows or in columns, and of which some are no options of the case. */
function unreadOptions({ rows, items, place, at }: TableBlock, graph: Graph): readonly Found[] {
  const section = graph.sections.get(graph.within.get(at) ?? '')
  const [header = [], ...others] = rows
  if (!RE_WEIGHED.test(section?.title ?? '')) return []
  const { kinds } = graph
  const options = itemsLike('option', graph)
  const known = options.map(({ text }) => foldLetters(text))
  const isKnown = (words: string) => known.some((text) => text.includes(foldLetters(words)))
  const heads = items?.filter((one) => one.row === 0) ?? []
  const lost = heads.filter(({ at: own, id, kind, words }) =>
    id === undefined
      ? !graph.keys.has(own) && !isKnown(words.text)
      : !graph.byBase.has(keyOf(kind, id, kinds)),
  )
  if (lost.length > 0)
    return lost.map(({ words, place: of }) => ({
      message: `Unexpected "${shorten(words.text)}" above a column, which is no option of the case, expected ${options.length > 0 ? `the id of one: ${listed(options.map(({ id }) => id))}` : 'words for it: "Option 1: We build"'}`,
      place: of,
    }))
  // Some columns look like options, and not all: then none is read.
  const above = header.slice(1).filter((one) => one.trim() !== '')
  const bare = above.find((one) => !RE_USUAL.test(one) && readLabel(one, kinds, true) === undefined)
  if (
    !items &&
    bare !== undefined &&
    above.some((one) => RE_OF_OPTION.test(one) || RE_USUAL.test(one))
  )
    return [
      {
        message: `Unexpected "${shorten(bare)}" above a column of a table of options, of which none is read, expected a label above each: "Option 2: ${shorten(bare.replace(RE_OF_OPTION, '') || 'We build')}"`,
        place,
      },
    ]
  const subject = kindCalled(header[0] ?? '', kinds)
  const isUnread =
    !items &&
    subject !== undefined &&
    isLike(subject, 'option', kinds) &&
    others.every(([first = '']) => /^\p{Lu}/u.test(first)) &&
    !others.some(([first = '']) => isKnown(first))
  if (!isUnread) return []
  const label = `Option 1: ${shorten(others[0]?.[0] ?? '')}`
  return [
    {
      message: `Unexpected table of options that may be those of the case or not, expected a label in each row: "${label}"`,
      place,
    },
  ]
}
