/** In which order the files of a case are read: by `order`, their numbers, their fields, or an index. Pure. */
import { hrefsIn, isIndex, pathsOf, plainPath, resolvePath } from '../addresses/paths.ts'
import type { Source } from '../model/source.ts'
import { readFrontMatter } from './front-matter.ts'

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Compares paths as people count: `9-` before `10-`, folder by folder. */
export function naturally(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')]
  const at = left.findIndex((part, index) => part !== right[index])
  return compare(left[at] ?? '', right[at] ?? '')
}

/**
 * The files of a case in reading order. In each folder, what `order` names comes first. Then numbers
 * in names count, or the position in their front matter; where there are none, an index that links to
 * the others. All else goes by name. An index comes before what it links to.
 *
 * @param order paths of files and folders, as `case.yaml` has them
 */
export function inCaseOrder<One extends Source>(
  sources: readonly One[],
  order: readonly string[] = [],
): readonly One[] {
  return ordered(sources, { folder: '', links: [], order: order.map(plainPath) })
}

interface Around {
  /** `''`, or a path that ends with a slash. */
  readonly folder: string
  /** Where the index links to, its own or that of the folder around: plain paths in order. */
  readonly links: readonly string[]
  readonly order: readonly string[]
}

/** Something in a folder: a file, or a folder with all files below it. */
interface Child<One> {
  readonly name: string
  readonly path: string
  readonly files: readonly One[]
  readonly isIndex: boolean
}

function ordered<One extends Source>(files: readonly One[], around: Around): readonly One[] {
  const { folder, order } = around
  const named = Map.groupBy(files, ({ file }) => file.slice(folder.length).split('/')[0] ?? '')
  const children = [...named].map(([name, own]): Child<One> => {
    const path = plainPath(folder + name)
    const isOwn = own[0]?.file === folder + name && isIndex(own[0].file)
    return { name, path: isOwn ? `${path}#` : path, files: own, isIndex: isOwn }
  })
  const index = children.find((one) => one.isIndex)
  const links = index ? linksIn(index.files[0]) : around.links
  const others = children.filter((one) => one !== index)
  const leads = others.filter(({ path }) => rankIn(links, path) < links.length).length > 0
  const hasNumbers = others.some(({ name }) => /^\d/.test(name))
  const positions = new Map(children.map(({ path, files: own }) => [path, positionOf(own, folder)]))
  const hasPositions = [...positions.values()].some((one) => one !== undefined)
  const numberOf = ({ name, path }: Child<One>): number =>
    positions.get(path) ?? Number(/^\d+/.exec(name)?.[0] ?? Number.MAX_SAFE_INTEGER)
  const ranks = (one: Child<One>): readonly number[] => [
    one === index && leads ? 0 : 1,
    rankIn(order, one.path),
    hasPositions ? numberOf(one) : hasNumbers ? 0 : rankIn(links, one.path),
  ]
  return children
    .map((one) => ({ one, by: ranks(one) }))
    .toSorted((a, b) => {
      const at = a.by.findIndex((rank, place) => rank !== b.by[place])
      return at < 0 ? naturally(a.one.name, b.one.name) : (a.by[at] ?? 0) - (b.by[at] ?? 0)
    })
    .flatMap(({ one }) => {
      const isFile = one.files[0]?.file === folder + one.name
      return isFile
        ? one.files
        : ordered(one.files, { ...around, folder: `${folder}${one.name}/`, links })
    })
}

/** The place of the first path that is a child or lies below it; how many there are where none does. */
function rankIn(paths: readonly string[], child: string): number {
  const at = paths.findIndex((path) => path === child || path.startsWith(`${child}/`))
  return at < 0 ? paths.length : at
}

/** What the front matter of a file says of its place, or that of the index of a folder. */
function positionOf(files: readonly Source[], folder: string): number | undefined {
  const inFolder = files.filter(({ file }) => file.slice(folder.length).split('/').length < 3)
  const own = inFolder.length === 1 && files.length === 1 ? files[0] : undefined
  const head = own ?? inFolder.find(({ file }) => isIndex(file))
  if (!head) return undefined
  const { frontMatter } = readFrontMatter(head.text, head.file)
  return frontMatter.sidebar_position ?? frontMatter.nav_order ?? frontMatter.weight
}

/** Where an index links to. `/docs/plan` may be "docs/plan" or "plan", as the site has it. */
function linksIn(index: Source | undefined): readonly string[] {
  if (!index) return []
  return hrefsIn(index.text).flatMap((href) => {
    const to = resolvePath(href, index.file)
    return to ? pathsOf(to) : []
  })
}
