/** What lines say of an item by name: `Owner: M. Hale`, `Measure: visits. Target: 300.` */
import { type Properties, propertyOf } from '../../model/properties.ts'
import { element, type Node, textOf } from '../tree.ts'
import type { Block, ItemBlock } from './block.ts'

// Matches where the next property begins: on a new line, or behind a full stop.
const RE_NEXT = /\n|(?<=[.;])\s+(?=\p{L}[\p{L} -]{1,25}:\s)/u
// Matches "Owner: M. Hale", "- **Impact** : High", without spaces at the end.
const RE_LINE = /^\s*(?:[-*•]\s*)?(\p{L}[\p{L} -]{1,30}?)\s*[:：]\s*(\S.*)$/u
// Matches "(owner: Comms, due: 3 May)" at the end.
const RE_BRACKET = /\(([^():]*:[^()]*)\)\s*\.?$/

// Matches the comma before "due: 3 May", not the one in "owner: Comms, Marketing".
const RE_NEXT_IN = /[,;](?=\s*\p{L}[\p{L} -]{1,25}:\s)/u

/** A line that gives a property: `Owner: M. Hale`. */
export interface PropertyLine {
  /** In small letters. */
  readonly name: string
  readonly says: string
}

/** `**Deciders**: Lee.` → `deciders`, `Lee`; `undefined` for other lines. */
export function readPropertyLine(line: string): PropertyLine | undefined {
  const [, name, says] = RE_LINE.exec(line.trimEnd()) ?? []
  return name && says
    ? { name: name.toLowerCase(), says: says.replace(/(?<=.)[.;,]$/, '') }
    : undefined
}

/** The properties that a text gives; `{}` for most texts. Of two values for one property, the first counts. */
export function propertiesOf(text: string): Properties {
  const bracket = RE_BRACKET.exec(text)?.[1]?.split(RE_NEXT_IN) ?? []
  const pairs = [...text.split(RE_NEXT), ...bracket].flatMap((line) => {
    const { name = '', says = '' } = readPropertyLine(line) ?? {}
    const property = propertyOf(name)
    return property && says.length <= MOST ? [[property, says.replace(/\s+/g, ' ')] as const] : []
  })
  return Object.fromEntries(pairs.toReversed())
}

/** The most characters of a value: what is longer is prose. */
const MOST = 200

/** Whether every line gives a property, and nothing else stands there. */
export function isOnlyProperties(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return (
    lines.length > 0 &&
    lines.every((line) => Object.keys(propertiesOf(line)).length > 0 && readPropertyLine(line))
  )
}

/** The lines of a table of two columns, of which the first says what the second gives: "Status | Proposed". */
export function linesOfTable(rows: readonly (readonly string[])[]): readonly PropertyLine[] {
  return rows.flatMap((cells) => {
    const [name = '', says = '', ...others] = cells.map((cell) => cell.trim())
    return name === '' || says === '' || others.length > 0
      ? []
      : [{ name: name.replace(/\s*[:：]$/, '').toLowerCase(), says }]
  })
}

/** The properties that an item's own words give, or the blocks in it. */
export function propertiesWithin(item: ItemBlock, blocks: readonly Block[]): Properties {
  const inside = blocks.flatMap((block) => {
    if (block.type === 'prose') return [textOf(block.node)]
    if (block.type === 'table' && !block.items)
      return linesOfTable(block.rows).map(({ name, says }) => `${name}: ${says}`)
    return block.type === 'list' ? block.entries.map((entry) => textOf(entry.node)) : []
  })
  const all = inside.map(propertiesOf).toReversed()
  return Object.assign({}, ...all, item.properties)
}

// Matches what the name of an item is called: "Title", "Benefit title", "Description of risk".
const RE_TITLE =
  /^(?:\p{L}+ )?(?:title|name|statement|summary)$|^(?:\p{L}+ )?description(?: of (?:the )?\p{L}+)?$/u

/** What a table of names and values below a heading that is an id alone says the item is; `undefined` without. */
export function titleWithin(blocks: readonly Block[]): string | undefined {
  const lines = blocks.flatMap((block) =>
    block.type === 'table' && !block.items ? linesOfTable(block.rows) : [],
  )
  return lines.find(({ name }) => RE_TITLE.test(name))?.says
}

/** Slides have no room for a line each: they set a sign in its place. */
const LINE_BREAK = element('LineBreak', {}, [{ type: 'text', value: '\n' }], false)

/** What stands behind a node up to the end of its line. */
function lineAfter(inline: readonly Node[], index: number): string {
  let line = ''
  for (let at = index + 1; at < inline.length && !line.includes('\n'); at += 1)
    line += textOf(inline[at] as Node) // at is below the length
  return line
}

/** The same words, with a break before each line that gives a property: a paragraph would run them together. */
export function brokenAtProperties(inline: readonly Node[]): readonly Node[] {
  return inline.flatMap((node, index) => {
    if (node.type !== 'text' || !node.value?.includes('\n')) return [node]
    const after = lineAfter(inline, index)
    const [first = '', ...lines] = node.value.split('\n')
    const rest = lines.flatMap((value, n): readonly Node[] => {
      const [line = ''] = (n === lines.length - 1 ? value + after : value).split('\n')
      return isOnlyProperties(line)
        ? [LINE_BREAK, { ...node, value }]
        : [{ ...node, value: `\n${value}` }]
    })
    return [{ ...node, value: first }, ...rest]
  })
}
