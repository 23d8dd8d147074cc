/** What `--help` says, of all commands and of one: a screen of 80 columns each. */
import { commandLine } from '../../node/report/command-line.ts'
import type { Command, CommandGroup, CommandRow, WordRow } from './command-row.ts'
import { type OptionRow, options, usageOf } from './options.ts'
import { pick } from './parse.ts'

/** What the end of a command means to a shell. */
export const exitCodes: Readonly<Record<number, ExitCode>> = {
  0: {
    short: 'done',
    meaning: 'It is done. The case has no errors; it may have warnings, and advice',
  },
  1: {
    short: 'failed, or case with errors',
    meaning:
      'The case, or a PDF that was checked, has errors. Or something failed or is missing, such as a browser. Standard error, or the last line, says what',
  },
  2: {
    short: 'not understood, or no case',
    meaning:
      'What was typed cannot be meant, or there is no case there. Nothing was done or written; one line on standard error says what was expected',
  },
}

interface ExitCode {
  /** For one line with the others. */
  readonly short: string
  readonly meaning: string
}

/**
 * Help for what was typed, as lines.
 * @param words Names of a command, if any: `[]`, `['build']`, `['new', 'sprint']`.
 * @throws UsageError where there is no such command.
 */
export function helpFor(
  [name, part]: readonly string[],
  commands: Readonly<Record<string, Command>>,
): string {
  if (name === undefined) return helpForAll(commands)
  const command = pick(name, commands)
  if (!('commands' in command)) return helpForRow(name, command)
  if (part === undefined) return helpForGroup(name, command)
  return helpForRow(`${name} ${part}`, pick(part, command.commands, name))
}

/** What is typed: `import FILE|DIR … --to DIR [OPTIONS]`. */
export function usage(
  name: string,
  { words = [], needs = [], options: taken }: CommandRow,
): string {
  const more = taken.length > needs.length ? ['[OPTIONS]'] : []
  return [name, ...words.map(usageOfWord), ...needs.map((need) => usageOf(need)), ...more].join(' ')
}

/** What an option means, with all that may follow it. */
function meaningOf({ meaning, values }: OptionRow): string {
  return values ? `${meaning}: ${values.join(', ')}` : meaning
}

function helpForAll(commands: Readonly<Record<string, Command>>): string {
  return [
    `Usage: ${commandLine('COMMAND …')}`,
    '',
    ...columns(Object.entries(commands).map(([name, { summary }]) => [name, summary])),
    '',
    `Options and examples of one: ${commandLine('COMMAND --help')}`,
    exits(),
  ].join('\n')
}

function helpForGroup(name: string, group: CommandGroup): string {
  const all = Object.entries(group.commands)
  const own = all.filter(([, { alike }]) => alike === undefined)
  const parts = own.map(([part, { words = [], summary }]) => {
    return [[part, ...words.map(usageOfWord)].join(' '), summary] as const
  })
  return [
    `Usage: ${commandLine(`${name} WORD …`)}`,
    '',
    `${sentence(group.summary)}. WORD is one of:`,
    ...columns([...parts, ...alikeOf(all)]),
    '',
    `Options of one: ${commandLine(`${name} WORD --help`)}`,
    ...ends(group),
  ].join('\n')
}

/** Words that do the same for things of different kinds, in as few lines as hold their names. */
function alikeOf(all: readonly (readonly [string, CommandRow])[]): readonly [string, string][] {
  const groups = Map.groupBy(
    all.filter(([, { alike }]) => alike !== undefined),
    ([, { alike = '' }]) => alike,
  )
  return [...groups].flatMap(([summary, rows]) => {
    const lines: string[] = []
    for (const [index, [name]] of rows.entries()) {
      const word = index < rows.length - 1 ? `${name}, ` : name
      if (lines.length > 0 && `${lines.at(-1)}${word}`.trim().length <= NAMES)
        lines.push(lines.pop() + word)
      else lines.push(word)
    }
    const words = (rows[0]?.[1].words ?? []).map(usageOfWord)
    return [summary, ...lines.map((line) => line.trim())].map((line, index): [string, string] => [
      index === 0 ? ['KIND', ...words].join(' ') : '',
      index === 0 ? `${line}. KIND is one of:` : line,
    ])
  })
}

/** As many letters of names stand in a line, beside what is typed. */
const NAMES = 50

function helpForRow(name: string, row: CommandRow): string {
  const words = (row.words ?? []).map((word) => [word.name, word.expected] as const)
  const described = row.options.map((option) => {
    const own: OptionRow = { ...options[option], ...(option === 'out' ? row.out : {}) }
    const usual = own.standard === undefined ? '' : ` (${own.standard})`
    return [usageOf(option, own), meaningOf(own) + usual] as const
  })
  return [
    `Usage: ${commandLine(usage(name, row))}`,
    '',
    `${sentence(row.summary)}.`,
    ...columns([...words, ...described]),
    '',
    ...ends(row),
  ].join('\n')
}

function usageOfWord({ name, count }: WordRow): string {
  if (count === 'optional') return `[${name}]`
  if (count === 'any') return `[${name} …]`
  return count === 'many' ? `${name} …` : name
}

function ends({ writes, examples }: Command): readonly string[] {
  return [
    ...(writes === undefined ? [] : [`Writes ${writes}.`]),
    'Examples:',
    ...examples.map((example) => `  ${commandLine(example)}`),
    exits(),
  ]
}

function exits(): string {
  const all = Object.entries(exitCodes).map(([code, { short }]) => `${code} ${short}`)
  return `Exit codes: ${all.join('; ')}`
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

function sentence(words: string): string {
  return `${words[0]?.toUpperCase()}${words.slice(1)}`
}
