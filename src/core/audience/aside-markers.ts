/** What says "internal" beside the words of a text: the names of files, front matter and `case.yaml`. */
import type { Readers } from '../model/audience.ts'
import { RE_FRONT_MATTER } from '../settings/front-matter.ts'
import { RE_BETWEEN, type Secrecy, secrecyOf } from '../syntax/conventions/secrecy.ts'
import { commentSecrecyOf, markersIn } from './markers.ts'

type Table = Pick<Readers, 'kinds' | 'brackets'>

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
    const before = secrecyOf(first)
    if (before && (before.weight === 'marking' || isLoud(first))) return first
    const behind = secrecyOf(last)
    if (behind && isMarkerBehind(behind)) return last
  }
  return undefined
}

/** A folder that is called "internal" or "private" as a whole: whoever puts a file there means that. */
function isMarkedFolder(folder: string): boolean {
  return secrecyOf(folder.replace(RE_BEFORE_NAME, ''))?.how === 'exact'
}

function isMarkerBehind({ weight, how }: Secrecy): boolean {
  return weight === 'marking' || weight === 'inside' || (weight === 'word' && how === 'exact')
}

function isLoud(words: string): boolean {
  return words === words.toUpperCase()
}

/** A line of YAML that says "internal", and what in it does. */
export interface YamlMarker {
  /** 1-based, in the file. */
  readonly line: number
  readonly words: string
}

/** Fields that say themselves who reads what, quote what was found, or are read as brackets are. */
const OWN = new Set([
  ...['audience', 'brackets', 'accept', 'severities', 'restricted', 'withdrawn', 'strength'],
])

/** The lines of front matter that say "internal" where nothing is cut for it. */
export function markersInFrontMatter(text: string, table: Table): readonly YamlMarker[] {
  const block = RE_FRONT_MATTER.exec(text)?.[1]
  if (block === undefined) return []
  return markersInYaml(block, table).map((one) => ({ ...one, line: one.line + 1 }))
}

// Matches "title: ", "- ", "  1a: " and the value behind them, without its quotation marks.
const RE_VALUE =
  /^([ \t]*)(?:-[ \t]+)?(?:["']?([^\s"':#][^"':#]*)["']?[ \t]*:(?:[ \t]+|$))?["'|>]?(.*?)["']?$/

// Matches "# audience: internal", and what stands behind a value.
const RE_COMMENT = /(?:^|\s)#+(.*)$/

/** The lines of YAML whose values or comments say "internal". */
export function markersInYaml(text: string, table: Table): readonly YamlMarker[] {
  let field = ''
  return text.split('\n').flatMap((written, index): readonly YamlMarker[] => {
    // Many spaces are one, or patterns would look at each of them from each.
    const line = written.trimEnd().replace(/[ \t]+/g, ' ')
    const [, indent = '', key = '', value = ''] = RE_VALUE.exec(line) ?? []
    if (indent === '' && key !== '') field = key
    const comment = RE_COMMENT.exec(line)?.[1]?.trim() ?? ''
    if (commentSecrecyOf(comment)) return [{ line: index + 1, words: comment }]
    if (OWN.has(field) || key === 'audience' || /^[ \t]*#/.test(line)) return []
    const words = value.replace(/\s#.*$/, '')
    const [found] = markersIn(`# ${words}`, table)
    if (found) return [{ line: index + 1, words: found.words }]
    const said = words.split(RE_BETWEEN).find((part) => isSaid(secrecyOf(part)))
    return said === undefined ? [] : [{ line: index + 1, words: said.trim() }]
  })
}

function isSaid(secrecy: Secrecy | undefined): boolean {
  return secrecy?.how === 'exact' && secrecy.weight !== 'label'
}
