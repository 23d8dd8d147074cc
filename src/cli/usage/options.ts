/** Every option that some command takes, and what a command gets of them. */

import { type ChangeFormat, changeFormats } from '../../core/changes/format.ts'
import { type Audience, audiences } from '../../core/model/audience.ts'
import { type Format, formats } from '../../node/report/format.ts'

/** What there is to say of an option. */
export interface OptionRow {
  /** What is typed, where another command has another option of that name. */
  readonly flag?: string
  /** What follows it; absent for one that stands alone. */
  readonly value?: string
  /** Whether that may begin with a dash. */
  readonly isDashed?: true
  /** All that may follow it. */
  readonly values?: readonly string[]
  readonly meaning: string
  /** What holds where it is left out. */
  readonly standard?: string
}

/** Every option, by the name under which a command gets it. */
export const options = {
  case: { value: 'DIR', meaning: 'the folder with the case', standard: 'the nearest' },
  out: {
    value: 'DIR',
    meaning: 'the folder to write',
    standard: 'dist; internal: .throughline/internal',
  },
  audience: { value: 'NAME', values: audiences, meaning: 'for whom', standard: 'public' },
  base: { value: '/path/', meaning: 'the path under which it is served', standard: '/' },
  port: { value: 'NUMBER', meaning: 'the first port to try', standard: '4321' },
  format: { value: 'NAME', values: formats, meaning: 'findings as', standard: 'text' },
  changeFormat: {
    flag: 'format',
    value: 'NAME',
    values: changeFormats,
    meaning: 'changes as',
    standard: 'text',
  },
  since: { value: 'REF|DATE', meaning: 'a receipt, tag, commit, or a day such as 2020-03-02' },
  pdf: { value: 'FILE', meaning: 'a PDF to check, in place of the case' },
  weakest: { meaning: 'rank the claims that a sponsor will attack first' },
  whatIf: {
    flag: 'what-if',
    value: 'DOUBTS',
    isDashed: true,
    meaning: 'say what falls: "-3a", or with another number, "EST2=1 to 2"',
  },
  fit: { meaning: 'prove in a browser that every slide fits, in each theme' },
  fix: { meaning: 'write what numbers should say that cite an estimate' },
  links: { meaning: 'ask whether the web pages to which the case leads are there' },
  'no-open': { meaning: 'print addresses, and open no window' },
  room: { meaning: 'let phones of this network follow the deck, and steer it' },
  peers: { meaning: 'install other tools too, and measure them with the same content' },
  to: { value: 'DIR', meaning: 'the folder for the new case' },
  force: { meaning: 'write over files of the same name' },
  comments: { meaning: 'put comments and tracked changes beside their items' },
  from: {
    value: 'FILE|URL',
    meaning: 'the tarball of its tool',
    standard: 'the one that is installed',
  },
  sprint: {
    value: 'NUMBER',
    meaning: 'the sprint in which it was decided',
    standard: 'the latest',
  },
} as const satisfies Readonly<Record<string, OptionRow>>

/** What an option is called in code; `flagOf` says how it is typed. */
export type OptionName = keyof typeof options

/** Options with their defaults filled in. Paths are absolute. */
export interface Options {
  /** The folder in which it was typed where no case is taken. */
  readonly case: string
  readonly out: string
  readonly audience: Audience
  /** Starts and ends with a slash. */
  readonly base: string
  readonly port: number
  readonly format: Format
  readonly changeFormat: ChangeFormat
  /** What changes are counted from, as typed. */
  readonly since: string | undefined
  /** A PDF to check in place of the case. */
  readonly pdf: string | undefined
  readonly weakest: boolean
  /** What is doubted, as typed. */
  readonly whatIf: string | undefined
  readonly fit: boolean
  /** Whether words that are plainly wrong are replaced in the files. */
  readonly fix: boolean
  readonly links: boolean
  /** Whether a browser is opened. */
  readonly open: boolean
  /** The folder for what is imported. */
  /** Whether others follow and steer from their own devices. */
  readonly room: boolean
  /** Whether other tools are measured too. */
  readonly peers: boolean
  readonly to: string | undefined
  readonly force: boolean
  readonly comments: boolean
  /** Where a new case takes its tool from, as typed. */
  readonly from: string | undefined
  /** A number. */
  readonly sprint: string | undefined
}

/** What was typed after each option; `''` after one that stands alone. */
export type TypedOptions = Partial<Record<OptionName, string>>

/** What is typed for an option: `--format`. */
export function flagOf(name: OptionName): string {
  const row: OptionRow = options[name]
  return `--${row.flag ?? name}`
}

/** An option as it is typed: `--case DIR`. */
export function usageOf(name: OptionName, { value }: OptionRow = options[name]): string {
  return value === undefined ? flagOf(name) : `${flagOf(name)} ${value}`
}
