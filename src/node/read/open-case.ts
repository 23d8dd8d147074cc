/** The case as a page needs it: graph, lookups, and the MDX modules in reading order. */

import { getCollection, render } from 'astro:content'
import { resolve } from 'node:path'
import { type Lookup, lookupOf } from '../../core/graph/lookup.ts'
import type { Dates } from '../git/index.ts'
import { namedAudience } from '../render/audience.ts'
import { stampOf } from '../site/fingerprint.ts'
import { type ReadCase, readCase } from './read-case.ts'

interface OpenCase {
  readonly read: ReadCase
  readonly lookup: Lookup<ReadCase>
  readonly dates: Dates
  readonly contents: readonly Awaited<ReturnType<typeof render>>['Content'][]
}

/** What the pages of one build share; while the case is being written it is read anew each time. */
let shared: Promise<OpenCase> | undefined

/** Reads the case that is being built, with its modules. */
export function openCase(): Promise<OpenCase> {
  if (process.env.THROUGHLINE_BUILD === undefined) return readOpen()
  // Each build renders in a process of its own.
  shared ??= readOpen()
  return shared
}

/** The pages of the routes: a parameter `route` for each. */
export async function routePaths(): Promise<{ readonly params: { readonly route: string } }[]> {
  const { read } = await openCase()
  return Object.keys(read.settings.routes).map((route) => ({ params: { route } }))
}

/** The pages of a handout: one of the whole deck, which has no `route`, and one for each route. */
export async function handoutPaths(): Promise<
  { readonly params: { readonly route: string | undefined } }[]
> {
  return [{ params: { route: undefined } }, ...(await routePaths())]
}

async function readOpen(): Promise<OpenCase> {
  const folder = resolve(process.env.THROUGHLINE_CASE ?? 'slides')
  const read = await readCase(folder, namedAudience())
  const entries = new Map((await getCollection('slides')).map((entry) => [entry.id, entry]))
  const lost = read.sources.filter(({ file }) => !entries.has(file))
  const stamp = process.env.THROUGHLINE_BUILD
  // While a case is being written, a file may be there before its module.
  if (stamp !== undefined) {
    // Its pages would tell two states of it.
    if (stampOf(read) !== stamp)
      throw new Error('The case was changed while it was being built. Build it again')
    if (lost.length > 0)
      throw new Error(
        `No pages were made of ${lost.map(({ file }) => file).join(', ')}. ` +
          'Is the case of another folder being built at the same time? Build it again',
      )
  }
  const ordered = read.sources.flatMap(({ file }) => entries.get(file) ?? [])
  const modules = await Promise.all(ordered.map((entry) => render(entry)))
  return {
    read,
    lookup: lookupOf(read),
    dates: read.dates,
    contents: modules.map(({ Content }) => Content),
  }
}
