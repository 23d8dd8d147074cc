/** Lists, tables, headings and pictures that Markdown does not read, since a sign or a space is another one. */
import { LINK_SHAPES } from '../../syntax/link-shapes.ts'
import { proseOf } from '../../syntax/prose-of.ts'
import { shorten } from '../../text/phrases.ts'
import { linesOf, type Near, type NearLine } from './near-line.ts'
import type { Passage } from './passage.ts'

type Form = (lines: readonly NearLine[]) => Near | undefined

/** The first of these in a passage. */
export function nearMark({ block, written }: Passage): Near | undefined {
  const lines = linesOf(proseOf(written))
  if (block.type === 'table') return nearPicture(lines)
  for (const form of FORMS) {
    const near = form(lines)
    if (near) return near
  }
  return undefined
}

const FORMS: readonly Form[] = [nearTable, nearBullets, nearDashes, nearHeading, nearPicture]

/** The first of at least two lines in a row of which something is so: of one alone it may be chance. */
function runOf(lines: readonly NearLine[], isOne: (words: string) => boolean) {
  const at = lines.findIndex(
    ({ words }, index) => isOne(words) && isOne(lines[index + 1]?.words ?? ''),
  )
  return lines[at]
}

// Matches "Risk⇥Owner⇥Due", as it is copied from a sheet.
const RE_TABS = /^[^\t]+\t/

/** Whether a line is a row between lines, or one with two lines in it: "Risk | Owner | Due". */
function isRow(words: string): boolean {
  return words.split(RE_CELL).length > 2 && /[\p{L}\p{N}]|--/u.test(words)
}

const RE_CELL = /(?<!\\)\|/

function nearTable(lines: readonly NearLine[]): Near | undefined {
  const first = runOf(lines, (words) => RE_TABS.test(words)) ?? runOf(lines, isRow)
  if (!first || RE_BULLET.test(first.words)) return undefined
  const cells = cellsOf(first.words)
  if (cells.length < 2) return undefined
  const rule = `| ${cells.map(() => '---').join(' | ')} |`
  return { ...first, what: 'table', mend: [`| ${cells.join(' | ')} |`, rule] }
}

function cellsOf(line: string): readonly string[] {
  const inside = line.replace(/^\||\|$/g, '')
  return inside.split(inside.includes('\t') ? '\t' : RE_CELL).map((cell) => cell.trim())
}

// Matches "•⇥One" and "● One", as they are copied from other programs.
const RE_BULLET = /^[•‣◦▪▫●○■□∙·⁃➢➤]\s*(?=[\p{L}\p{N}"“‘(])/u

function nearBullets(lines: readonly NearLine[]): Near | undefined {
  const first = lines.find(({ words }) => RE_BULLET.test(words))
  if (!first) return undefined
  return { ...first, what: 'list', mend: [`- ${shorten(first.words.replace(RE_BULLET, ''))}`] }
}

// Matches "-One" and "1.One", but neither "--all" nor "1.5" nor "-5".
const RE_DASH = /^(?:[-+*](?=\p{L})|\d{1,2}[.)](?=\p{Lu}))/u

function nearDashes(lines: readonly NearLine[]): Near | undefined {
  const first = runOf(lines, (words) => RE_DASH.test(words))
  // Two bold lines begin with such a sign as well.
  if (!first || /^[*+](.+)[*+]/.test(first.words)) return undefined
  return { ...first, what: 'list', mend: [shorten(first.words.replace(RE_DASH, '$& '))] }
}

// Matches "##Objectives"; a single "#" may be a tag.
const RE_HEADING = /^(#{2,6})(?=[\p{L}\p{N}])/u

function nearHeading(lines: readonly NearLine[]): Near | undefined {
  const found = lines.find(({ words }) => RE_HEADING.test(words))
  return found && { ...found, what: 'heading', mend: [found.words.replace(RE_HEADING, '$1 ')] }
}

// Matches "![A map] (map.png)", "![A map](map.png", "![A map (map.png)", "![[map.png|300]]", "![A map]".
const RE_PICTURE =
  /(?<!\\)!\[(?:\[([^[\]|]+)(?:\|[^[\]]*)?\]\]|([^[\]()]*)\]?(?:[ \t]*\(([^()]*\.\w{2,5})\)?)?)/

function nearPicture(lines: readonly NearLine[]): Near | undefined {
  for (const { index, words } of lines) {
    const match = RE_PICTURE.exec(words)
    if (!match || isPicture(words.slice(match.index))) continue
    const [found, embedded, alt = '', address = 'picture.png'] = match
    const mend = `![${alt.trim() || 'What it shows'}](${embedded ?? address})`
    return { index: index + match.index, words: found.trim(), what: 'picture', mend: [mend] }
  }
  return undefined
}

// Matches a picture as Markdown has it, with or without spaces in its name.
const RE_IS = /^!\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])/

function isPicture(words: string): boolean {
  // Links that are no links have a check of their own.
  return RE_IS.test(words) || LINK_SHAPES.some(({ pattern }) => words.search(pattern) === 1)
}
