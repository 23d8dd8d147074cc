/** Finds the section or item of the case to which a link from file to file leads. */

import { slugOf } from '../graph/slug.ts'
import type { Assembled } from '../model/assembled.ts'
import { nameOf } from '../model/ids.ts'

/**
 * Returns the key of a section or item. The names are anchors that a code host makes from a heading, or
 * words of the item or section: the first that is known counts. Without one, the start of the file.
 */
type FindKey = (file: string, ...names: readonly string[]) => string | undefined

/** Builds the look-up for a whole case. An unknown anchor leads to the start of its file. */
export function keyFinder({ graph, documents }: Assembled): FindKey {
  const anchors = new Map<string, Map<string, string>>()
  const add = (file: string, anchor: string, key: string): void => {
    const known = anchors.get(file) ?? new Map<string, string>()
    if (!known.has(anchor)) known.set(anchor, key)
    anchors.set(file, known)
  }
  const { sections, items } = graph.case
  for (const { key, place, title } of sections) {
    add(place.file, slugOf(title), key)
    add(place.file, '', key)
  }
  for (const item of items) {
    const name = nameOf(item, graph.kinds)
    // The heading of a record has the anchor.
    const title = item.parts?.[0]?.text ?? item.text
    add(item.place.file, slugOf(`${name} ${title}`), item.key)
    add(item.place.file, slugOf(name), item.key)
    add(item.place.file, slugOf(title), item.key)
  }
  for (const { file, blocks } of documents) {
    const [first] = blocks.flatMap(({ at }) => graph.within.get(at) ?? [])
    if (first !== undefined) add(file, '', first)
  }
  return (file, ...names) => {
    const known = anchors.get(file)
    const found = names.map((name) => known?.get(slugOf(name))).find((key) => key !== undefined)
    return found ?? known?.get('')
  }
}

/** Whether the case has this key. Then the link `#key` works as it is. */
export function isKey({ graph }: Assembled, key: string): boolean {
  return graph.sections.has(key) || graph.items.has(key)
}
