/**
 * Entries of a file of feedback in YAML. A team edits such a file by hand: what it has written stays as
 * it is, its comments and the order of its fields too.
 */
import { type Document, isMap, isNode, isSeq, parseDocument, stringify, type YAMLError } from 'yaml'
import { z } from 'zod'
import { mendYaml } from '../settings/yaml-mend.ts'
import { repeatedIn } from '../settings/yaml-repeated.ts'
import { parseWords } from '../settings/yaml-words.ts'

/** What a text says, or where it can't be read (a 0-based offset) and why. */
type ReadEntries =
  | { readonly value: unknown; readonly offsetOf: (entry: number) => number }
  | { readonly brokenAt: number; readonly reason: string; readonly mend?: string }

type Entry = Readonly<Record<string, unknown>>

// Names are compared with a quick look of our own: the reader compares each with each other one.
// "<<" takes over the fields of another entry: "confidential" may be among them.
const READING = {
  merge: true,
  stringKeys: true,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
} as const

/** A question stands on one line, however long it is. */
const WRITING = { lineWidth: 0 } as const

const words = z.string().nullish()

/** Fields that are words, also where they look like a number or a date: `title: 2030`. */
const written = z.array(
  z.looseObject({
    ...{ id: words, title: words, about: words, body: words, state: words, createdAt: words },
    ...{ question: words, name: words, next: words, owner: words, due: words },
  }),
)

/** Reads what somebody wrote, or we did. A file without entries is an empty list. */
export function readYamlEntries(text: string): ReadEntries {
  const document = parseDocument(text, READING)
  const [broken] = document.errors
  if (broken) return faultOf(broken, text)
  const twice = repeatedIn(document)
  if (twice !== undefined) return { brokenAt: twice, reason: 'A name stands twice in one entry' }
  try {
    const value: unknown = document.toJS() ?? []
    // It puts words into the value, whatever else is wrong with it.
    parseWords(written, value, document)
    return { value, offsetOf: (entry) => offsetIn(document, entry) }
  } catch (error) {
    return { brokenAt: 0, reason: error instanceof Error ? error.message : String(error) }
  }
}

/** What is wrong, and what to do, without words of the file: they may be for the team alone. */
function faultOf({ code, pos: [brokenAt], message }: YAMLError, text: string): ReadEntries {
  if (code === 'MULTIPLE_DOCS')
    return { brokenAt, reason: 'A second list begins here', mend: 'Delete the line "---"' }
  const [reason = ''] = message.split(': ')
  const from = text.lastIndexOf('\n', brokenAt - 1) + 1
  const [line = ''] = text.slice(from).split(/\r?\n/)
  const [mend] = mendYaml(line, reason)?.split(': ') ?? []
  return { brokenAt, reason, ...(mend ? { mend } : {}) }
}

function offsetIn({ contents }: Document, entry: number): number {
  const found = isSeq(contents) ? contents.items[entry] : undefined
  return (isNode(found) && found.range?.[0]) || 0
}

// Where an entry of our own form starts: a dash at the start of a line.
const RE_ENTRY = /^(?=- )/m

// Matches what may refer to another entry: "*words".
const RE_ALIAS = /(?:^|[\s,[{])\*\S/m

/**
 * The text of a file with these entries: those that it had, as they are now, and then new ones. Entries
 * that are the same are not touched.
 *
 * @param text what the file had; `''` for none
 * @param before its entries, as they were read
 */
export function writeYamlEntries(
  text: string,
  before: readonly object[],
  after: readonly object[],
): string {
  const parts = text.split(RE_ENTRY)
  const head = parts[0]?.startsWith('- ') ? '' : (parts.shift() ?? '')
  // In a form of the team's own, such as `[{ title: … }]`, entries cannot be told apart without reading all.
  if (parts.length !== before.length || RE_ALIAS.test(text)) return rewritten(text, before, after)
  const now = parts.map((part, at) =>
    rewritten(part, before.slice(at, at + 1), after.slice(at, at + 1)),
  )
  const fresh = after.slice(before.length)
  const all = [head, ...now].join('')
  const end = all === '' || all.endsWith('\n') ? '' : '\n'
  return fresh.length === 0 ? all : `${all}${end}${stringify(fresh, WRITING)}`
}

function rewritten(text: string, before: readonly object[], after: readonly object[]): string {
  if (isSame(before, after)) return text
  // Lines left blank before the next entry are no part of this one.
  const [blank = ''] = /\n*$/.exec(text) ?? []
  const document = parseDocument(text.slice(0, text.length - blank.length), READING)
  if (!isSeq(document.contents)) return stringify(after, WRITING)
  for (const [at, entry] of after.entries()) {
    const old = before[at] as Entry | undefined // none for a new one
    if (old) change(document, [at, old, entry as Entry])
    else document.add(document.createNode(entry))
  }
  return document.toString(WRITING).trimEnd() + (blank || '\n')
}

function change(document: Document, [at, before, after]: readonly [number, Entry, Entry]): void {
  // One that refers to another gets words of its own.
  if (!isMap(document.getIn([at], true))) {
    document.setIn([at], document.createNode(after))
    return
  }
  for (const name of Object.keys(before)) if (!(name in after)) document.deleteIn([at, name])
  for (const [name, value] of Object.entries(after))
    if (!isSame(before[name], value)) document.setIn([at, name], value)
}

/** Whether two plain values are the same. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
