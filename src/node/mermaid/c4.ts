/**
 * C4 diagrams as flowcharts. Mermaid sets the words of a relation on the middle of its line, over whatever
 * stands there. In a flowchart they have room of their own, and what is too large for a slide is split.
 * Statements are those of https://mermaid.js.org/syntax/c4.html
 */
import { tokens } from '../theme/tokens.ts'
import { tints } from './charts.ts'

/**
 * The flowchart; the text as it is where it is no C4 diagram or where something in it is not known here, so
 * that Mermaid says what is wrong. Styles and places that authors give to single words mean nothing in it.
 */
export function c4AsFlowchart(text: string): string {
  const [front = ''] = RE_FRONT.exec(text) ?? []
  const [head = '', ...lines] = text
    .slice(front.length)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('%%'))
  if (!RE_HEAD.test(head)) return text
  const draft: Draft = { ids: new Map(), relations: 0, isNumbered: head === 'C4Dynamic' }
  const shown = lines.map((line) => statementOf(line, draft))
  if (shown.includes(undefined)) return text
  const title = lines.map((line) => RE_TITLE.exec(line)?.[1]).find(Boolean)
  return [
    ...headed(front, title),
    'flowchart LR',
    '%% c4',
    ...shown.flatMap((one) => one ?? []),
    ...Object.entries(FILLS).map(
      ([name, fill]) => `classDef ${name} fill:${fill},stroke:${tokens.quiet}`,
    ),
    '',
  ].join('\n')
}

/** Front matter, with the title in it. */
function headed(front: string, title: string | undefined): readonly string[] {
  if (title === undefined || /^title:/m.test(front)) return front ? [front.trim()] : []
  const fields = front.trim().split('\n').slice(1, -1)
  return ['---', ...fields, `title: ${JSON.stringify(title)}`, '---']
}

