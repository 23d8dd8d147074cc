/**
 * Finds the tags in HTML of ours, which closes what it opens and escapes what is no markup: a page of a large case
 * has half a million of them.
 */
import { parseFragment } from 'parse5'
import { remember } from './remember.ts'

/** A tag, by its offsets in the HTML. */
export interface HtmlTag {
  /** In small letters. */
  readonly name: string
  readonly from: number
  readonly to: number
  /** `</p>`. */
  readonly isEnd: boolean
  /** Whether nothing can stand in the element: `<path/>`, `<br>`. */
  readonly isAlone: boolean
}

/** An attribute, as it stands in its tag. */
export interface TagAttribute {
  readonly name: string
  /** As it is written, with entities; `''` where there is none. */
  readonly written: string
}

/** They have no end. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** What stands in them is no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title'])

// Matches the rest of "<a href=">" id='b'>" behind its name, to its end.
const RE_REST = /[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>/y

// Matches the name of a tag: "svg", "my-element".
const RE_NAME = /[a-z][^\s/>]*/iy

/** Calls `visit` for each tag, in their order. What is no markup, and comments, have none. */
export function eachTag(html: string, visit: (tag: HtmlTag) => void): void {
  let at = html.indexOf('<')
  while (at >= 0) {
    const isEnd = html[at + 1] === '/'
    RE_NAME.lastIndex = at + (isEnd ? 2 : 1)
    const [written] = RE_NAME.exec(html) ?? []
    if (written === undefined) {
      at = html.indexOf('<', endOfOther(html, at))
      continue
    }
    RE_REST.lastIndex = RE_NAME.lastIndex
    if (!RE_REST.test(html)) return
    const to = RE_REST.lastIndex
    const name = written.toLowerCase()
    visit({ name, from: at, to, isEnd, isAlone: VOID.has(name) || html[to - 2] === '/' })
    at = !isEnd && RAW.has(name) ? endOfRaw(html, to, name) : html.indexOf('<', to)
  }
}

/** Behind a comment, or what begins like one; of a sign `<` by itself, behind that. */
function endOfOther(html: string, at: number): number {
  const isComment = html.startsWith('<!--', at)
  if (!isComment && !/[!?/]/.test(html[at + 1] ?? '')) return at + 1
  const end = html.indexOf(isComment ? '-->' : '>', at + 2)
  return end < 0 ? html.length : end + 1
}

/** Where the end of such an element begins; -1 where there is none. */
function endOfRaw(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? -1
}

// Matches each attribute of a tag: `hidden`, `href="#a"`, `id='b'`, `value=3`.
const RE_ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

/** The attributes of a start tag, in their order. */
export function attributesIn(html: string, { name, from, to }: HtmlTag): readonly TagAttribute[] {
  const inside = html.slice(from + 1 + name.length, to - 1)
  if (inside === '') return []
  return [...inside.matchAll(RE_ATTRIBUTE)].map(([, key = '', double, single, bare]) => ({
    name: key.toLowerCase(),
    written: double ?? single ?? bare ?? '',
  }))
}

/** Text or the value of an attribute, as readers see it. */
export function readEntities(written: string): string {
  return written.includes('&') ? written.replace(RE_ENTITY, signOf) : written
}

// Matches "&amp;", "&#38;", "&#x26;".
const RE_ENTITY = /&(?:#x?[\da-f]+|[a-z][a-z\d]*);?/gi

const signOf = remember((entity: string): string => {
  const [node] = parseFragment(entity).childNodes
  return node && 'value' in node ? node.value : entity
})
