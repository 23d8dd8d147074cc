/** The parts of an Office file: where they lie, and how one leads to another (ECMA-376, part 2). */
import { isDiagramProperty } from '../../../diagram/properties.ts'
import { isOwnProperty } from '../../own-lines.ts'
import type { ReadPart } from '../document.ts'
import { RefusedDocument } from '../refused.ts'
import { attributeOf, childOf, childrenOf, readXml, textIn, type Xml, xmlAt } from '../xml.ts'

/** A part, and what it refers to. */
export interface OfficePart {
  /** Where it lies in the file: `ppt/slides/slide1.xml`. */
  readonly path: string
  readonly text: string
  readonly root: Xml
  /** By the ids that stand in its text. */
  readonly relations: ReadonlyMap<string, Relation>
}

/** What a part refers to. */
interface Relation {
  /** `image`, `slide`, `hyperlink`. */
  readonly type: string
  /** The path of a part, or an address outside of the file. */
  readonly target: string
  readonly isOutside: boolean
}

/** Opens a part; `undefined` for one that is not in the file. */
export function openPart(part: ReadPart, path: string): OfficePart | undefined {
  const text = part(path)
  if (text === undefined) return undefined
  return { path, text, root: readXml(text), relations: relationsOf(part, path) }
}

/**
 * Opens the part to which all others belong.
 *
 * @param usual where programs put it, for a file that does not say
 * @param what the document is to have in it: `no slides`
 * @throws RefusedDocument where the file has no such part
 */
export function openMain(part: ReadPart, usual: string, what: string): OfficePart {
  const main = relatedTo(relationsOf(part, ''), 'officeDocument')
  const opened = openPart(part, main ?? usual)
  if (!opened) throw new RefusedDocument(`it has ${what} in it`)
  return opened
}

/** The path of the first part of a type. */
function relatedTo(relations: ReadonlyMap<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((each) => each.type === type)?.target
}

/** The tree of the first part of a type to which another refers. */
export function relatedXml(
  part: ReadPart,
  { relations }: Pick<OfficePart, 'relations'>,
  type: string,
): Xml | undefined {
  const path = relatedTo(relations, type)
  return path === undefined ? undefined : xmlAt(part, path)
}

/** What the file says that it is called; `{}` where it does not. */
export function titleOf(part: ReadPart): { readonly title?: string } {
  const title = childOf(xmlAt(part, 'docProps/core.xml'), 'title')?.text.trim()
  return title ? { title } : {}
}

/** What its properties say: title, subject, keywords, and the labels of secrecy that programs put there. */
export function propertiesOf(part: ReadPart): readonly string[] {
  const own = ['core', 'custom'].flatMap((name) =>
    childrenOf(xmlAt(part, `docProps/${name}.xml`))
      .filter((each) => {
        const name = attributeOf(each, 'name')
        return !isDiagramProperty(name) && !isOwnProperty(name)
      })
      .map(textIn),
  )
  return own.filter((words) => words.trim() !== '')
}

/** Where the relations of a part lead; those of the whole file have the path `''`. */
function relationsOf(part: ReadPart, path: string): ReadonlyMap<string, Relation> {
  const name = path.lastIndexOf('/') + 1
  const all = xmlAt(part, `${path.slice(0, name)}_rels/${path.slice(name)}.rels`)
  return new Map(
    childrenOf(all, 'Relationship').map((each) => {
      const target = attributeOf(each, 'Target') ?? ''
      const isOutside = attributeOf(each, 'TargetMode') === 'External'
      const relation = {
        type: (attributeOf(each, 'Type') ?? '').replace(/^.*\//, ''),
        target: isOutside ? target : pathFrom(path, target),
        isOutside,
      }
      return [attributeOf(each, 'Id') ?? '', relation]
    }),
  )
}

/** `('ppt/slides/s.xml', '../media/a.png')` → `ppt/media/a.png`. */
function pathFrom(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = from.split('/').slice(0, -1)
  for (const step of target.split('/'))
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  return path.join('/')
}
