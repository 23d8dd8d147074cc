/** Front matter of other tools: fields that a case knows stay, the others become a comment. */
import { parseDocument, stringify } from 'yaml'
import { frontMatterSchema, readFrontMatter } from '../settings/front-matter.ts'
import { parseWords } from '../settings/yaml-words.ts'
import { commentOf } from './escape.ts'
import { markingIn } from './marking.ts'

interface ForeignFrontMatter {
  /** Offset of the first character after it. */
  readonly end: number
  /** Its replacement. */
  readonly text: string
  readonly title?: string
  /** What in it says that the file is not for everyone: it stays inside. */
  readonly marking?: string
}

// Match the line before YAML at the start of a file, and the line behind it: "---", "...".
const YAML = [/^---[ \t]*\r?\n/, /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m] as const
// Match those of TOML: "+++".
const TOML = [/^\+\+\+[ \t]*\r?\n/, /^\+\+\+[ \t]*(?:\r?\n|$)/m] as const
// Matches the title block of Pandoc: lines that start with "%".
const RE_PERCENT = /^% .*\r?\n(?:%.*\r?\n){0,2}/
// Matches "title: x" at the start of a line.
const RE_FIELD = /^[\w.-]+[ \t]*:(?:\s|$)/m
// Matches the title in TOML.
const RE_TOML_TITLE = /^title[ \t]*=[ \t]*(["'])(.*?)\1[ \t]*\r?$/m

/** Reads YAML, TOML or Pandoc front matter. Returns `undefined` where the text has none. */
export function readForeignFrontMatter(text: string, eol: string): ForeignFrontMatter | undefined {
  const front = readAny(text, eol)
  if (!front || front.text === text.slice(0, front.end)) return front
  // The replacement ends in an empty line already.
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text.slice(front.end))?.[0].length ?? 0
  return { ...front, end: front.end + blank }
}

function readAny(text: string, eol: string): ForeignFrontMatter | undefined {
  const yaml = between(text, YAML)
  if (yaml) return fromYaml(yaml.whole, yaml.block, eol)
  const toml = between(text, TOML)
  if (toml) {
    const title = RE_TOML_TITLE.exec(toml.block)?.[2]
    return mended(toml.whole, toml.block, { known: title ? { title } : {}, eol })
  }
  const percent = RE_PERCENT.exec(text)
  if (!percent) return undefined
  const lines = percent[0].split(/\r?\n/).map((line) => line.replace(/^%\s?/, ''))
  const title = lines[0]?.trim()
  return mended(percent[0], lines.join('\n'), { known: title ? { title } : {}, eol })
}

function between(
  text: string,
  [open, close]: readonly [RegExp, RegExp],
): { readonly whole: string; readonly block: string } | undefined {
  const start = open.exec(text)?.[0].length
  if (start === undefined) return undefined
  const rest = text.slice(start)
  const end = close.exec(rest)
  if (!end) return undefined
  const block = rest.slice(0, end.index)
  return { whole: text.slice(0, start + end.index + end[0].length), block }
}

function fromYaml(whole: string, block: string, eol: string): ForeignFrontMatter | undefined {
  const document = parseDocument(block, {
    ...{ logLevel: 'silent', prettyErrors: false, stringKeys: true },
  })
  const value = plainValueOf(document)
  parseWords(frontMatterSchema, value, document)
  const isEmpty = block.trim() === ''
  if (!isEmpty && !isRecord(value) && !RE_FIELD.test(block)) return undefined
  if (isEmpty) return { end: whole.length, text: '' }
  const known = isRecord(value) ? knownIn(value) : {}
  const title = typeof known.title === 'string' ? { title: known.title } : {}
  const isOurs = isRecord(value) && Object.keys(known).length === Object.keys(value).length
  if (isOurs && readFrontMatter(whole, '').findings.length === 0)
    return { end: whole.length, text: whole, ...title }
  return mended(whole, block, { known, eol })
}

/** The fields as plain values; `undefined` where they can't be read. */
function plainValueOf(document: ReturnType<typeof parseDocument>): unknown {
  if (document.errors.length > 0) return undefined
  try {
    return document.toJS()
  } catch {
    return undefined // "*words*" refers to an anchor that nothing sets
  }
}

function mended(
  whole: string,
  block: string,
  { known, eol }: { known: Readonly<Record<string, unknown>>; eol: string },
): ForeignFrontMatter {
  const marking = markingIn(block.split('\n').flatMap((line) => [line, line.replace(RE_NAME, '')]))
  const kept = marking === undefined ? known : { ...known, audience: 'internal' }
  const fields = Object.keys(kept).length > 0 ? `---\n${stringify(kept)}---\n\n` : ''
  const comment = `${commentOf(` front matter:\n${block.replace(/\r\n?/g, '\n').trim()}\n`)}\n\n`
  const title = typeof known.title === 'string' ? { title: known.title } : {}
  const marked = marking === undefined ? {} : { marking }
  return { end: whole.length, text: (fields + comment).replaceAll('\n', eol), ...title, ...marked }
}

// Matches `visibility: "` and the mark behind a value.
const RE_NAME = /^\s*[\w.-]+\s*[:=]\s*["'[]?|["'\],]+\s*$/g

/** The fields whose names and values are allowed in a case. */
function knownIn(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { shape } = frontMatterSchema
  return Object.fromEntries(
    Object.entries(value).filter(
      ([name, field]) =>
        Object.hasOwn(shape, name) && shape[name as keyof typeof shape].safeParse(field).success,
    ),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
