/** What lines of an item say of it beside its words: `Owner: M. Hale`, `Measure: visits. Target: 300.` */
import { type Properties, propertyOf } from '../../model/properties.ts'
import { textOf } from '../tree.ts'
import type { Block, ItemBlock } from './block.ts'

// Matches where the next saying begins: a line, or behind a full stop.
const RE_NEXT = /\n|(?<=[.;])\s+(?=\p{L}[\p{L} -]{1,25}:\s)/u
// Matches "Owner: M. Hale", "- **Impact** : High".
const RE_SAID = /^\s*(?:[-*•]\s*)?(\p{L}[\p{L} -]{1,30}?)\s*[:：]\s*(\S.*?)[.;,]?\s*$/u
// Matches "(owner: Comms, due: 3 May)" at the end.
const RE_BRACKET = /\(([^()]*:[^()]*)\)\s*\.?$/

// Matches the comma before "due: 3 May", not the one in "owner: Comms, Marketing".
const RE_NEXT_IN = /[,;](?=\s*\p{L}[\p{L} -]{1,25}:\s)/u

/** A line that says something by name. */
export interface Saying {
  /** In small letters. */
  readonly name: string
  readonly says: string
}

/** `**Deciders**: Lee.` → `deciders`, `Lee`; `undefined` for other lines. */
export function sayingIn(line: string): Saying | undefined {
  const [, name, says] = RE_SAID.exec(line) ?? []
  return name && says ? { name: name.toLowerCase(), says } : undefined
}

/** What a text says; `{}` for most. Of two sayings of one thing, the first counts. */
export function propertiesOf(text: string): Properties {
  const bracket = RE_BRACKET.exec(text)?.[1]?.split(RE_NEXT_IN) ?? []
  const pairs = [...text.split(RE_NEXT), ...bracket].flatMap((line) => {
    const { name = '', says = '' } = sayingIn(line) ?? {}
    const property = propertyOf(name)
    return property && says.length <= MOST ? [[property, says.replace(/\s+/g, ' ')] as const] : []
  })
  return Object.fromEntries(pairs.toReversed())
}

/** Characters of a saying: what is longer is prose. */
const MOST = 200

/** Whether every line says something of an item, and no more. */
export function isOnlySaid(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return (
    lines.length > 0 &&
    lines.every((line) => Object.keys(propertiesOf(line)).length > 0 && sayingIn(line))
  )
}

/** What an item's own words say, and the blocks in it. */
export function saidOf(item: ItemBlock, blocks: readonly Block[]): Properties {
  const inside = blocks.flatMap((block) => {
    if (block.type === 'prose') return [textOf(block.node)]
    return block.type === 'list' ? block.entries.map((entry) => textOf(entry.node)) : []
  })
  const all = inside.map(propertiesOf).toReversed()
  return Object.assign({}, ...all, item.properties)
}
