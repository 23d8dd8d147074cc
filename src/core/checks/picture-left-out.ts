/** Pictures that the narrative shows and no slide does, and the other way round. */
import { flatten } from '../deck/index.ts'
import { traitsOf } from '../deck/layouts.ts'
import { planTimedDeck } from '../deck/routes.ts'
import type { Checkable } from '../model/assembled.ts'
import type { Found } from '../model/finding.ts'
import type { Block } from '../syntax/conventions/index.ts'
import { attributeOf, isFlow, type Node, textOf, walk } from '../syntax/tree.ts'
import type { Check } from './shared/check.ts'

/** A picture, and for which outputs its author means it. */
interface Placed {
  readonly image: Node
  readonly file: string
  /** Why it is for one output alone; absent where it is for all. */
  readonly alone?: 'slides' | 'page'
  /** Why no slide takes it. */
  readonly why: string
  /** Set where it is a small one among words, and stands among them on slides too. */
  readonly isSign?: true
  /** Set in an item, and where it stands between the words of that. */
  readonly isOfItem?: boolean | undefined
  readonly isWithin?: true
}

export const pictureLeftOut: Check = (checked) => {
  const placed = checked.documents.flatMap(({ file, blocks }) => placedIn(blocks, file))
  if (placed.length === 0) return []
  const onSlides = shownOnSlides(checked)
  const signs = new Set<string>()
  const inText = new Set(placed.filter(({ alone }) => alone !== 'slides').map(keyOf))
  return placed.flatMap((one): readonly Found[] => {
    const url = one.image.url ?? ''
    if (one.alone === 'slides')
      return inText.has(keyOf(one))
        ? []
        : [
            foundAt(
              one,
              `Unexpected picture ${url} on slides alone, expected it in the text too: the narrative leaves out what stands in <Slide>`,
            ),
          ]
    if (one.isWithin)
      return [foundAt(one, `Unexpected picture ${url} within the words of an item, ${WITHIN}`)]
    if (one.alone === 'page' || onSlides.has(keyOf(one))) return []
    if (one.isSign) return signs.has(keyOf(one)) ? [] : [foundAt(one, signWords(one, signs))]
    return [foundAt(one, `Unexpected picture ${url} that no slide shows, ${one.why}`)]
  })
}

function foundAt({ image, file }: Placed, message: string): Found {
  const { start, end } = image.position ?? {}
  if (!start) return { message, place: { file } }
  const { line, column } = start
  const length = end?.line === line ? { length: end.column - column } : {}
  return { message, place: { file, line, column, ...length } }
}

/** Said once of each sign, however often it stands among words. */
function signWords(one: Placed, known: Set<string>): string {
  known.add(keyOf(one))
  const { url = '', alt = '' } = one.image
  const words = alt ? `says “${alt}”` : 'says nothing'
  return `Unexpected picture ${url} among words, of which an editable deck (pptx, odp) ${words}, expected one that stands alone where it is to be seen there`
}

function keyOf({ image, file }: Pick<Placed, 'image' | 'file'>): string {
  return `${file} ${image.url}`
}

const WITHIN =
  'expected it below them: the one page, the trace and case.json have these words without it'

const WHY = {
  slide:
    'expected it in the <Slide> of its section, or in <Page> where it is for the page alone: a section with a <Slide> shows that and no more',
  heading: 'expected it below the heading in which it stands',
} as const

/** The pictures of a file. What follows a `---` is for the page alone, up to the next heading. */
function placedIn(blocks: readonly Block[], file: string): readonly Placed[] {
  let isClosed = false
  return blocks.flatMap((block) => {
    if (block.type === 'heading') isClosed = false
    if (block.type === 'rule') isClosed = true
    const why = block.type === 'heading' ? WHY.heading : WHY.slide
    const alone = isClosed ? ({ alone: 'page' } as const) : {}
    return imagesIn(block.node, { file, why, ...alone })
  })
}

const ALONE: Readonly<Record<string, NonNullable<Placed['alone']>>> = {
  Page: 'page',
  Slide: 'slides',
}

function imagesIn(node: Node, about: Omit<Placed, 'image'>): readonly Placed[] {
  const { name, type, children = [] } = node
  // What is private is shown to one person.
  if (name === 'Notes') return []
  if (name === 'Sign') return children.map((image) => ({ ...about, image, isSign: true }))
  if (type === 'image') return [{ ...about, image: node }]
  const alone = ALONE[name ?? '']
  const isOfItem =
    name === 'Item' ||
    (name === 'Row' ? attributeOf(node, 'item') !== undefined : name !== 'Apart' && about.isOfItem)
  const inside = {
    ...about,
    ...(alone ? { alone } : {}),
    isOfItem,
  }
  const isAmong = isOfItem && (name === 'Cell' || textOf(node).trim() !== '')
  return children.flatMap((child) =>
    imagesIn(child, isAmong && !isFlow(child) ? { ...inside, isWithin: true } : inside),
  )
}

function shownOnSlides(checked: Checkable): ReadonlySet<string> {
  const nodes = new Map<string, Node>()
  const blocks = checked.documents.flatMap((document) => document.blocks)
  for (const node of blocks.flatMap((block) => [...walk(block.node)])) {
    const at = attributeOf(node, 'at')
    if (at !== undefined && !nodes.has(at)) nodes.set(at, node)
  }
  const slides = flatten(planTimedDeck(checked).slides)
  const shown = slides.flatMap(({ layout, body }) =>
    body.flatMap((piece) => {
      const isShown =
        piece.type === 'image' || (piece.type === 'block' && traitsOf(layout).pictures)
      const node = isShown && 'at' in piece ? nodes.get(piece.at) : undefined
      const file = 'at' in piece ? piece.at.replace(/:\d+:\d+$/, '') : ''
      return node ? imagesIn(node, { file, why: '' }).map(keyOf) : []
    }),
  )
  return new Set(shown)
}
