/** What the accessibility statement may say: no more than somebody has tested. Pure. */

import { findingIds, rowOf } from '../findings/catalogue.ts'
import type { Barrier } from '../findings/rows/row.ts'
import type { Assembled } from '../model/assembled.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../settings/case-yaml.ts'

/** How far the site keeps WCAG 2.2 AA, as far as anybody knows. */
export type Compliance = 'untested' | 'partial' | 'full'

/** What an accessibility statement says. */
export interface Statement {
  readonly compliance: Compliance
  /** Who tested, and the ISO date; absent until both are named. */
  readonly tested?: {
    readonly by: string
    readonly on: string
    /** Whether the case was updated after that day. */
    readonly changedSince: boolean
  }
  /** ISO date of the statement itself; absent where nobody knows. */
  readonly prepared?: string
  /** ISO date on which a person last reviewed it. */
  readonly reviewed?: string
  /** What is not accessible: as the tester says, then as the checks of the texts found. */
  readonly problems: readonly string[]
  /** What is not accessible since mending it would be a disproportionate burden. */
  readonly burden: readonly string[]
  /** What need not be accessible by the regulations. */
  readonly outOfScope: readonly string[]
  /** Whom to tell of a barrier; absent where the case names nobody. */
  readonly contact?: { readonly label: string; readonly url: string }
  readonly enforcement: Body
}

/** Who takes a complaint that was not answered well. */
interface Body {
  readonly name: string
  readonly helper: string
  readonly url: string
}

/** By the name that `case.yaml` gives them. */
const BODIES: Readonly<Record<Settings['accessibility']['enforcement'], Body>> = {
  EHRC: {
    name: 'Equality and Human Rights Commission (EHRC)',
    helper: 'Equality Advisory and Support Service (EASS)',
    url: 'https://www.equalityadvisoryservice.com/',
  },
  ECNI: {
    name: 'Equality Commission for Northern Ireland (ECNI)',
    helper: 'Equality Commission for Northern Ireland',
    url: 'https://www.equalityni.org/',
  },
}

/** When the case was published and updated: ISO dates. */
interface Dates {
  readonly published?: string | undefined
  readonly updated?: string | undefined
}

/** The statement of a case, by `case.yaml`, the findings in its texts, and its dates. */
export function statementOf(
  { settings, findings }: Pick<Assembled, 'settings' | 'findings'>,
  { published, updated = '' }: Dates = {},
): Statement {
  const { testedBy: by, testedOn: on, ...rest } = settings.accessibility
  const { burden, outOfScope, preparedOn: prepared = published } = rest
  const problems = [...rest.problems, ...barriersIn(findings).flatMap(problemOf)]
  const contact = contactOf(settings)
  const isTested = by !== undefined && on !== undefined
  const reviewed = rest.reviewedOn ?? (isTested ? on : undefined)
  const isFull = problems.length === 0 && burden.length === 0
  return {
    compliance: !isTested ? 'untested' : isFull ? 'full' : 'partial',
    ...(isTested ? { tested: { by, on, changedSince: updated.slice(0, 10) > on } } : {}),
    ...(prepared ? { prepared: prepared.slice(0, 10) } : {}),
    ...(reviewed ? { reviewed } : {}),
    problems,
    burden,
    outOfScope,
    ...(contact ? { contact } : {}),
    enforcement: BODIES[rest.enforcement],
  }
}

/** A barrier for which programs looked in the texts, and how often they found it. */
interface LookedFor extends Barrier {
  readonly count: number
}

/** Every barrier that the catalogue of findings knows, the most urgent first, found or not. */
export function barriersIn(findings: readonly Finding[]): readonly LookedFor[] {
  return findingIds.flatMap((id) => {
    const { barrier } = rowOf(id)
    const count = findings.filter(({ check }) => check === id).length
    return barrier ? { ...barrier, count } : []
  })
}

function problemOf({ count, one, many }: LookedFor): readonly string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
}

function contactOf({ accessibility, contact, feedback }: Settings): Statement['contact'] {
  const url = accessibility.contact ?? (contact && `mailto:${contact}`)
  if (url === undefined) return feedback?.[0]
  return { label: url.replace(/^(?:mailto|tel):/, ''), url }
}
