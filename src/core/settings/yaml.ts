/** YAML by a schema: its value, or faults with their places. */

import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Node as YamlNode,
} from 'yaml'
import { z } from 'zod'
import { findingOf } from '../findings/finding-of.ts'
import type { Place } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import { findConflicts } from '../syntax/conflicts.ts'
import { lineAt, lineStarts } from '../text/lines.ts'
import { nearest } from '../text/nearest.ts'
import { fieldsAt } from './schema-fields.ts'
import { mendYaml } from './yaml-mend.ts'
import { repeatedIn } from './yaml-repeated.ts'
import { parseWords } from './yaml-words.ts'

/**
 * Reads YAML by a schema; faults are findings. Where nothing is written, the value is `empty`; `of` gives
 * what of it the schema is for.
 */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  start: { file: string; line: number; empty?: unknown; of?: (value: unknown) => unknown },
): { value?: z.infer<Schema>; findings: readonly Finding[] } {
  // Of the head of a file, whoever reads the file says it.
  const conflicts = findConflicts(text, start.file)
  if (conflicts.length > 0) return { findings: start.line === 1 ? conflicts : [] }
  const { document, lines } = parseQuickly(text)
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file: start.file, line: line + start.line - 1, column: col }
  }
  const unreadable = (offset: number, reason: string): Finding => {
    const [line, at] = lineToMend(text, offset, reason)
    // Behind a fault, the reader does not count all lines.
    const place =
      at === offset
        ? placeAt(at)
        : { file: start.file, line: lineAt(lineStarts(text), at) + start.line, column: 1 }
    const message = `Unexpected YAML, expected it to be readable: ${reason}`
    return offSchema(place, message, mendYaml(line, reason))
  }
  const [broken] = document.errors
  if (broken) {
    const { line, col } = lines.linePos(Math.max(0, broken.pos[0]))
    const where = ` at line ${line}, column ${col}:`
    const [reason = ''] = `${plainly(broken.message)}${where}`.split('\n')
    return { findings: [unreadable(broken.pos[0], reason)] }
  }
  const twice = repeatedIn(document)
  if (twice !== undefined) {
    return { findings: [unreadable(twice, 'Map keys must be unique')] }
  }
  const [value, fault] = plainValueOf(document)
  if (fault !== undefined) {
    return { findings: [unreadable(document.contents?.range?.[0] ?? 0, fault)] }
  }
  const parsed = parseWords(schema, (start.of ?? same)(value ?? start.empty ?? {}), document)
  if (parsed.success) return { value: parsed.data, findings: [] }
  const faults = parsed.error.issues.map(nearestOf).flatMap((issue) => {
    const extras = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
    return extras.map((extra) => ({ issue, extra }))
  })
  const findings = faults.slice(0, MOST_FAULTS).map(({ issue, extra }) => {
    const path = extra === undefined ? issue.path : [...issue.path, extra]
    const place = placeAt(offsetOf(document.contents, path))
    const about = { path: path.join('.'), extra, schema }
    return offSchema(place, messageOf(issue, about), mendOf(issue, about))
  })
  const more = faults.length - findings.length
  const last = findings.at(-1)
  if (more === 0 || !last) return { findings }
  const message = `Unexpected content after it: ${more} more faults, expected none: mend the first ones`
  return { findings: [...findings, offSchema(last.place, message)] }
}

/** Of a value that may be of several kinds: what is wrong with it as the kind that it is of. */
function nearestOf(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union' || issue.message !== 'Invalid input') return issue
  const [inner] = issue.errors.find((of) => of.every(({ code }) => code !== 'invalid_type')) ?? []
  return inner ? nearestOf({ ...inner, path: [...issue.path, ...inner.path] }) : issue
}

function same(value: unknown): unknown {
  return value
}

interface Parsed {
  readonly document: ReturnType<typeof parseDocument>
  readonly lines: LineCounter
}

// Settings are read for what they say, for whom, and once for each file of a case.
const parsed = new Map<string, Parsed>()
const MOST_PARSED = 8
/** Characters. What is read of a longer text fills memory. */
const LONGEST_PARSED = 20_000

/** The reader compares each name with each other one, and copies a line for each fault: a long file has no time for that. */
function parseQuickly(text: string): Parsed {
  const known = parsed.get(text)
  if (known) return known
  const lines = new LineCounter()
  const quick = { logLevel: 'error', uniqueKeys: false, prettyErrors: false } as const
  const options = { ...quick, stringKeys: true }
  const fresh = { document: parseDocument(text, { ...options, lineCounter: lines }), lines }
  if (text.length > LONGEST_PARSED) return fresh
  if (parsed.size >= MOST_PARSED) parsed.clear()
  parsed.set(text, fresh)
  return fresh
}

/** Of more than these, nobody reads each. */
const MOST_FAULTS = 500

/** The value, or why there is none: `*words*` refers to something that is nowhere named. */
function plainValueOf(document: ReturnType<typeof parseDocument>): readonly [unknown, string?] {
  try {
    return [document.toJS()]
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return [undefined, plainly(message)]
  }
}

/** What the reader of YAML says in words of its own: of brackets within brackets, and of a list in front of a colon. */
function plainly(message: string): string {
  return message
    .replace(/^Maximum call stack size exceeded/, 'Nested too deeply')
    .replace(/^With stringKeys.*/, 'Only words may stand in front of a colon')
}

