/**
 * Cuts the HTML of a long page into pages that are printed one by one. For each sheet Chromium looks at every link of
 * a page, and where it leads: ten times as many take a hundred times as long, and fill memory.
 */
import { type Token, Tokenizer, TokenizerMode } from 'parse5'
import { decodePercent } from '../../core/text/percent.ts'

/** Elements of a page that is printed whole, and about as many of a part. */
export interface PartSizes {
  readonly whole: number
  readonly part: number
}

const MOST: PartSizes = { whole: 15_000, part: 4000 }

/** A part of a long page. */
export interface PagePart {
  /** A page of its own: its pieces of the whole, and all that stands around these. */
  readonly html: string
  /** Ids in it to which other parts lead. */
  readonly targets: readonly string[]
  /** Ids in other parts to which it leads. */
  readonly elsewhere: readonly string[]
  /** Ids of which it says the page. */
  readonly asks: readonly string[]
}

/**
 * Cuts a page where a sheet, a slide, a section or a note begins, which begins a page of paper then.
 * @returns `[]` for a page that is not long, or has no such places
 */
export function cutInParts(html: string, most = MOST): readonly PagePart[] {
  // Each has a tag that opens it, and most have one that closes it.
  if (html.split('<', most.whole + 1).length <= most.whole) return []
  const page = readOutline(html)
  const starts = page.starts.find((found) => found.length > 1)
  if (page.count <= most.whole || !starts) return []
  const pieces = piecesOf(page, starts, most.part)
  const count = Math.max(...pieces.map(({ part }) => part))
  return count > 1 ? partsOf(html, page, pieces) : []
}

/** An element that is not deep in the page. */
interface Outlined {
  readonly name: string
  readonly classes: readonly string[]
  readonly parent: Outlined | undefined
  readonly kids: Outlined[]
  /** Offsets of its first tag, behind that, and behind its last. */
  readonly from: number
  readonly inner: number
  to: number
  /** Of elements in it, and itself. */
  size: number
  /** Whether it says what stands at the edges of every page. */
  isMargin: boolean
  /** Shown only once somebody asks for it. */
  readonly isPopover: boolean
}

/** What is named, and where. */
interface Named {
  readonly at: number
  readonly id: string
}

interface Outline {
  readonly body: Outlined
  /** Of all elements. */
  readonly count: number
  /** Where parts may begin, by the first way that is found. */
  readonly starts: readonly (readonly Outlined[])[]
  readonly ids: readonly Named[]
  readonly links: readonly Named[]
  readonly asks: readonly Named[]
}

/** Levels below the page at which sheets, slides, sections and notes stand. */
const DEEPEST = 7

/** They have no end. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** What stands in them is no markup. */
const TEXT: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
}

