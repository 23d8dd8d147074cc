/** Every option that some command takes, and what a command gets of it. */

import { resolve } from 'node:path'
import { type ChangeFormat, changeFormats } from '../../core/changes/format.ts'
import { type Audience, audiences } from '../../core/model/audience.ts'
import { nearest } from '../../core/text/nearest.ts'
import { findCase, type Outputs, outputsOf } from '../../node/paths/case-folder.ts'
import { isWithin, realPath, shown } from '../../node/paths/index.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { type Format, formats } from '../../node/report/format.ts'
import { UsageError } from '../../node/run/usage-error.ts'

/** What there is to say of an option. */
export interface OptionRow {
  /** What is typed, where another command has another option of that name. */
  readonly flag?: string
  /** What follows it; absent for one that stands alone. */
  readonly value?: string
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
  fit: { meaning: 'prove in a browser that every slide fits, in each theme' },
  links: { meaning: 'ask whether the web pages to which the case leads are there' },
  'no-open': { meaning: 'print addresses, and open no window' },
  to: { value: 'DIR', meaning: 'the folder for the new case' },
  force: { meaning: 'write over files of the same name' },
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
  readonly fit: boolean
  readonly links: boolean
  /** Whether a browser is opened. */
  readonly open: boolean
  /** The folder for what is imported. */
  readonly to: string | undefined
  readonly force: boolean
  /** Where a new case takes its tool from, as typed. */
  readonly from: string | undefined
  /** A number. */
  readonly sprint: string | undefined
}

/** What was typed after each option; `''` after one that stands alone. */
export type TypedOptions = Partial<Record<OptionName, string>>

/** `/`, `/prototype/`, `prototype`: words, dots and dashes between slashes. */
const RE_BASE = /^\/?(?:[\w.~-]+\/)*[\w.~-]*$/

/**
 * Checks what was typed, and fills in the rest.
 * @param from The folder from which relative paths count, and in which a case is looked for.
 * @throws UsageError for what cannot be meant, and where there is no case.
 */
export function optionsFrom(typed: TypedOptions, from: string, command: OutputTraits): Options {
  const path = (name: OptionName) => {
    const value = typed[name]
    return value === undefined ? undefined : resolve(from, value)
  }
  const audience = parseName('audience', typed, audiences)
  const needsCase = command.options.includes('case') && typed.pdf === undefined
  const folder = path('case') ?? findCase(from) ?? (needsCase ? noCase(from) : from)
  return {
    case: folder,
    out: outFor(command.isPrivate ? 'private' : audience, path('out'), outputsOf(folder)),
    audience,
    base: parseBase(typed.base ?? options.base.standard),
    port: parsePort(typed.port ?? options.port.standard),
    format: parseName('format', typed, formats),
    changeFormat: parseName('changeFormat', typed, changeFormats),
    since: typed.since,
    pdf: path('pdf'),
    weakest: typed.weakest !== undefined,
    fit: typed.fit !== undefined,
    links: typed.links !== undefined,
    open: typed['no-open'] === undefined,
    to: path('to'),
    force: typed.force !== undefined,
    from: typed.from,
    sprint: typed.sprint === undefined ? undefined : parseSprint(typed.sprint),
  }
}

/** What of a command decides on its folders. */
interface OutputTraits {
  readonly options: readonly OptionName[]
  /** Whether private notes will be in the output. */
  readonly isPrivate?: boolean
}

/** What is typed for an option: `--format`. */
export function flagOf(name: OptionName): string {
  const row: OptionRow = options[name]
  return `--${row.flag ?? name}`
}

/** An option as it is typed: `--case DIR`. */
export function usageOf(name: OptionName, { value }: OptionRow = options[name]): string {
  return value === undefined ? flagOf(name) : `${flagOf(name)} ${value}`
}

/**
 * What is internal or private never goes where the public output goes.
 * @throws UsageError where someone would have it there.
 */
function outFor(what: keyof Outputs, typed: string | undefined, outputs: Outputs): string {
  const usual = outputs[what]
  const out = typed ?? usual
  if (what === 'public' || !isWithin(realPath(out), realPath(outputs.public))) return out
  throw new UsageError(
    `Unexpected --out ${shown(out)} for what is ${what}, since it is there to be published; ` +
      `expected another folder, such as ${shown(usual)}.`,
  )
}

function noCase(from: string): never {
  throw new UsageError(
    `Expected a case, found no case.yaml, .mdx file or folder slides in ${from} or around it; ` +
      `for one elsewhere: --case DIR; to begin one here: ${commandLine('new case .')}`,
  )
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

function parseSprint(typed: string): string {
  if (/^\d+$/.test(typed)) return String(Number(typed))
  throw new UsageError(`Unexpected --sprint ${typed}; expected a number such as 3.`)
}

function parseName<Name extends string>(
  option: 'audience' | 'format' | 'changeFormat',
  typed: TypedOptions,
  names: readonly Name[],
): Name {
  const word = typed[option] ?? options[option].standard
  const name = names.find((one) => one === word)
  if (name) return name
  const [near] = nearest(word, names, 1)
  throw new UsageError(
    `Unknown ${flagOf(option)} ${word}; expected ${near}, one of ${names.join(', ')}.`,
  )
}