// Matches "---\ntitle: Booking\n---\n".
const RE_FRONT = /^\s*---\n[\s\S]*?\n---[ \t]*\n/
const RE_HEAD = /^C4(?:Context|Container|Component|Dynamic|Deployment)$/
const RE_TITLE = /^title\s+(.+)$/
// Matches "System_Ext(map, "Map service", "Shows trees")" and "System_Boundary(b, "Ours") {".
const RE_CALL = /^(\w+)\s*\((.*)\)\s*(\{?)$/
const RE_BOX = /^(Person|System|Container|Component)(Db|Queue)?(_Ext)?$/
const RE_BOUNDARY =
  /^(?:(?:(Enterprise|System|Container)_)?Boundary|(?:Deployment_)?Node(?:_[LR])?)$/
const RE_RELATION = /^(Bi)?Rel(Index|_\w+)?$/

const LEVELS = ['Person', 'System', 'Container', 'Component']
const FILLS = {
  ...Object.fromEntries(LEVELS.map((level, index) => [level, tints[index]])),
  Ext: tints[4],
}
const NAMES: Readonly<Record<string, string>> = { System: 'Software system' }
const BRACKETS: Readonly<Record<string, readonly [string, string]>> = {
  Person: ['([', '])'],
  Db: ['[(', ')]'],
  Queue: ['[[', ']]'],
}

interface Draft {
  /** What Mermaid calls each box in a flowchart, where words such as "end" are no names. */
  readonly ids: Map<string, string>
  relations: number
  readonly isNumbered: boolean
}

/** Lines of the flowchart; `undefined` for what is not known. */
function statementOf(line: string, draft: Draft): readonly string[] | undefined {
  if (line === '}') return ['end']
  if (line === '{' || RE_TITLE.test(line) || /^(?:Update\w+|SHOW_\w+|LAYOUT_\w+)\s*\(/.test(line))
    return []
  if (/^acc(?:Title|Descr)\s*:/.test(line)) return [line]
  const [, name = '', written = ''] = RE_CALL.exec(line) ?? []
  const given = argumentsOf(written)
  if (!given) return undefined
  if (RE_BOX.test(name)) return boxOf(name, given, draft)
  if (RE_BOUNDARY.test(name)) return boundaryOf(name, given.values, draft)
  return RE_RELATION.test(name) ? relationOf(name, given, draft) : undefined
}

function boxOf(name: string, { values, named }: Arguments, draft: Draft) {
  const [, level = '', shape = '', external] = RE_BOX.exec(name) ?? []
  const [alias = '', label = ''] = values
  const isMade = level === 'Container' || level === 'Component'
  const techn = named.get('techn') ?? (isMade ? values[2] : undefined)
  const descr = named.get('descr') ?? values[isMade ? 3 : 2]
  const sort = [NAMES[level] ?? level, techn].filter(Boolean).join(': ')
  const [open, close] = BRACKETS[shape] ?? BRACKETS[level] ?? ['[', ']']
  const words = wordsOf(label, `[${sort}]`, descr)
  return [`${idOf(alias, draft, true)}${open}"${words}"${close}:::${external ? 'Ext' : level}`]
}

function boundaryOf(name: string, [alias = '', label = '', type]: readonly string[], draft: Draft) {
  const sort = type ?? RE_BOUNDARY.exec(name)?.[1]
  return [`subgraph ${idOf(alias, draft, true)}["${wordsOf(label, sort && `[${sort}]`)}"]`]
}

function relationOf(name: string, { values, named }: Arguments, draft: Draft) {
  const [, both, sort] = RE_RELATION.exec(name) ?? []
  const [from = '', to = '', label = '', techn] = sort === 'Index' ? values.slice(1) : values
  const ends = [from, to].map((alias) => idOf(alias, draft))
  draft.relations += 1
  const technique = named.get('techn') ?? techn
  const number = draft.isNumbered ? `${draft.relations}: ` : ''
  const words = wordsOf(narrow(`${number}${label}`), technique && `[${technique}]`)
  const [first, last] = sort === '_Back' ? ends.toReversed() : ends
  if (first === undefined || last === undefined) return undefined
  return [`${first} ${both ? '<-->' : '-->'}${words ? `|"${words}"|` : ''} ${last}`]
}

function idOf(alias: string, { ids }: Draft, isNew = false): string | undefined {
  if (isNew && !ids.has(alias)) ids.set(alias, `c${ids.size + 1}`)
  return ids.get(alias)
}

/** Each below the other, as Mermaid reads them in quotes; a break of an author's stays one. */
function wordsOf(...parts: readonly (string | undefined)[]): string {
  return parts
    .flatMap((part) => part?.split(/<br\s*\/?>/i) ?? [])
    .map((part) => part.replaceAll('`', '’').trim())
    .filter(Boolean)
    .join('<br/>')
}

/** Words in lines that leave room for boxes beside them. */
function narrow(words: string): string {
  return words.replace(/(?=\S{2})(.{1,18})(?:\s+|$)/g, '$1<br/>').replace(/<br\/>$/, '')
}

interface Arguments {
  readonly values: readonly string[]
  /** Those that are called by their name: `$techn="JSON"`. */
  readonly named: ReadonlyMap<string, string>
}

// Matches "$techn="JSON"", ""Tree register"" and "register", each up to its comma.
const RE_ARGUMENT = /\s*(?:\$(\w+)\s*=\s*)?(?:"([^"]*)"|([^,"]*))\s*(?:,|$)/g

/** `undefined` where something is left that is no argument. */
function argumentsOf(written: string): Arguments | undefined {
  const found = [...written.matchAll(RE_ARGUMENT)].filter(({ 0: all }) => all.trim() !== '')
  if (
    found
      .map(({ 0: all }) => all)
      .join('')
      .trim() !== written.trim()
  )
    return undefined
  const worded = found.map(([, name, quoted, bare]) => ({
    name,
    value: (quoted ?? bare ?? '').trim(),
  }))
  return {
    values: worded.flatMap(({ name, value }) => (name === undefined ? [value] : [])),
    named: new Map(
      worded.flatMap(({ name, value }) => (name === undefined ? [] : [[name, value]])),
    ),
  }
}
