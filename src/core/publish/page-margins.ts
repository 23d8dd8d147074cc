/** What stands at the edges of printed pages. */
import { noticeOf } from '../audience/notice.ts'
import type { Checkable } from '../model/assembled.ts'
import type { DatedCase } from '../model/dated.ts'
import { formatDate } from '../text/dates.ts'
import { displayText } from '../text/display.ts'

/** Said where only a part of the case is shown. */
export const PART = 'A part of the case'

/** The head of every page: `Alpha: A case for bridges`. */
export function runningHead({ graph }: Pick<Checkable, 'graph'>): string {
  return displayText([graph.phase, graph.case.title].filter(Boolean).join(': '), graph.code)
}

/** Which state of the case it is: `Version 0.3, 14 March 2020`; `''` where nobody knows. */
export function editionWords({ version, dates }: Pick<DatedCase, 'version' | 'dates'>): string {
  const updated = dates.updated ?? dates.published
  const words = [version && `Version ${version}`, updated && formatDate(updated)]
  return words.filter(Boolean).join(', ')
}

/** What readers have to know on every page, in order: for whom it is, and how sure its figures are. */
export function cautionsOf(
  read: Pick<Checkable, 'settings'> & { readonly audience?: Checkable['audience'] },
  isPart = false,
): readonly string[] {
  const cautions = [noticeOf(read), isPart ? PART : undefined, read.settings.caveat]
  return cautions.filter((words) => words !== undefined)
}

/**
 * Margin box → words. The style sheet adds the number of the page.
 *
 * @param isPart whether the pages hold a part of the case alone
 */
export function marginsOf(read: DatedCase, isPart = false): Readonly<Record<string, string>> {
  return {
    'top-left': runningHead(read),
    'top-right': editionWords(read),
    'bottom-left': cautionsOf(read, isPart).join('. '),
  }
}