/** Reads where elements begin and end. Our own pages close what they open. */
function readOutline(html: string): Outline {
  const root = outlined({ name: '', from: 0, inner: 0 })
  const open: { name: string; one: Outlined | undefined; count: number }[] = []
  const [ids, links, asks]: Named[][] = [[], [], []]
  let count = 0
  let body = root
  const close = (at: number): void => {
    const last = open.pop()
    if (!last?.one) return
    last.one.to = at
    last.one.size = count - last.count
  }
  const none = () => undefined
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(tag: Token.TagToken) {
        const { tagName: name, attrs, selfClosing } = tag
        const { startOffset: at, endOffset: inner } = placeOf(tag)
        const attribute = (key: string) => attrs.find((each) => each.name === key)?.value
        const id = attribute('id')
        if (id) ids?.push({ at, id })
        const [, anchor] = RE_ANCHOR.exec(attribute('href') ?? attribute('xlink:href') ?? '') ?? []
        if (anchor !== undefined) links?.push({ at, id: decodePercent(anchor) })
        const asked = attribute('data-page-of')
        if (asked !== undefined) asks?.push({ at, id: asked })
        if (attribute('data-margin') !== undefined)
          for (const { one } of open) if (one) one.isMargin = true
        const parent = open.length === 0 ? root : open.at(-1)?.one
        const isPopover = attribute('popover') !== undefined
        const classes = (attribute('class') ?? '').split(/\s+/)
        const one =
          parent && open.length < DEEPEST
            ? outlined({ name, classes, parent, from: at, inner, isPopover })
            : undefined
        if (one) parent?.kids.push(one)
        if (name === 'body' && one) body = one
        open.push({ name, one, count })
        count += 1
        const mode = TEXT[name]
        if (mode !== undefined) tokenizer.state = mode
        if (selfClosing || VOID.has(name)) close(inner)
      },
      onEndTag(tag: Token.TagToken) {
        if (!open.some(({ name }) => name === tag.tagName)) return
        const { startOffset, endOffset } = placeOf(tag)
        while (open.at(-1)?.name !== tag.tagName) close(startOffset)
        close(endOffset)
      },
      onEof() {
        while (open.length > 0) close(html.length)
      },
      ...{ onComment: none, onDoctype: none, onCharacter: none },
      ...{ onNullCharacter: none, onWhitespaceCharacter: none },
    },
  )
  tokenizer.write(html, true)
  return { body, count, starts: startsIn(body), ids, links, asks } as Outline // all three lists are there
}

// Matches "#decision-3", "../#decision-3", "deck/#/decision-3".
const RE_ANCHOR = /#\/?(.+)$/

function placeOf({ location }: Token.TagToken) {
  if (!location) throw new Error('Expected the places of tags')
  return location
}

function outlined(one: Partial<Outlined> & Pick<Outlined, 'name' | 'from' | 'inner'>): Outlined {
  const usual = { classes: [], parent: undefined, kids: [], to: one.inner, size: 1 }
  return { ...usual, isMargin: false, isPopover: false, ...one }
}

/** Sheets, else slides that are shown, else sections and notes. */
function startsIn(body: Outlined): readonly (readonly Outlined[])[] {
  const all = [...below(body)]
  const has = ({ classes }: Outlined, name: string) => classes.includes(name)
  return [
    all.filter((one) => has(one, 'sheet')),
    all.filter((one) => has(one, 'slide')),
    all.filter(
      (one) =>
        has(one, 'endnotes') ||
        has(one, 'decision-index') ||
        (one.parent?.name === 'main' && /^h[23]$/.test(one.name)) ||
        // A note of the list at the end.
        (one.parent?.name === 'ol' && one.parent.parent && has(one.parent.parent, 'endnotes')),
    ),
  ]
}

/** Every element in one, but for slides that wait until an address leads to them. */
function* below(parent: Outlined): Generator<Outlined> {
  for (const kid of parent.kids) {
    yield kid
    if (!kid.classes.includes('left-out')) yield* below(kid)
  }
}

/** A stretch of the page. */
interface Piece {
  readonly from: number
  readonly to: number
  /** From 1; 0 for what is of every part, and -1 for what is of none. */
  readonly part: number
  /** Put into its first tag. */
  readonly mark?: string
}

