/** Opens the body of an OpenDocument file, and tells its shapes. */
import type { ReadPart } from '../document.ts'
import type { EmbeddedPictures } from '../embedded-pictures.ts'
import { RefusedDocument } from '../refused.ts'
import { allBelow, childOf, childrenOf, nameOf, textIn, type Xml, xmlAt } from '../xml.ts'
import { OdtReader } from './odt-reader.ts'
import { type OdtStyles, readOdtStyles } from './odt-styles.ts'

interface OpenedOdf {
  readonly root: Xml
  readonly body: Xml
  readonly reader: OdtReader
  readonly title?: string
  /** What stands at the top and the foot of its pages. */
  readonly edges: readonly { readonly type: 'header' | 'footer'; readonly words: string }[]
  /** What stands there and behind its slides, and what its properties say. */
  readonly around: readonly string[]
}

/**
 * Opens the body of a sort of document.
 * @throws RefusedDocument where the file has another sort of body, or none
 */
export function openOdf(
  part: ReadPart,
  sort: 'text' | 'presentation' | 'spreadsheet',
  pictures: EmbeddedPictures,
): OpenedOdf {
  const root = xmlAt(part, 'content.xml')
  if (!root) throw new RefusedDocument('it has no words of OpenDocument in it')
  const body = childOf(childOf(root, 'body'), sort)
  if (!body) throw new RefusedDocument(`it is no ${sort}: its name ends otherwise than it should`)
  const shared = xmlAt(part, 'styles.xml')
  const styles = readOdtStyles([shared, root])
  const seen = sort === 'presentation' ? withoutLooks(styles) : styles
  const meta = xmlAt(part, 'meta.xml')
  const title = allBelow(meta, 'title')[0]?.text.trim()
  const plain = (each: Xml): string => textIn(each).replace(/\s+/g, ' ').trim()
  const edges = allBelow(shared, 'header', 'footer').map((each) => ({
    type: nameOf(each) === 'header' ? ('header' as const) : ('footer' as const),
    words: plain(each),
  }))
  const behind = allBelow(shared, 'master-page').flatMap((each) => allBelow(each, 'p').map(plain))
  const properties = childrenOf(childOf(meta, 'meta')).map(textIn)
  return {
    ...{ root, body, edges, reader: new OdtReader(seen, pictures) },
    ...(title ? { title } : {}),
    around: [...edges.map(({ words }) => words), ...behind, ...properties],
  }
}

/** On slides large type is no heading: their title is. */
function withoutLooks({ paragraph, text, list }: OdtStyles): OdtStyles {
  return {
    list,
    paragraph: (name) => ({ isHidden: paragraph(name).isHidden ?? false }),
    text: (name) => {
      const { size: _, ...look } = text(name)
      return look
    },
  }
}

/** What holds no shapes of a slide itself. */
const OTHERS = new Set(['notes', 'annotation', 'animations', 'par', 'forms', 'layer-set'])

/** The shapes of a slide, also those in groups, and what stands at its edge. */
export function partsOf(
  page: Xml | undefined,
  isEdge: (shape: Xml) => boolean,
): { readonly shapes: readonly Xml[]; readonly edges: readonly Xml[] } {
  const all = childrenOf(page).filter((each) => !OTHERS.has(nameOf(each)))
  return {
    shapes: all.filter((each) => !isEdge(each)),
    edges: all.filter(isEdge),
  }
}
