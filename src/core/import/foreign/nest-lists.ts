/** Lists of Google Docs, where all stand side by side and a class says how deep each lies. */
import { attributeOf, type Html, type HtmlElement, isElement } from '../html-tree.ts'
import { append, elementsBelow, remove } from './edit-tree.ts'

// Matches the class by which Google Docs says how deep a list lies: "lst-kix_ab12-1".
const RE_LIST_LEVEL = /(?:^|\s)lst-kix_[\w]+-(\d)(?:\s|$)/

/** Puts each of them into the entry above it. */
export function nestLists(nodes: readonly Html[]): void {
  let open: readonly { readonly list: HtmlElement; readonly level: number }[] = []
  let last: HtmlElement | undefined
  for (const list of elementsBelow(nodes)) {
    const level = listLevelOf(list)
    if (level === undefined) continue
    if (last === undefined || siblingBefore(list) !== last) open = []
    const above = open.filter((each) => each.level < level)
    const same = open.find((each) => each.level === level)
    const entry = above.at(-1)?.list.childNodes.filter(isElement).at(-1)
    if (same && same.list.tagName === list.tagName) {
      for (const child of [...list.childNodes]) append(same.list, child)
      remove(list)
      open = [...above, same]
      continue
    }
    if (entry) append(entry, list)
    else last = list
    open = entry ? [...above, { list, level }] : [{ list, level }]
  }
}

function listLevelOf(list: HtmlElement): number | undefined {
  if (!/^[uo]l$/.test(list.tagName)) return undefined
  const level = RE_LIST_LEVEL.exec(attributeOf(list, 'class') ?? '')?.[1]
  return level === undefined ? undefined : Number(level)
}

function siblingBefore(element: HtmlElement): Html | undefined {
  const siblings: readonly Html[] = element.parentNode?.childNodes ?? []
  return siblings.slice(0, siblings.indexOf(element)).findLast((each) => isElement(each))
}
