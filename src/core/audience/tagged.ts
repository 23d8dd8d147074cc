/** What `<Internal>` keeps inside, wherever it stands. */
import type { Place } from '../model/case.ts'
import { type Node, walk } from '../syntax/tree.ts'
import { type Cut, type Cutter, placeOf } from './cut.ts'
import { blank, comment } from './fill.ts'
import { placesAt } from './place.ts'

/** The cuts of elements, and of strings with the same tags. */
export function cutTagged(cutter: Cutter): readonly Cut[] {
  return [...cutElements(cutter.tree, cutter), ...cutWords(cutter)]
}

/** Nodes that are cut as a whole where all that stands in them is cut. */
const HOLDERS = new Set([
  ...['paragraph', 'heading', 'list', 'listItem', 'blockquote', 'link', 'strong', 'emphasis'],
  ...['delete', 'mdxJsxFlowElement', 'mdxJsxTextElement'],
])

function cutElements(node: Node, cutter: Cutter): readonly Cut[] {
  const { source, readers, offsetOf } = cutter
  const children = node.children ?? []
  if (!isHidden(node) || !node.position)
    return children.flatMap((child) => cutElements(child, cutter))
  const [start, end] = [offsetOf(node.position.start), offsetOf(node.position.end)]
  const words = source.text.slice(start, end)
  // It keeps nothing inside. Where it stands alone, somebody meant what follows.
  if (RE_EMPTY.test(words) && readers.audience === 'public') return []
  const place = placeOf(node.position.start, source)
  if (readers.audience === 'internal')
    return [...walk(node)].flatMap((one) => (isInternal(one) ? cutTags(one, cutter) : []))
  const instead = isInternal(node) ? comment(words) : blank(words)
  return [{ start, end, instead, place, why: 'internal' }]
}

// Matches "<Internal />".
const RE_EMPTY = /^<Internal(?:\s[^<>]*)?\/>$/i

// Matches "<Internal>", "<Internal />" and "<Internal why="…">" at the start, "</Internal>" at the end.
const RE_TAGS = /^<Internal(?:\s[^>]*)?\/?>|<\/Internal\s*>$/gi

function cutTags({ position }: Node, { source, offsetOf }: Cutter): readonly Cut[] {
  if (!position) return []
  const from = offsetOf(position.start)
  const words = source.text.slice(from, offsetOf(position.end))
  return tagsIn(words, from, placeOf(position.start, source))
}

/** The tags at both ends of some words, for readers inside. */
function tagsIn(words: string, from: number, place: Place): readonly Cut[] {
  return [...words.matchAll(RE_TAGS)].map(({ index, 0: tag }) => ({
    start: from + index,
    end: from + index + tag.length,
    instead: blank(tag),
    place,
  }))
}

// Matches "<Internal>secretly</Internal>" in one paragraph, with none inside; not "\<Internal>".
const RE_TAGGED =
  /(?<!\\)<Internal\b[^>]*>(?:(?!<Internal\b|\n[ \t]*\r?\n)[\s\S])*?<\/Internal\s*>/gi

/** Where no element can stand, such as in what a picture shows, Markdown reads the tags as words. */
function cutWords({ source, readers }: Cutter): readonly Cut[] {
  const placeOfIndex = placesAt(source)
  return [...source.text.matchAll(RE_TAGGED)].flatMap(({ index, 0: words }): readonly Cut[] => {
    const place = placeOfIndex(index)
    if (readers.audience === 'public') {
      const end = index + words.length
      return [{ start: index, end, instead: blank(words), place, why: 'internal' }]
    }
    return tagsIn(words, index, place)
  })
}

/** However it is spelt: `<internal>` would be an element of HTML, and its words for everyone. */
function isInternal({ name }: Node): boolean {
  return name?.toLowerCase() === 'internal'
}

function isHidden(node: Node): boolean {
  if (isInternal(node)) return true
  const children = node.children ?? []
  const full = children.filter(({ type, value }) => type !== 'text' || value?.trim() !== '')
  return HOLDERS.has(node.type) && node.name !== 'Notes' && full.length > 0 && full.every(isHidden)
}
