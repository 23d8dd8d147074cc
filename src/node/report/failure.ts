/** Turns an error that a build threw into words for people. */
import { existsSync, realpathSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { shown } from '../paths/index.ts'
import { refusal } from '../run/disk.ts'
import { printable } from './width.ts'

/**
 * Where and why, without a stack: `src/pages/index.astro:3:7 Unexpected …`, then a hint where
 * there is one. With DEBUG set, the stack follows.
 */
export function explain(error: unknown, env: NodeJS.ProcessEnv = process.env): string {
  if (!(error instanceof Error)) return printable(String(error))
  const { hint, errors = [] } = error as Error & Hinted
  if (errors.length > 0) return errors.map((each) => explain(each, env)).join('\n')
  const first = [placeOf(error), refusal(error) ?? plain(error.message)].filter(Boolean).join(' ')
  const stack = env.DEBUG ? error.stack : undefined
  const lines = [first, hint ? `  ${plain(hint)}` : undefined, stack].filter(Boolean)
  return printable(lines.join('\n'))
}

/** A line of a stack: `    at compile (file:///compile.js:61:3)` */
const RE_STACK = /^\s+at .*$\n?/gm

/** Matches the start of a bundler's picture of the place, or of the browser's log, and all after it. */
const RE_PICTURE = /\n(?: +╭─|(?:Browser logs|Call log):)[\s\S]*/

/** What Astro, Vite and Rolldown put on their errors. */
interface Hinted {
  readonly hint?: string
  /** A bundler's error is the sum of these. */
  readonly errors?: readonly unknown[]
  readonly id?: string
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number }
}

function placeOf(error: Error & Hinted): string | undefined {
  const file = error.loc?.file ?? error.id
  if (file === undefined) return undefined
  const path = file.replace(/^file:\/\//, '').replace(/\?.*$/, '')
  // Pages are rendered where the case is a link.
  const real = existsSync(path) ? realpathSync(path) : path
  return [shown(real), error.loc?.line, error.loc?.column]
    .filter((part) => part !== undefined)
    .join(':')
}

/** Bundlers and browsers put colours, a stack, a picture of the place or a log into the message. */
function plain(message: string): string {
  return stripVTControlCharacters(message).replace(RE_STACK, '').replace(RE_PICTURE, '').trim()
}
