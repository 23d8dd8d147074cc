/** Pictures, however they are written: each becomes an `image`, in a mark of its own where it stands. */
import { definitionsIn, pictureOf } from '../pictures.ts'
import { attributeOf, element, type Node, textOf } from '../tree.ts'
import { baseOf } from './context.ts'

/** A picture that its author makes no wider than this, px, is a sign among words: `<img width="24" … />`. */
const SIGN = 64

/** The tree in which each picture is `<Picture at>` around an `image`, or `<Sign>` where it is a small one. */
export function markPictures(tree: Node, file: string): Node {
  const definitions = definitionsIn(tree)
  const marked = (node: Node): Node => {
    const picture = pictureOf(node, definitions)
    if (!picture) {
      const { children } = node
      return children ? { ...node, children: withAmid(children.flatMap(flowed)) } : node
    }
    const { url, alt, title } = picture
    const { position } = node
    const image: Node = { type: 'image', url, alt, ...(title ? { title } : {}), position }
    const isSign = Number(attributeOf(node, 'width') ?? Number.NaN) <= SIGN
    const { at } = baseOf(node, { file })
    return { ...element(isSign ? 'Sign' : 'Picture', { at }, [image], false), position }
  }
  /** An element of HTML among blocks that holds nothing but pictures is a paragraph of them. */
  const flowed = (node: Node): readonly Node[] => {
    const { type, name, position } = node
    const child = marked(node)
    if (type !== 'mdxJsxFlowElement') return [child]
    if (name === 'img') return [{ type: 'paragraph', children: [child], position }]
    if (!AROUND_BLOCKS.has(name ?? '')) return [child]
    const captions = (child.children ?? []).filter((one) => one.name === 'figcaption')
    const shown = (child.children ?? []).filter((one) => one.name !== 'figcaption')
    const pictures = picturesAlone(shown) ?? []
    if (pictures.length === 0) return [child]
    const link = { ...child, type: 'mdxJsxTextElement', children: shown }
    return [
      { type: 'paragraph', children: name === 'a' ? [link] : pictures, position },
      ...captions.map(captionOf),
    ]
  }
  return marked(tree)
}

/** Pictures around which a sentence goes on are marked `amid`: without their words it would not read right. */
function withAmid(nodes: readonly Node[]): readonly Node[] {
  return nodes.map((node, index) => {
    if (node.name !== 'Picture') return node
    const [before, after] = [nodes[index - 1]?.value ?? '', nodes[index + 1]?.value ?? '']
    const isAmid = /[\p{L}\p{N},;:–—-]\s*$/u.test(before) && /^\s*[\p{Ll}\p{N},;]/u.test(after)
    if (!isAmid) return node
    const { children = [], position } = node
    return {
      ...element('Picture', { at: attributeOf(node, 'at'), amid: '' }, children, false),
      position,
    }
  })
}

/** Elements of HTML in which a picture may stand alone. */
const AROUND_BLOCKS = new Set(['a', 'div', 'figure', 'p', 'span'])

function captionOf(node: Node): Node {
  const words = (node.children ?? []).flatMap((one) =>
    one.type === 'paragraph' ? (one.children ?? []) : [one],
  )
  const { position } = node
  return {
    type: 'paragraph',
    children: [{ type: 'emphasis', children: words, position }],
    position,
  }
}

/** Makes a paragraph of each picture where a paragraph holds nothing else, but for a caption at its end. */
export function splitPictures(node: Node): readonly Node[] {
  if (node.type !== 'paragraph') return [node]
  const inline = (node.children ?? []).filter((one) => !isSpace(one))
  const last = inline.at(-1)
  const caption =
    inline.length > 1 && last?.type === 'emphasis' && textOf(last).trim() ? last : undefined
  const pictures = picturesAlone(caption ? inline.slice(0, -1) : inline)
  if (!pictures || pictures.length + (caption ? 1 : 0) < 2) return [node]
  return [...pictures, ...(caption ? [caption] : [])].map((one) => {
    return { type: 'paragraph', children: [one], position: one.position }
  })
}

/** The pictures of inline nodes, each with the link or emphasis around it; undefined where words are among them. */
export function picturesAlone(nodes: readonly Node[]): readonly Node[] | undefined {
  const found = nodes.map(singles)
  return found.every((one) => one !== undefined) ? found.flat() : undefined
}

function singles(node: Node): readonly Node[] | undefined {
  if (node.name === 'Picture') return [node]
  if (isSpace(node)) return []
  if (!node.children || node.name === 'Sign' || node.name === 'Cite') return undefined
  const inside = picturesAlone(node.children)
  if (node.type === 'paragraph') return inside
  return inside?.map((one) => ({ ...node, children: [one], position: one.position }))
}

function isSpace({ type, value }: Node): boolean {
  return type === 'break' || (type === 'text' && (value ?? '').trim() === '')
}

/** The picture in a node that holds one alone, and the node without the mark around it. */
export function unmarked(node: Node): { readonly image: Node | undefined; readonly node: Node } {
  if (node.name === 'Picture') {
    const image = node.children?.[0]
    return { image, node: image ?? node }
  }
  const inside = (node.children ?? []).map(unmarked)
  const image = inside.find((one) => one.image)?.image
  return { image, node: { ...node, children: inside.map((one) => one.node) } }
}
