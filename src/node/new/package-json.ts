/** The package.json of a case: a new one, or what one that is there lacks. */

import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml'
import { UsageError } from '../run/usage-error.ts'

/** Commands that a person types as `npm start`, `npm run check`. */
const SCRIPTS = ['start', 'dev', 'build', 'check', 'present']

/** What one has that holds nothing but the dependency, as `npm install` makes it. */
const WHOLE = {
  private: true,
  scripts: Object.fromEntries(SCRIPTS.map((name) => [name, `throughline ${name}`])),
  engines: { node: '>=20' },
}

const NAME = 'throughline'

/**
 * The text with the dependency; every other byte stays. One without scripts of its own gets ours.
 *
 * @param text undefined where there is no file yet
 * @param dependency `file:vendor/throughline-1.2.3.tgz`, or an address
 * @throws UsageError where the text is no JSON of a package
 */
export function withTool(text: string | undefined, dependency: string): string {
  const { scripts, engines, private: isPrivate } = WHOLE
  const dependencies = { [NAME]: dependency }
  if (text === undefined)
    return `${JSON.stringify({ private: isPrivate, scripts, dependencies, engines }, null, 2)}\n`
  const root = rootOf(text)
  const found = toolIn(root)
  const lacking = root.has('scripts')
    ? []
    : Object.entries(WHOLE).filter(([name]) => !root.has(name))
  if (found) {
    const [start, end] = found.range
    const edited = text.slice(0, start) + JSON.stringify(dependency) + text.slice(end)
    return insertInto(rootOf(edited), lacking, edited)
  }
  const others = root.get('dependencies')
  if (!isMap(others)) return insertInto(root, [...lacking, ['dependencies', dependencies]], text)
  const edited = insertInto(others, Object.entries(dependencies), text)
  return insertInto(rootOf(edited), lacking, edited)
}

/** On what a package depends as its tool; undefined where it does not. */
export function toolOf(text: string): string | undefined {
  return toolIn(rootOf(text))?.value
}

interface Found {
  readonly value: string
  /** 0-based offsets of the value, its quotes too. */
  readonly range: readonly [number, number]
}

function toolIn(root: YAMLMap): Found | undefined {
  for (const name of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    const group = root.get(name)
    const node = isMap(group) ? group.get(NAME, true) : undefined
    if (isScalar(node) && typeof node.value === 'string' && node.range)
      return { value: node.value, range: [node.range[0], node.range[1]] }
  }
  return undefined
}

/** JSON is YAML, of which the reader knows where each value stands. */
function rootOf(text: string): YAMLMap {
  const { contents } = parseDocument(text, { uniqueKeys: false })
  if (isJson(text) && isMap(contents)) return contents
  throw new UsageError('Unexpected package.json that is no JSON object, expected it to be mended.')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''))
    return true
  } catch {
    return false
  }
}

// Matches the end of the line on which a key stands, and what it is indented by: '\r\n\t'.
const RE_LINE = /(\r?\n)([ \t]*)$/

/** Puts fields behind the last one, in lines of their own where the others have some. */
function insertInto(
  map: YAMLMap,
  fields: readonly (readonly [name: string, value: unknown])[],
  text: string,
): string {
  const [from, to] = map.range ?? [0, 0]
  if (fields.length === 0) return text
  const last = map.items.at(-1)
  if (!last) {
    const made = JSON.stringify(Object.fromEntries(fields), null, 2)
    return text.slice(0, from) + made + text.slice(to)
  }
  const { key, value } = last as { key: Ranged; value: Ranged }
  const [, newline, indent = ''] = RE_LINE.exec(text.slice(from, key.range[0])) ?? []
  const made = fields.map(([name, field]) => {
    const words = `${JSON.stringify(name)}: ${JSON.stringify(field, null, newline ? indent : undefined)}`
    return newline ? newline + indent + words.replaceAll('\n', newline + indent) : ` ${words}`
  })
  const end = value.range[1]
  return `${text.slice(0, end)},${made.join(',')}${text.slice(end)}`
}

/** What the reader knows of every key and value of JSON. */
interface Ranged {
  readonly range: readonly [start: number, end: number, next: number]
}
