/** What stands at the edges of the printed pages. */
import type { ReadCase } from '../../build/sources.ts'
import { formatDate } from '../../core/dates.ts'

/** Margin box → words; the page's number is the style sheet's. */
export function edgesOf(read: ReadCase): Readonly<Record<string, string | undefined>> {
  const { graph, settings, dates, version } = read
  const updated = dates.updated ?? dates.published
  const state = [version && `Version ${version}`, updated && formatDate(updated)]
  return {
    'top-left': [graph.phase, graph.case.title].filter(Boolean).join(': '),
    'top-right': state.filter(Boolean).join(', '),
    'bottom-left': settings.caveat,
  }
}
