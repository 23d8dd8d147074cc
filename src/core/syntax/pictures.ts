/** The pictures of a file, in whichever of three ways they are written. */
import { attributeOf, type Node, walk } from './tree.ts'

export interface Picture {
  /** As typed. */
  readonly url: string
  /** What it shows; `''` where nothing is said. */
  readonly alt: string
  readonly title?: string
  readonly node: Node
}

/** `![Map](map.png)`, `![Map][map]` and `<img src="map.png" alt="Map" />`, in order. */
export function picturesIn(tree: Node): readonly Picture[] {
  const definitions = definitionsIn(tree)
  return [...walk(tree)].flatMap((node) => pictureOf(node, definitions) ?? [])
}

/** The same tree with something in place of each picture. */
export function mapPictures(tree: Node, change: (picture: Picture) => Node): Node {
  const definitions = definitionsIn(tree)
  const mapped = (node: Node): Node => {
    const picture = pictureOf(node, definitions)
    if (picture) return change(picture)
    if (!node.children) return node
    const children = node.children.map(mapped)
    return children.every((child, index) => child === node.children?.[index])
      ? node
      : { ...node, children }
  }
  return mapped(tree)
}

/** Where names lead: `[map]: map.png`. */
type Definitions = ReadonlyMap<string, Node>

/** The definitions of a file, by their names. */
export function definitionsIn(tree: Node): Definitions {
  const definitions = [...walk(tree)].filter(({ type }) => type === 'definition')
  // Of two definitions with one name the first counts, as in Markdown.
  return new Map(definitions.toReversed().map((node) => [node.identifier ?? '', node]))
}

/** The picture that a node is; undefined for anything else. */
export function pictureOf(node: Node, definitions: Definitions): Picture | undefined {
  if (node.type === 'image') return made(node.url, node.alt, node.title, node)
  if (node.type === 'imageReference') {
    const definition = definitions.get(node.identifier ?? '')
    return made(definition?.url, node.alt, definition?.title, node)
  }
  if (node.name !== 'img') return undefined
  return made(attributeOf(node, 'src'), attributeOf(node, 'alt'), attributeOf(node, 'title'), node)
}

type Words = string | null | undefined

function made(url: Words, alt: Words, title: Words, node: Node): Picture | undefined {
  return url ? { url, alt: alt ?? '', ...(title ? { title } : {}), node } : undefined
}
