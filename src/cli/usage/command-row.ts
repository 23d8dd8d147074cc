/** What there is to say of a command: the row that help, errors and the manual are made from. */
import type { OptionName, OptionRow, Options } from './options.ts'

/** Where lines for standard output go. */
export type Print = (words: string) => void

/** A command, or one of a group: `build`, `new sprint`. */
export interface CommandRow extends Described {
  /** What rows have in common of which help names the words alone. */
  readonly alike?: string
  /** What is typed besides options, in this order. */
  readonly words?: readonly WordRow[]
  readonly options: readonly OptionName[]
  /** Those of the options that must be given. */
  readonly needs?: readonly OptionName[]
  /** What is other than usual with its option `out`. */
  readonly out?: Partial<OptionRow>
  /** Whether private notes are in what it writes. */
  readonly isPrivate?: boolean
  /** Resolves to the exit code. Its code is loaded when it runs: Astro alone takes a while. */
  readonly run: (options: Options, words: readonly string[], print: Print) => Promise<number>
}

/** Commands of which one is named after the first word: `export pptx`. */
export interface CommandGroup extends Described {
  readonly commands: Readonly<Record<string, CommandRow>>
}

/** A row of the table of commands: one command, or several that share a first word. */
export type Command = CommandRow | CommandGroup

interface Described {
  /** An order, without a full stop: `build the case`. */
  readonly summary: string
  /** What it leaves behind; absent where it only says something. */
  readonly writes?: string
  /** What may be typed behind the name of the program; the first is shown in errors. */
  readonly examples: readonly [string, ...string[]]
}

/** Words that are typed besides options. */
export interface WordRow {
  /** `FILE`, `"TEXT"`. */
  readonly name: string
  /** `text`: all that are left, as one text: words that nobody put in quotes come one by one. */
  readonly count: 'one' | 'optional' | 'many' | 'any' | 'text'
  /** What is expected: `a folder for the new case`. */
  readonly expected: string
  /** All that it can be. */
  readonly values?: readonly string[]
  readonly pattern?: RegExp
  /** Whether it is resolved to an absolute path. */
  readonly isPath?: boolean
}

/** A row whose `run` has the options that must be given as text: who reads what was typed sees to it. */
export function rowWith<Needed extends 'since' | 'to'>(
  needs: readonly Needed[],
  row: Omit<CommandRow, 'needs' | 'run'> & {
    readonly run: (
      options: Options & Readonly<Record<Needed, string>>,
      words: readonly string[],
      print: Print,
    ) => Promise<number>
  },
): CommandRow {
  return { ...row, needs, run: row.run as CommandRow['run'] }
}
