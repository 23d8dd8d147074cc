/** What says "internal" beside the words of a text: the names of files, front matter and `case.yaml`. */
import { RE_FRONT_MATTER } from '../settings/front-matter.ts'
import { wordsInYaml } from '../settings/yaml.ts'
import {
  ASIDE_SHAPE,
  asideIn,
  RE_BETWEEN,
  type Secrecy,
  secrecyOf,
} from '../syntax/conventions/secrecy.ts'
import { remember } from '../text/remember.ts'
import { commentSecrecyOf, orderIn } from './comment-secrecy.ts'
import type { Marker, MarkerTable } from './marker.ts'
import { markersIn } from './markers.ts'
import { openedIn } from './strings.ts'

// Matches the number in front of a name and the folders before it: "maps/10-".
const RE_BEFORE_NAME = /^.*\/|^\d+[-_. ]*/g
const RE_ENDING = /\.[a-z\d]{1,5}$/i
// Matches what comes behind a marking in names: "v2", "draft", "2020".
const RE_EDITION = /^(?:v?\d+|draft|final|copy|new|old|board)$/i
/** A marking has no more words than these. */
const MOST = 5

/** The part of a file's name that says "internal": `costs-internal.mdx`, `OFFICIAL-SENSITIVE plan.mdx`. */
export function markerInName(file: string): string | undefined {
  const folder = file.split('/').slice(0, -1).find(isMarkedFolder)
  if (folder !== undefined) return folder
  const name = file.replace(RE_BEFORE_NAME, '').replace(RE_BEFORE_NAME, '').replace(RE_ENDING, '')
  const words = name.split(/[-_.\s()[\]]+/).filter((word) => word !== '')
  while (words.length > 1 && RE_EDITION.test(words.at(-1) ?? '')) words.pop()
  for (let count = Math.min(MOST, words.length); count > 0; count -= 1) {
    const [first, last] = [words.slice(0, count).join(' '), words.slice(-count).join(' ')]
    const order = [last, first].find((one) => orderIn(one) ?? (count > 1 && asideNamed(one)))
    if (order !== undefined) return order
    const before = secrecyOf(first)
    if (before && (before.weight === 'marking' || isLoud(first))) return first
    const behind = secrecyOf(last)
    if (behind && isMarkerBehind(behind)) return last
  }
  return undefined
}

/** Words that are no name of something else: "chatham house rule"; not "team a". */
function asideNamed(words: string): boolean {
  const aside = asideIn(words, 'part')
  return aside !== undefined && aside.means !== ASIDE_SHAPE
}

/** A folder that is called "internal" or "private" as a whole: whoever puts a file there means that. */
function isMarkedFolder(folder: string): boolean {
  const name = folder.replace(RE_BEFORE_NAME, '')
  const isAside = orderIn(name) !== undefined || (/[-_ ]/.test(name) && asideNamed(name))
  return isAside || secrecyOf(name)?.how === 'exact'
}

function isMarkerBehind({ weight, how }: Secrecy): boolean {
  return weight === 'marking' || weight === 'inside' || (weight === 'word' && how === 'exact')
}

function isLoud(words: string): boolean {
  return words === words.toUpperCase()
}

/** A line of YAML that says "internal", and what in it does. */
interface YamlMarker {
  /** 1-based, in the file. */
  readonly line: number
  readonly words: string
  /** Absent for comments and names, which mean nothing else. */
  readonly secrecy?: Secrecy
}

/** Fields that say themselves who reads what, or are read as brackets are. */
const OWN = new Set(['audience', 'brackets', 'severities', 'restricted', 'withdrawn', 'strength'])

/** What `accept` says besides quotes what was found. */
const ACCEPTED = new Set(['reason', 'owner'])

/** The lines of front matter that say "internal" where nothing is cut for it. */
export function markersInFrontMatter(text: string, table: MarkerTable): readonly YamlMarker[] {
  const block = RE_FRONT_MATTER.exec(text)?.[1]
  if (block === undefined) return []
  return markersInYaml(block, table).map((one) => ({ ...one, line: one.line + 1 }))
}

// Matches "# audience: internal", and what stands behind a value.
const RE_COMMENT = /(?:^|\s)#+(.*)$/s

/** What says "internal" in the comments, names and values of YAML, as it is read, in its order. */
export function markersInYaml(text: string, table: MarkerTable): readonly YamlMarker[] {
  const comments = text.split('\n').flatMap((line, index) => {
    const words = RE_COMMENT.exec(line.trimEnd().replace(/[ \t]+/g, ' '))?.[1]?.trim() ?? ''
    return commentSecrecyOf(words) ? [{ line: index + 1, words }] : []
  })
  const find = finderOf(table)
  const said = wordsInYaml(text).flatMap(({ path, isName, words, line }): readonly YamlMarker[] => {
    if (isOwn(path)) return []
    const lines = [...new Set([words, ...words.split('\n')])].map((one) => one.replace(/\s+/g, ' '))
    for (const one of lines) {
      const found = find(one)
      if (found) return [{ ...found, line }]
      const open = openedIn(one)
      if (open !== undefined) return [{ line, words: open }]
      const part = isName
        ? undefined
        : one.split(RE_BETWEEN).find((each) => isSaid(secrecyOf(each)))
      if (part !== undefined) return [{ line, words: part.trim() }]
    }
    const isNamed = path.at(-1) === 'since' || RE_BRAND_FILE.test(words)
    const named = isNamed ? markerInName(words) : undefined
    return named === undefined ? [] : [{ line, words: named }]
  })
  return [...comments, ...said].toSorted((one, other) => one.line - other.line)
}

// Matches a logo and a font of `theme.yaml`, which are published.
const RE_BRAND_FILE = /^[^:]+\.(?:svg|png|woff2?|ttf|otf)$/i

type Finder = (words: string) => Marker | undefined

const finders = new WeakMap<MarkerTable['kinds'], Map<string, Finder>>()

/** What finds the first marking in words that stand alone: settings say the same in each state of a case. */
function finderOf(table: MarkerTable): Finder {
  const known = finders.get(table.kinds) ?? new Map<string, Finder>()
  finders.set(table.kinds, known)
  const name = JSON.stringify([table.brackets, table.mayQuote])
  const finder = known.get(name) ?? remember((words) => markersIn(`# ${words}`, table)[0])
  known.set(name, finder)
  return finder
}

function isOwn(path: readonly string[]): boolean {
  const [field = ''] = path
  const last = path.at(-1) ?? ''
  if (field === 'accept') return !ACCEPTED.has(last)
  return OWN.has(field) || last === 'audience'
}

function isSaid(secrecy: Secrecy | undefined): boolean {
  return secrecy?.how === 'exact' && secrecy.weight !== 'label'
}
