/** The case as a page needs it: graph, lookups, and the MDX modules in reading order. */

import { getCollection, render } from 'astro:content'
import { resolve } from 'node:path'
import { type Dates, readDates } from './history.ts'
import { inReadingOrder, type ReadCase, readCase } from './sources.ts'

/** Reads the case that is being built, with its modules. */
export async function openCase(): Promise<{
  readonly read: ReadCase
  readonly dates: Dates
  readonly contents: readonly Awaited<ReturnType<typeof render>>['Content'][]
}> {
  const read = await readCase(resolve(process.env.THROUGHLINE_CASE ?? 'slides'))
  const entries = new Map((await getCollection('slides')).map((entry) => [entry.id, entry]))
  const ordered = inReadingOrder([...entries.keys()]).flatMap((id) => entries.get(id) ?? [])
  const modules = await Promise.all(ordered.map((entry) => render(entry)))
  return {
    read,
    dates: await readDates(read.folder, read.settings),
    contents: modules.map(({ Content }) => Content),
  }
}
