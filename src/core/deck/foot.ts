/** The foot of a slide: where in the case it stands, what leads there, and what is to be known of it. */
import { noticeOf } from '../audience/notice.ts'
import { type StaleDecision, staleOf } from '../changes/stale.ts'
import { REAFFIRM } from '../changes/stale-sentence.ts'
import { unansweredOf } from '../feedback/index.ts'
import type { Assembled } from '../model/assembled.ts'
import { roleOf } from './layouts.ts'
import type { Slide } from './slide.ts'

/** What the foot of a slide says. */
export interface Foot {
  /** What every slide says in a build for the team. */
  readonly notice?: string
  /** What is said of the whole case, on the slide that opens it. */
  readonly caveat?: string
  /** The sections in which it stands: `Benefits: Costs`. Empty where its title says so. */
  readonly heading: string
  /** Its address in the narrative, where it tells of a part of it. */
  readonly key?: string
  /** Set where it stands in no section, and so tells of the whole case. */
  readonly isOfCase: boolean
  /** `(2 of 3)`, where what it says flows over several slides. */
  readonly part?: string
  /** What is to be known of its item, in words. */
  readonly marks: readonly string[]
  /** Why its decision is to be affirmed again: said once, on the first of several slides. */
  readonly stale?: StaleDecision
}

/** The words of the link from a slide to the whole case. */
export const READ_WHOLE_CASE = 'Read the whole case'

/** What it is read from. */
export type FootSource = Pick<Assembled, 'graph' | 'settings' | 'audience' | 'outside' | 'feedback'>

/** The foot of a slide in a case. */
export function footOf(slide: Slide, assembled: FootSource): Foot {
  const { item, section, narrativeKey, part } = slide
  const { settings, outside, feedback } = assembled
  const notice = noticeOf(assembled)
  const isFirst = roleOf(slide) === 'opens'
  const key = item ?? narrativeKey ?? section
  const stale = item === undefined ? undefined : staleOf(item, outside)
  const isChallenged = item !== undefined && unansweredOf(feedback.about.get(item)) > 0
  return {
    ...(notice === undefined ? {} : { notice }),
    ...(isFirst && settings.caveat ? { caveat: settings.caveat } : {}),
    heading: headingOf(slide, assembled),
    ...(key === undefined ? {} : { key }),
    isOfCase: item === undefined && section === undefined,
    ...partInWords(slide),
    marks: [...(stale ? [REAFFIRM] : []), ...(isChallenged ? ['Challenged by readers'] : [])],
    ...(stale && (part?.n ?? 1) === 1 ? { stale } : {}),
  }
}

/** `(2 of 3)`; `(first 8 of 60, 5 of 12 columns: all in the narrative)` where the deck has no room for all. */
function partInWords({ part, tableColumns }: Slide): Pick<Foot, 'part'> {
  const cut = [
    ...(part && part.of > 1 && !part.cut ? [`${part.n} of ${part.of}`] : []),
    ...(part?.cut ? [`first ${part.cut.shown} of ${part.cut.of}`] : []),
    ...(tableColumns ? [`${tableColumns.shown.length} of ${tableColumns.of} columns`] : []),
  ].join(', ')
  if (cut === '') return {}
  return { part: part?.cut || tableColumns ? `(${cut}: all in the narrative)` : `(${cut})` }
}

function headingOf({ section, title }: Slide, { graph }: Pick<Assembled, 'graph'>): string {
  const own = graph.sections.get(section ?? '')
  const parent = graph.sections.get(own?.parent ?? '')
  const names = [parent && !parent.part ? parent.title : undefined, own?.title]
  return names.filter((name) => name !== undefined && name !== title).join(': ')
}
