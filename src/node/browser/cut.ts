/**
 * Cuts the HTML of a long page into pages that are printed or measured one by one. For each sheet Chromium looks at every
 * link of a page, and where it leads: ten times as many take a hundred times as long, and fill memory.
 */
import { type NamedPlace, type PageElements, type PlacedElement, readElements } from './elements.ts'

/** Elements of a page that stays whole, and as many of a part before it ends where the next thing begins. */
export interface PartSizes {
  readonly whole: number
  readonly part: number
}

const MOST: PartSizes = { whole: 15_000, part: 5000 }

/** A part of a long page. */
export interface PagePart {
  /** The id of what it begins with, which stays its own wherever parts before it begin; `''` for the first. */
  readonly name: string
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
  const page = readElements(html)
  const starts = startsIn(page.body).find((found) => found.length > 1)
  if (page.count <= most.whole || !starts) return []
  const { pieces, names } = piecesOf(page, starts, most.part)
  const parts = partsOf(html, page, pieces)
  return names.length > 1 ? parts.map((part, index) => ({ ...part, name: names[index] ?? '' })) : []
}

/** Sheets, else slides that are shown, else sections and notes. */
function startsIn(body: PlacedElement): readonly (readonly PlacedElement[])[] {
  const all = [...below(body)]
  const has = ({ classes }: PlacedElement, name: string) => classes.includes(name)
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
function* below(parent: PlacedElement): Generator<PlacedElement> {
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
function piecesOf(
  { body }: PageElements,
  starts: readonly PlacedElement[],
  most: number,
): { readonly pieces: readonly Piece[]; readonly names: readonly string[] } {
  const isStart = new Set(starts)
  const around = new Set<PlacedElement>()
  for (const start of starts)
    for (let up = start.parent; up && !around.has(up); up = up.parent) around.add(up)
  const pieces: Piece[] = []
  const marks = new Map<PlacedElement, string>()
  const names: string[] = ['']
  let part = 1
  let size = 0
  let last: PlacedElement | undefined
  let at = 0
  const take = (to: number, of: number) => {
    if (to > at) pieces.push({ from: at, to, part: of })
    at = to
  }
  const walk = (parent: PlacedElement): void => {
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
      // A heading stays with what it heads, and a slide with the one from which it moves.
      const before = parent.kids[index - 1]
      const isFree =
        isStart.has(kid) &&
        !kid.isAnimated &&
        !(before && (/^h[23]$/.test(before.name) || before.classes.includes('cross-link')))
      if (isFree && (size > most || (size > most / 2 && isLandmark(kid)))) {
        part += 1
        names.push(kid.id)
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
  return { pieces: marked(pieces, marks), names }
}

/**
 * Whether parts begin here rather than there. It depends on nothing before: after a change, what follows is soon cut
 * where it was, and its parts are the same as before.
 */
function isLandmark({ id }: PlacedElement): boolean {
  if (id === '') return false
  let hash = 0
  for (const letter of id) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0
  return (hash ^ (hash >>> 15)) % LANDMARKS === 0
}

/** One start in so many is a landmark. */
const LANDMARKS = 4

/** Cuts pieces once more where marks go into a tag. */
function marked(
  pieces: readonly Piece[],
  marks: ReadonlyMap<PlacedElement, string>,
): readonly Piece[] {
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

function partsOf(
  html: string,
  page: PageElements,
  pieces: readonly Piece[],
): readonly Omit<PagePart, 'name'>[] {
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
      .join(''),
    targets: [...(ids?.get(part) ?? [])].filter((id) => wanted.has(id) && owner.get(id) === part),
    elsewhere: elsewhere[index] ?? [],
    asks: [...(asks?.get(part) ?? [])],
  }))
}

/** What stands in which part; both are in the order of the page. */
function byPart(all: readonly NamedPlace[], pieces: readonly Piece[]): Map<number, Set<string>> {
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
