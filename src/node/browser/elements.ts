/** Where the elements of a page begin and end in its HTML, and what they name. */
import { decodePercent } from '../../core/text/percent.ts'
import { attributesIn, eachTag, type HtmlTag, readEntities } from '../../core/text/tags.ts'

/** An element that is not deep in the page. */
export interface PlacedElement {
  readonly name: string
  /** Its own, or the first in it; `''` where there is none. */
  id: string
  readonly classes: readonly string[]
  readonly parent: PlacedElement | undefined
  readonly kids: PlacedElement[]
  /** Offsets of its first tag, behind that, and behind its last. */
  readonly from: number
  readonly inner: number
  to: number
  /** Of elements in it, and itself. */
  size: number
  /** Whether it says what stands at the edges of every page. */
  isMargin: boolean
  /** Whether the slide before it moves on to it. */
  readonly isAnimated: boolean
  /** Shown only once somebody asks for it. */
  readonly isPopover: boolean
}

/** What is named, and where. */
export interface NamedPlace {
  readonly at: number
  readonly id: string
}

/** What is known of a page without a browser. */
export interface PageElements {
  readonly body: PlacedElement
  /** Of all elements. */
  readonly count: number
  /** All that have an id, what links lead to, and what is asked for its page. */
  readonly ids: readonly NamedPlace[]
  readonly links: readonly NamedPlace[]
  readonly asks: readonly NamedPlace[]
}

/** Levels below the page at which sheets, slides, sections and notes stand. */
const DEEPEST = 7

/** Reads a page, tag by tag. Our own pages close what they open. */
export function readElements(html: string): PageElements {
  const root = placed({ name: '', from: 0, inner: 0 })
  const open: { name: string; one: PlacedElement | undefined; count: number }[] = []
  const [ids, links, asks]: NamedPlace[][] = [[], [], []]
  let count = 0
  let body = root
  const close = (at: number): void => {
    const last = open.pop()
    if (!last?.one) return
    last.one.to = at
    last.one.size = count - last.count
  }
  const start = (tag: HtmlTag): void => {
    const { name, from: at, to: inner } = tag
    const attributes = new Map(attributesIn(html, tag).map((each) => [each.name, each.written]))
    const attribute = (key: string) => {
      const written = attributes.get(key)
      return written === undefined ? undefined : readEntities(written)
    }
    const id = attribute('id') ?? ''
    if (id !== '') {
      ids?.push({ at, id })
      for (const { one } of open) if (one?.id === '') one.id = id
    }
    const [, anchor] = RE_ANCHOR.exec(attribute('href') ?? attribute('xlink:href') ?? '') ?? []
    if (anchor !== undefined) links?.push({ at, id: decodePercent(anchor) })
    const asked = attribute('data-page-of')
    if (asked !== undefined) asks?.push({ at, id: asked })
    if (attributes.has('data-margin')) for (const { one } of open) if (one) one.isMargin = true
    const parent = open.length === 0 ? root : open.at(-1)?.one
    const isPopover = attributes.has('popover')
    const isAnimated = attributes.has('data-animate')
    const classes = (attribute('class') ?? '').split(/\s+/)
    const one =
      parent && open.length < DEEPEST
        ? placed({ name, id, classes, parent, from: at, inner, isPopover, isAnimated })
        : undefined
    if (one) parent?.kids.push(one)
    if (name === 'body' && one) body = one
    open.push({ name, one, count })
    count += 1
    if (tag.isAlone) close(inner)
  }
  eachTag(html, (tag) => {
    if (!tag.isEnd) return start(tag)
    if (!open.some(({ name }) => name === tag.name)) return
    while (open.at(-1)?.name !== tag.name) close(tag.from)
    close(tag.to)
  })
  while (open.length > 0) close(html.length)
  return { body, count, ids, links, asks } as PageElements // all three lists are there
}

// Matches "#decision-3", "../#decision-3", "deck/#/decision-3".
const RE_ANCHOR = /#\/?(.+)$/

function placed(
  one: Partial<PlacedElement> & Pick<PlacedElement, 'name' | 'from' | 'inner'>,
): PlacedElement {
  const usual = { id: '', classes: [], parent: undefined, kids: [], to: one.inner, size: 1 }
  return { ...usual, isMargin: false, isAnimated: false, isPopover: false, ...one }
}
