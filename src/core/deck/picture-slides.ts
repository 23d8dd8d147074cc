/** Slides of the pictures that stand in words, entries, quotes and cells: one each, as large as it can be. */
import type { Block } from '../syntax/conventions/index.ts'
import { attributeOf, type Node, textOf, walk } from '../syntax/tree.ts'
import { traitsOf } from './layouts.ts'
import type { Piece } from './piece.ts'
import { newSlide, type Slide } from './slide.ts'

/**
 * The slides of the pictures in a block that its own slides do not show. A picture that comes twice
 * has one slide.
 *
 * @param head the slide with the headline below which the block stands
 * @param own the slides of the block
 */
export function pictureSlides(block: Block, head: Slide, own: readonly Slide[]): readonly Slide[] {
  if (own.length > 0 && own.every(({ layout, body }) => showsPictures(layout, body))) return []
  const seen = new Set<string>()
  return nodesOf(block)
    .flatMap(picturesIn)
    .filter(({ node }) => {
      const { url = '' } = imageIn(node) ?? {}
      return !seen.has(url) && seen.add(url)
    })
    .map(({ piece, node }) => slideOf(piece, head, columnOf(node, block)))
}

/** In a table a picture stands below the name of its column. */
function columnOf(node: Node, block: Block): string | undefined {
  if (block.type !== 'table') return undefined
  const rows = block.node.children ?? []
  const column = rows
    .flatMap((row) => (row.children ?? []).map((cell, index) => ({ cell, index })))
    .find(({ cell }) => [...walk(cell)].includes(node))?.index
  return block.rows[0]?.[column ?? 0]?.trim() || undefined
}

/** Whether a table says nothing below its header: then its pictures are all of it. */
export function isOfPictures(block: Block): boolean {
  return (
    block.type === 'table' &&
    block.rows.slice(1).every((row) => row.every((cell) => cell.trim() === ''))
  )
}

/** Whether what stands on a slide shows the pictures in it. */
function showsPictures(layout: Slide['layout'], body: readonly Piece[]): boolean {
  return traitsOf(layout).pictures === true && body.every(({ type }) => type === 'block')
}

function slideOf(
  piece: Piece,
  { id, title, kicker, head, section }: Slide,
  name: string | undefined,
): Slide {
  return newSlide({
    ...{ id, title, layout: 'image', bodySize: 28 },
    kicker: name ?? head?.text ?? kicker ?? title,
    body: [piece],
    ...(section === undefined ? {} : { section }),
  })
}

/** Items that stand together make one list, whose entries were blocks of their own. */
function nodesOf(block: Block): readonly Node[] {
  return block.type === 'list' ? block.entries.map(({ node }) => node) : [block.node]
}

interface Found {
  readonly node: Node
  readonly piece: Piece
}

/** What is private, or for the page alone, is on no slide. */
const ASIDE = new Set(['Notes', 'Page', 'Slide'])

function picturesIn(node: Node): readonly Found[] {
  if (ASIDE.has(node.name ?? '')) return []
  const at = attributeOf(node, 'at')
  const isOne = node.name === 'Picture' || node.name === 'Figure'
  if (!isOne || at === undefined) return (node.children ?? []).flatMap(picturesIn)
  const type = node.name === 'Figure' ? 'block' : 'image'
  const text = textOf(node).trim() || imageIn(node)?.alt || ''
  return [{ node, piece: { type, at, text } }]
}

function imageIn(node: Node): Node | undefined {
  return [...walk(node)].find(({ type }) => type === 'image')
}
