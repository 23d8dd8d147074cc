/** What was typed, read by the table of commands. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { distance, nearest } from '../../core/text/nearest.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { UsageError } from '../../node/run/usage-error.ts'
import type { Command, CommandRow, WordRow } from './command-row.ts'

import {
  flagOf,
  type OptionName,
  type OptionRow,
  type Options,
  options,
  type TypedOptions,
  usageOf,
} from './options.ts'
import { optionsFrom } from './read-options.ts'

/** A command, and what was typed with it. */
interface ParsedCommand {
  readonly row: CommandRow
  readonly options: Options
  /** What its words say: one text of those that are one. */
  readonly words: readonly string[]
}

/**
 * Finds the command that is meant, and reads its options and words.
 * @param from The folder from which relative paths count.
 * @throws UsageError for what cannot be meant, with the nearest that can.
 */
export function parseCommand(
  args: readonly string[],
  commands: Readonly<Record<string, Command>>,
  from: string,
): ParsedCommand {
  const [name = '', ...rest] = args
  const command = pick(name, commands)
  if (!('commands' in command)) return readRow(command, rest, from)
  const rows = Object.values(command.commands)
  const known = [...new Set(rows.flatMap((row) => row.options))]
  const first = tokensOf(rest, known).find(({ kind }) => kind === 'positional')
  const at = first?.index ?? rest.length
  const row = pick(rest[at] ?? '', command.commands, name)
  return readRow(row, rest.toSpliced(at, 1), from)
}

/**
 * The command of that name.
 * @param group The word that stands before it, if any.
 */
export function pick<Row>(name: string, rows: Readonly<Record<string, Row>>, group?: string): Row {
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined
  if (row) return row
  const names = Object.keys(rows)
  const where = group === undefined ? '' : ` after ${group}`
  const all = `one of ${names.join(', ')}`
  if (name === '')
    throw new UsageError(
      `Expected ${group === undefined ? 'a command' : 'a word'}${where}, ${all}.`,
    )
  const what = group === undefined ? 'command ' : ''
  throw new UsageError(
    `Unknown ${what}${name}${where}; expected ${[...meant(name, names), all].join(', ')}.`,
  )
}

function readRow(row: CommandRow, args: readonly string[], from: string): ParsedCommand {
  const typed: TypedOptions = {}
  const words: string[] = []
  for (const token of tokensOf(args, row.options)) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      if (!row.words) throw new UsageError(`Unexpected ${token.value}; expected options only.`)
      words.push(token.value)
      continue
    }
    const name = row.options.find((option) => flagOf(option) === `--${token.name}`)
    if (name === undefined) throw new UsageError(unknownOption(token.rawName, row.options))
    typed[name] = readValue(name, token)
  }
  const read = readWords(row, words, from)
  for (const name of row.needs ?? [])
    if (typed[name] === undefined) throw missing(row, usageOf(name))
  return { row, words: read, options: optionsFrom(typed, from, row) }
}

function tokensOf(args: readonly string[], known: readonly OptionName[]) {
  const config = Object.fromEntries(
    known.map((name) => {
      const row: OptionRow = options[name]
      return [flagOf(name).slice(2), { type: row.value ? 'string' : 'boolean' } as const]
    }),
  )
  return parseArgs({
    args: [...args],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens
}

/** `''` for an option that stands alone. */
function readValue(name: OptionName, { value, inlineValue }: TypedValue): string {
  const { value: expected, isDashed }: OptionRow = options[name]
  if (expected === undefined) {
    if (value === undefined) return ''
    throw new UsageError(`Unexpected ${value} after ${flagOf(name)}; expected nothing.`)
  }
  if (value && (inlineValue || !value.startsWith(isDashed ? '--' : '-'))) return value
  throw new UsageError(`Expected ${expected} after ${flagOf(name)}.`)
}

/** What parseArgs says of an option's value; it is inline after an equals sign. */
interface TypedValue {
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function unknownOption(word: string, known: readonly OptionName[]): string {
  const flags = known.map(flagOf)
  const [near] = meant(word.replace(/^-(?=[^-])/, '--'), flags)
  const all = flags.length > 1 ? `one of ${flags.join(', ')}` : (flags[0] ?? 'no options')
  return `Unknown option ${word}; expected ${near ?? all}.`
}

/** The name that was most likely meant by what was typed: it begins so, or differs by a few letters. `[]` for none. */
function meant(typed: string, names: readonly string[]): readonly string[] {
  const isLike = (name: string) =>
    name.startsWith(typed) || distance(typed, name, true) <= Math.max(1, typed.length / 3)
  const near = [...nearest(typed, names, 1), ...names].filter(isLike)
  return near.slice(0, 1)
}

/** Shares the words out among those that the row names. */
function readWords(row: CommandRow, typed: readonly string[], from: string): readonly string[] {
  const left = [...typed]
  const read = (row.words ?? []).flatMap((word) => {
    const taken = left.splice(0, word.count === 'one' || word.count === 'optional' ? 1 : Infinity)
    const given = word.count === 'text' ? [taken.join(' ').trim()] : taken
    if (given.join('') === '' && word.count !== 'optional' && word.count !== 'any')
      throw missing(row, word.expected)
    for (const one of given) refuse(row, word, one)
    return word.isPath ? given.map((path) => resolve(from, path)) : given
  })
  if (left[0] === undefined) return read
  throw new UsageError(`Unexpected ${left[0]}; expected ${exampleOf(row)}`)
}

function refuse(
  row: CommandRow,
  { name, expected, values, pattern }: WordRow,
  typed: string,
): void {
  if (values && !values.includes(typed)) {
    const [near] = meant(typed, values)
    const other = `${expected}: ${commandLine(row.examples.at(-1) ?? '')}`
    throw new UsageError(
      `Unknown ${name.toLowerCase()} ${typed}; expected ${near ? `${near}.` : other}`,
    )
  }
  if (pattern && !pattern.test(typed))
    throw new UsageError(`Unexpected ${typed}; expected ${expected}: ${exampleOf(row)}`)
}

function missing(row: CommandRow, expected: string): UsageError {
  return new UsageError(`Expected ${expected}: ${exampleOf(row)}`)
}

function exampleOf({ examples: [example] }: CommandRow): string {
  return commandLine(example)
}
