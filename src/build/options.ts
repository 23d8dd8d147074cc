/** What someone typed after a command, read and checked. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { nearest } from '../core/nearest.ts'
import { defaultCase, defaultOut, typedIn } from './paths.ts'

/** What was typed cannot be meant; the message is the one line to show. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Every option that some command takes, with what follows it. */
export const options = {
  case: { value: 'DIR', meaning: 'the case folder (default: slides)' },
  out: { value: 'DIR', meaning: 'the folder to write (default: dist)' },
  base: { value: '/path/', meaning: 'the address under which it is served (default: /)' },
  port: { value: 'NUMBER', meaning: 'the first port to try (default: 4321)' },
} as const

export type OptionName = keyof typeof options

/** Options with their defaults filled in. */
export interface Options {
  /** Absolute path. */
  readonly case: string
  /** Absolute path. */
  readonly out: string
  /** Starts and ends with a slash. */
  readonly base: string
  readonly port: number
}

/** `/`, `/prototype/`, `prototype`: words, dots and dashes between slashes. */
const RE_BASE = /^\/?(?:[\w.~-]+\/)*[\w.~-]*$/

/**
 * Reads what follows a command.
 * @param allowed The options which this command takes.
 * @param from Folder from which relative paths count.
 * @throws UsageError for anything that the command does not take.
 */
export function parseOptions(
  args: readonly string[],
  allowed: readonly OptionName[],
  from = typedIn(),
): Options {
  const typed = readTyped(args, allowed)
  return {
    case: typed.case === undefined ? defaultCase : resolve(from, typed.case),
    out: typed.out === undefined ? defaultOut : resolve(from, typed.out),
    base: parseBase(typed.base ?? '/'),
    port: parsePort(typed.port ?? '4321'),
  }
}

type Typed = Partial<Record<OptionName, string>>

function readTyped(args: readonly string[], allowed: readonly OptionName[]): Typed {
  const config = Object.fromEntries(allowed.map((name) => [name, { type: 'string' as const }]))
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
    if (!token.value || (!token.inlineValue && token.value.startsWith('-')))
      throw new UsageError(`Expected ${options[name].value} after --${name}.`)
    typed[name] = token.value
  }
  return typed
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
