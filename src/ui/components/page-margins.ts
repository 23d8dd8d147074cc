/** What stands at the edges of the printed pages. */

import { noticeOf } from '../../core/audience/index.ts'
import type { Assembled } from '../../core/model/assembled.ts'
import { formatDate } from '../../core/text/dates.ts'

/** A case, with what its texts cannot say of it. */
interface Dated extends Pick<Assembled, 'graph' | 'settings' | 'audience'> {
  readonly dates: { readonly published?: string | undefined; readonly updated?: string | undefined }
  readonly version?: string | undefined
}

/**
 * Margin box → words; the page's number is the style sheet's.
 *
 * @param isPart whether the pages hold a part of the case alone
 */
export function edgesOf(read: Dated, isPart = false): Readonly<Record<string, string | undefined>> {
  const { graph, settings, dates, version } = read
  const updated = dates.updated ?? dates.published
  const state = [version && `Version ${version}`, updated && formatDate(updated)]
  return {
    'top-left': [graph.phase, graph.case.title].filter(Boolean).join(': '),
    'top-right': state.filter(Boolean).join(', '),
    'bottom-left': [noticeOf(read), isPart && 'A part of the case', settings.caveat]
      .filter(Boolean)
      .join('. '),
  }
}