/** The page in pieces, each in a part. */
function piecesOf({ body }: Outline, starts: readonly Outlined[], most: number): readonly Piece[] {
  const isStart = new Set(starts)
  const around = new Set<Outlined>()
  for (const start of starts)
    for (let up = start.parent; up && !around.has(up); up = up.parent) around.add(up)
  const pieces: Piece[] = []
  const marks = new Map<Outlined, string>()
  let part = 1
  let size = 0
  let last: Outlined | undefined
  let at = 0
  const take = (to: number, of: number) => {
    if (to > at) pieces.push({ from: at, to, part: of })
    at = to
  }
  const walk = (parent: Outlined): void => {
    take(parent.inner, 0)
    for (const [index, kid] of parent.kids.entries()) {
      take(kid.from, part)
      if (around.has(kid)) {
        walk(kid)
        continue
      }
      if (kid.isMargin || kid.isPopover) {
        // What every page says at its edges is of every part.
        take(kid.to, kid.isMargin ? 0 : -1)
        continue
      }
      // A heading stays with what it heads.
      const before = parent.kids[index - 1]
      const isFree =
        isStart.has(kid) &&
        !(before && (/^h[23]$/.test(before.name) || before.classes.includes('cross-link')))
      if (isFree && size > most) {
        part += 1
        size = 0
        // Else it would leave a page empty.
        if (last) marks.set(last, `${marks.get(last) ?? ''} data-cut-after`)
        const number = kid.name === 'li' ? ` value="${index + 1}"` : ''
        marks.set(kid, ` data-cut-before${number}`)
      }
      if (isStart.has(kid)) last = kid
      size += kid.size
      take(kid.to, part)
    }
    // Text behind the last element, then the end of this one.
    const end = parent.to
    take(Math.max(at, end - `</${parent.name}>`.length), part)
    take(end, 0)
  }
  walk(body)
  pieces.push({ from: at, to: Number.MAX_SAFE_INTEGER, part: 0 })
  return marked(pieces, marks)
}

/** Cuts pieces once more where marks go into a tag. */
function marked(pieces: readonly Piece[], marks: ReadonlyMap<Outlined, string>): readonly Piece[] {
  const places = [...marks].map(([{ from, name }, mark]) => [from + 1 + name.length, mark] as const)
  places.sort(([one], [other]) => one - other)
  const found: Piece[] = []
  let next = 0
  for (const piece of pieces) {
    let { from } = piece
    for (; (places[next]?.[0] ?? Number.POSITIVE_INFINITY) < piece.to; next += 1) {
      const [at = from, mark = ''] = places[next] ?? []
      found.push({ ...piece, from, to: at, mark })
      from = at
    }
    found.push({ ...piece, from })
  }
  return found
}

function partsOf(html: string, page: Outline, pieces: readonly Piece[]): readonly PagePart[] {
  const count = Math.max(...pieces.map(({ part }) => part))
  const parts = Array.from({ length: count }, (_, index) => index + 1)
  const [ids, links, asks] = [page.ids, page.links, page.asks].map((all) => byPart(all, pieces))
  const owner = new Map<string, number>()
  for (const [part, own] of ids ?? []) for (const id of own) if (!owner.has(id)) owner.set(id, part)
  const elsewhere = parts.map((part) =>
    [...(links?.get(part) ?? [])].filter((id) => {
      const of = owner.get(id) ?? 0
      return of > 0 && of !== part && !ids?.get(part)?.has(id)
    }),
  )
  const wanted = new Set(elsewhere.flat())
  return parts.map((part, index) => ({
    html: pieces
      .filter((piece) => piece.part === part || piece.part === 0)
      .map(({ from, to, mark = '' }) => html.slice(from, to) + mark)
      .join('')
      .replace(RE_SCRIPTS, "script-src 'none'"),
    targets: [...(ids?.get(part) ?? [])].filter((id) => wanted.has(id) && owner.get(id) === part),
    elsewhere: elsewhere[index] ?? [],
    asks: [...(asks?.get(part) ?? [])],
  }))
}

// Matches what the policy of a page says of scripts, with the hash of each: none runs where it is printed.
const RE_SCRIPTS = /(?<=<meta http-equiv="content-security-policy" content="[^"]*)script-src [^;"]*/

/** What stands in which part; both are in the order of the page. */
function byPart(all: readonly Named[], pieces: readonly Piece[]): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>()
  let next = 0
  for (const { at, id } of all) {
    while ((pieces[next]?.to ?? Number.POSITIVE_INFINITY) <= at) next += 1
    const part = pieces[next]?.part ?? 0
    const own = found.get(part) ?? new Set<string>()
    found.set(part, own.add(id))
  }
  return found
}