// Matches a field whose quotation mark or bracket is never closed: `ask: "Fund it`, `ask: [Fund it`.
const RE_OPEN = /^.*:[ \t]+(?:(["'])(?:(?!\1).)*|\[[^\]\n]*|\{[^}\n]*)$/gm

/** The line on which somebody has to write, and where it is: a closing sign is missed at the end of the file. */
function lineToMend(text: string, offset: number, reason: string): readonly [string, number] {
  const open = /^Missing closing|end with an? [\]}]/.test(reason)
    ? [...text.matchAll(RE_OPEN)].at(-1)
    : undefined
  if (open) return [open[0], open.index]
  const from = text.lastIndexOf('\n', offset - 1) + 1
  return [text.slice(from).split(/\r?\n|\r/)[0] ?? '', offset]
}

interface About {
  readonly path: string
  /** A field that is not known. */
  readonly extra: string | undefined
  readonly schema: z.ZodType
}

// Matches the fields by which other tools keep a page back.
const RE_UNPUBLISHED = /^(?:published|draft|unlisted|hidden|private)$/

/** What to do, in words for somebody who knows no schema. */
function mendOf(issue: z.core.$ZodIssue, { path, extra, schema }: About): string {
  if (path === '') return `Write ${shapeOf(schema)}`
  if (extra === undefined) {
    const expected = expectation(issue.message).replace(/, received \w+$/, '')
    const words = PLAIN[expected] ?? expected
    return issue.message.endsWith('received undefined')
      ? `Add "${path}:", with ${words}`
      : `Give "${path}" another value: ${words}`
  }
  if (RE_UNPUBLISHED.test(path))
    return `Write "audience: internal" for "${path}" if the file is not for everyone, or delete it`
  const known = fieldsAt(schema, issue.path)
  if (known.length === 0) return `Delete "${path}": there is no such field`
  return `Write ${nearest(extra, known, 2).join(' or ')} for "${path}", or delete it: there is no such field`
}

/** Types, as somebody calls them who writes no programs. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ boolean: 'true or false', number: 'a number', string: 'words', int: 'a whole number' },
  ...{ array: 'a list', object: 'fields below it', record: 'names and values below it' },
}

function messageOf(issue: z.core.$ZodIssue, { path, extra, schema }: About): string {
  if (path === '') return `Unexpected content, expected ${shapeOf(schema)}`
  if (extra === undefined)
    return `Unexpected value of "${path}", expected ${expectation(issue.message)}`
  const known = fieldsAt(schema, issue.path)
  const hint = known.length > 0 ? nearest(extra, known, 2).join(' or ') : 'a known one'
  return `Unexpected field "${path}", expected ${hint}`
}

function shapeOf(schema: z.ZodType): string {
  if (!(schema instanceof z.ZodArray)) return 'fields: "name: value", one a line'
  return `a list, whose entries start with "- " and have ${fieldsAt(schema, [0]).join(', ')}`
}

function expectation(message: string): string {
  return message
    .replace(/^Invalid (?:input|option): expected /i, '')
    .replace(/^Invalid ISO date$/, 'a date like 2020-03-31')
    .replace(/^Too small: expected (?:number|int) to be >=?/, 'a number of at least ')
    .replace(/^Too big: expected (?:number|int) to be <=?/, 'a number of at most ')
    .replace(/^Too small: expected string to have >=1 .*/, 'words')
    .replace(/^Too small: expected array to have >=1 .*/, 'a list that is not empty')
    .replace(/^Invalid /, 'a valid ')
    .replaceAll('"|"', ', ')
    .replaceAll('"', '')
}

/** Words in YAML, as they are read: escapes and line ends are no more. */
interface YamlWords {
  /** Names of the maps around them, and their own. */
  readonly path: readonly string[]
  /** Whether they are the name of a field, and not its value. */
  readonly isName: boolean
  readonly words: string
  /** 1-based. */
  readonly line: number
}

/** All names and values of YAML in order; `[]` where it cannot be read. */
export function wordsInYaml(text: string): readonly YamlWords[] {
  const { document, lines } = parseQuickly(text)
  if (document.errors.length > 0) return []
  const found: YamlWords[] = []
  visit(document, {
    Scalar: (at, { value, range }, ancestors) => {
      const path = ancestors.flatMap((one) =>
        isPair(one) && isScalar(one.key) ? [String(one.key.value)] : [],
      )
      const isName = at === 'key'
      found.push({
        path,
        isName,
        words: String(value ?? ''),
        line: lines.linePos(range?.[0] ?? 0).line,
      })
    },
  })
  return found
}

/** Where a field stands, as in `case.yaml`; the deepest part of the path that exists. */
export function placeInYaml(text: string, file: string, path: readonly PropertyKey[]): Place {
  return placesInYaml(text, file)(path)
}

/** As `placeInYaml`, for many fields: the text is read once. */
export function placesInYaml(text: string, file: string): (path: readonly PropertyKey[]) => Place {
  const { document, lines } = parseQuickly(text)
  const { contents } = document
  return (path) => {
    const { line, col } = lines.linePos(offsetOf(contents, path))
    return { file, line, column: col }
  }
}

/** Where a path of keys starts in the YAML; the deepest part that exists. */
function offsetOf(contents: unknown, path: readonly PropertyKey[]): number {
  let node = contents as YamlNode | null
  let offset = node?.range?.[0] ?? 0
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(key),
      )
      if (!pair) return offset
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset
      node = pair.value as YamlNode | null
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key] as YamlNode | null
      offset = node?.range?.[0] ?? offset
    }
  }
  return offset
}

function offSchema(place: Place, message: string, mend?: string): Finding {
  return findingOf('off-schema', { message, place, ...(mend === undefined ? {} : { mend }) })
}
