/** Checks what was typed after options. */

import { resolve } from 'node:path'
import { changeFormats } from '../../core/changes/format.ts'
import { audiences } from '../../core/model/audience.ts'
import { nearest } from '../../core/text/nearest.ts'
import { findCase, type Outputs, outputsOf } from '../../node/paths/case-folder.ts'
import { isWithin, realPath, shown } from '../../node/paths/index.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { formats } from '../../node/report/format.ts'
import { UsageError } from '../../node/run/usage-error.ts'
import { flagOf, type OptionName, type Options, options, type TypedOptions } from './options.ts'

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
  // What makes a new case needs none.
  const isNew =
    command.options.includes('to') && (typed.to !== undefined || typed.comments === undefined)
  const needsCase = command.options.includes('case') && typed.pdf === undefined && !isNew
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
    whatIf: typed.whatIf,
    fit: typed.fit !== undefined,
    fix: typed.fix !== undefined,
    links: typed.links !== undefined,
    open: typed['no-open'] === undefined,
    room: typed.room !== undefined,
    peers: typed.peers !== undefined,
    to: path('to'),
    force: typed.force !== undefined,
    comments: typed.comments !== undefined,
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
