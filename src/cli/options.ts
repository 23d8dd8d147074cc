/** What someone typed after a command, read and checked. */

import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type ChangeFormat, changeFormats } from '../core/changes/format.ts'
import { type Audience, audiences } from '../core/model/audience.ts'
import { nearest } from '../core/text/nearest.ts'
import { defaultCase, defaultOut, internalOut, shown, typedIn } from '../node/read/paths.ts'
import { type Format, formats } from '../node/report/format.ts'
import { UsageError } from '../node/report/usage-error.ts'

interface OptionRow {
  /** What follows it; absent for one that stands alone. */
  readonly value?: string
  readonly meaning: string
}

/** Every option that some command takes. */
export const options = {
  case: { value: 'DIR', meaning: 'the case folder (default: slides)' },
  out: { value: 'DIR', meaning: 'the folder to write (default: dist)' },
  audience: { value: 'NAME', meaning: `${audiences.join(' or ')} (default: public)` },
  base: { value: '/path/', meaning: 'the address under which it is served (default: /)' },
  port: { value: 'NUMBER', meaning: 'the first port to try (default: 4321)' },
  format: {
    value: 'NAME',
    meaning: `${formats.join(', ')}; of changes ${changeFormats.join(', ')} (default: text)`,
  },
  since: { value: 'REF|DATE', meaning: 'a receipt, tag, commit, or a day such as 2020-03-02' },
  pdf: { value: 'FILE', meaning: 'a PDF to check, in place of the case' },
  weakest: { meaning: 'rank the claims that a sponsor will attack first' },
  'no-open': { meaning: 'print addresses, and open no window' },
  links: { meaning: 'ask whether the web pages to which the case leads are there' },
  fit: { meaning: 'prove in a browser that every slide fits, in each theme' },
} as const satisfies Readonly<Record<string, OptionRow>>

export type OptionName = keyof typeof options

/** Options with their defaults filled in. */
export interface Options {
  /** Absolute path. */
  readonly case: string
  /** Absolute path. */
  readonly out: string
  readonly audience: Audience
  /** Starts and ends with a slash. */
  readonly base: string
  readonly port: number
  readonly format: Format
  /** How changes are told. */
  readonly changeFormat: ChangeFormat
  /** What changes are counted from, as typed. */
  readonly since: string | undefined
  /** Absolute path of a PDF to check in place of the case. */
  readonly pdf: string | undefined
  readonly weakest: boolean
  /** Whether a browser is opened. */
  readonly open: boolean
  readonly fit: boolean
  readonly links: boolean
}

/** `/`, `/prototype/`, `prototype`: words, dots and dashes between slashes. */
const RE_BASE = /^\/?(?:[\w.~-]+\/)*[\w.~-]*$/

/**
 * Reads what follows a command.
 * @param allowed The options which this command takes.
 * @param where `from`: the folder from which relative paths count; `out`: the output if none is typed.
 * @throws UsageError for anything that the command does not take.
 */
export function parseOptions(
  args: readonly string[],
  allowed: readonly OptionName[],
  { from = typedIn(), out = defaultOut }: { from?: string; out?: string | undefined } = {},
): Options {
  const typed = readTyped(args, allowed)
  const audience = parseName('audience', typed.audience ?? 'public', audiences)
  return {
    case: typed.case === undefined ? defaultCase : resolve(from, typed.case),
    out: outFor(audience, typed.out === undefined ? undefined : resolve(from, typed.out), out),
    audience,
    base: parseBase(typed.base ?? '/'),
    port: parsePort(typed.port ?? '4321'),
    // One option, which takes other names where changes are told.
    ...(allowed.includes('since')
      ? { format: 'text', changeFormat: parseName('format', typed.format ?? 'text', changeFormats) }
      : { format: parseName('format', typed.format ?? 'text', formats), changeFormat: 'text' }),
    since: typed.since,
    pdf: typed.pdf === undefined ? undefined : resolve(from, typed.pdf),
    weakest: typed.weakest !== undefined,
    open: typed['no-open'] === undefined,
    fit: typed.fit !== undefined,
    links: typed.links !== undefined,
  }
}

/**
 * What is internal never goes where the public output goes.
 * @throws UsageError where someone would have it there.
 */
function outFor(audience: Audience, typed: string | undefined, usual: string): string {
  const out = typed ?? usual
  if (audience === 'public' || !`${out}/`.startsWith(`${defaultOut}/`)) return out
  if (typed === undefined) return internalOut
  throw new UsageError(
    `Unexpected --out ${shown(out)} for what is internal, since it is there to be published; ` +
      `expected another folder, such as ${shown(internalOut)}.`,
  )
}

type Typed = Partial<Record<OptionName, string>>

function readTyped(args: readonly string[], allowed: readonly OptionName[]): Typed {
  const config = Object.fromEntries(
    allowed.map((name) => [name, { type: followedBy(name) ? 'string' : 'boolean' } as const]),
  )
  const { tokens } = parseArgs({
    args: [...args],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const typed: Typed = {}
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') throw new UsageError(unexpected(token.value, allowed))
    const name = allowed.find((option) => option === token.name)
    if (name === undefined) throw new UsageError(unexpected(token.rawName, allowed))
    typed[name] = readValue(name, token)
  }
  return typed
}

/** `''` for an option that stands alone. */
function readValue(name: OptionName, { value, inlineValue }: Value): string {
  const expected = followedBy(name)
  if (expected === undefined) {
    if (value === undefined) return ''
    throw new UsageError(`Unexpected ${value} after --${name}; expected nothing.`)
  }
  if (value && (inlineValue || !value.startsWith('-'))) return value
  throw new UsageError(`Expected ${expected} after --${name}.`)
}

/** What parseArgs says of an option's value; it is inline after an equals sign. */
interface Value {
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function followedBy(name: OptionName): string | undefined {
  const row: OptionRow = options[name]
  return row.value
}

function unexpected(word: string, allowed: readonly OptionName[]): string {
  if (!word.startsWith('-')) return `Unexpected ${word}; expected options only.`
  const names = allowed.map((name) => `--${name}`)
  const [near] = nearest(word, names, 1)
  return `Unknown option ${word}; expected ${near ?? 'no options'}.`
}

function parseBase(typed: string): string {
  const parts = typed.split('/').filter(Boolean)
  if (!RE_BASE.test(typed) || parts.some((part) => /^\.+$/.test(part)))
    throw new UsageError(`Unexpected --base ${typed}; expected a path such as /prototype/.`)
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`
}

function parsePort(typed: string): number {
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN
  if (port <= 65_535) return port
  throw new UsageError(`Unexpected --port ${typed}; expected a number from 0 to 65535.`)
}

function parseName<Name extends string>(
  option: OptionName,
  typed: string,
  names: readonly Name[],
): Name {
  const name = names.find((one) => one === typed)
  if (name) return name
  const [near] = nearest(typed, names, 1)
  throw new UsageError(
    `Unknown --${option} ${typed}; expected ${near}, one of ${names.join(', ')}.`,
  )
}
