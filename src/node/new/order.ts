/** What someone typed after `new`, read and checked. */

import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { builtInKinds, type Kind, type KindTable, rowOf } from '../../core/model/kinds.ts'
import type { Order } from '../../core/new/index.ts'
import { nearest } from '../../core/text/nearest.ts'
import { defaultCase, typedIn } from '../read/paths.ts'
import { commandLine } from '../report/command-line.ts'
import { UsageError } from '../report/usage-error.ts'

/** A case to start, or an addition to one. Folders are absolute. */
export type Typed =
  | { readonly what: 'case'; readonly folder: string }
  | { readonly what: 'addition'; readonly folder: string; readonly order: Order }

/**
 * Reads the words behind `new`.
 *
 * @param from folder from which relative paths count
 * @param kinds what the case can have
 * @throws UsageError for anything that cannot be meant
 */
export function readTyped(
  args: readonly string[],
  from = typedIn(),
  kinds: KindTable = builtInKinds,
): Typed {
  const { values, positionals } = read(args)
  const [what = '', ...words] = positionals
  const named = ['case', 'sprint', ...kinds.keys()]
  if (!named.includes(what)) throw new UsageError(unknown(what, named))
  if (values.sprint !== undefined && what !== 'decision')
    throw new UsageError('Unexpected --sprint, expected it behind a new decision only.')
  if (what === 'case') return { what, folder: newFolder(words, values.case, from) }
  const folder = values.case === undefined ? defaultCase : resolve(from, values.case)
  if (what === 'sprint' && words.length > 0)
    throw new UsageError(
      `Unexpected ${words[0]}, expected nothing: a sprint takes the next number.`,
    )
  if (what === 'sprint') return { what: 'addition', folder, order: { what } }
  const kind = what as Kind // What is neither of these is one: `named` holds nothing else.
  return {
    what: 'addition',
    folder,
    order: itemOrder(kind, words, { sprint: values.sprint, kinds }),
  }
}

function itemOrder(
  kind: Kind,
  words: readonly string[],
  { sprint, kinds }: { readonly sprint: string | undefined; readonly kinds: KindTable },
): Order {
  if (kind === 'evidence') {
    const [decision = '', ...rest] = words
    return { what: 'item', kind, text: textOf(kind, rest, kinds), decision: numberOf(decision) }
  }
  const text = textOf(kind, words, kinds)
  if (kind !== 'decision') return { what: 'item', kind, text }
  if (sprint === undefined) return { what: 'item', kind, text }
  if (!/^\d+$/.test(sprint))
    throw new UsageError(`Unexpected --sprint ${sprint}, expected a number such as 3.`)
  return { what: 'item', kind, text, sprint: String(Number(sprint)) }
}

/** Words that nobody put in quotes come one by one. */
function textOf(kind: Kind, words: readonly string[], kinds: KindTable): string {
  const text = words.join(' ').trim()
  if (text !== '') return text
  const number = kind === 'evidence' ? ' 3' : ''
  const label = rowOf(kind, kinds).label.toLowerCase()
  throw new UsageError(
    `Unexpected ${label} without text, expected its words: ${commandLine(`new ${kind}${number} "…"`)}`,
  )
}

function numberOf(decision: string): string {
  if (/^\d+$/.test(decision)) return String(Number(decision))
  throw new UsageError(
    `Unexpected ${decision || 'evidence'} where the number of a decision should stand, expected: ${commandLine('new evidence 3 "…"')}; the letter follows from what is there.`,
  )
}

function newFolder(
  [folder, more]: readonly string[],
  named: string | undefined,
  from: string,
): string {
  if (more !== undefined) throw new UsageError(`Unexpected ${more}, expected one folder.`)
  const typed = folder ?? named
  if (typed) return resolve(from, typed)
  throw new UsageError(`Expected a folder for the new case: ${commandLine('new case my-case')}`)
}

function read(args: readonly string[]): {
  readonly values: { readonly case?: string | undefined; readonly sprint?: string | undefined }
  readonly positionals: readonly string[]
} {
  try {
    return parseArgs({
      args: [...args],
      options: { case: { type: 'string' }, sprint: { type: 'string' } },
      allowPositionals: true,
    })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const first = error.message.split('. ')[0]
    throw new UsageError(`${first}; expected --case DIR or --sprint NUMBER, and text in quotes.`)
  }
}

function unknown(what: string, named: readonly string[]): string {
  if (what === '') return `Expected what is new: ${named.join(', ')}.`
  return `Unknown ${what}; expected one such as ${nearest(what, named, 3).join(', ')}.`
}
