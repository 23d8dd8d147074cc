/** What the accessibility statement may say: no more than somebody has tested. Pure. */
import type { Assembled } from './assemble.ts'
import type { Finding } from './model.ts'
import type { Settings } from './settings.ts'

/** How far the site keeps WCAG 2.2 AA, as far as anybody knows. */
export type Compliance = 'untested' | 'partial' | 'full'

export interface Statement {
  readonly compliance: Compliance
  /** Who tested, and the ISO date; absent until both are named. */
  readonly tested?: { readonly by: string; readonly on: string }
  /** What is not accessible: as the tester says, then as the checks of the texts found. */
  readonly problems: readonly string[]
  /** Whom to tell of a barrier; absent where the case names nobody. */
  readonly contact?: { readonly label: string; readonly url: string }
  readonly enforcement: Body
}

/** Who takes a complaint that was not answered well. */
export interface Body {
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

/** Checks of the texts whose findings are barriers, and what they mean to a reader. */
const BARRIERS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'missing-alternative': ['picture has no text alternative', 'pictures have no text alternative'],
  'broken-picture': ['picture is missing', 'pictures are missing'],
  'skipped-heading': ['heading skips a level', 'headings skip a level'],
}

/** The statement of a case, by `case.yaml` and the findings in its texts. */
export function statementOf({
  settings,
  findings,
}: Pick<Assembled, 'settings' | 'findings'>): Statement {
  const { testedBy: by, testedOn: on, ...said } = settings.accessibility
  const problems = [...said.problems, ...barriersIn(findings)]
  const contact = contactOf(settings)
  const isTested = by !== undefined && on !== undefined
  return {
    compliance: !isTested ? 'untested' : problems.length > 0 ? 'partial' : 'full',
    ...(isTested ? { tested: { by, on } } : {}),
    problems,
    ...(contact ? { contact } : {}),
    enforcement: BODIES[said.enforcement],
  }
}

function barriersIn(findings: readonly Finding[]): readonly string[] {
  return Object.entries(BARRIERS).flatMap(([id, [one, many]]) => {
    const count = findings.filter(({ check }) => check === id).length
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  })
}

function contactOf({ accessibility, feedback }: Settings): Statement['contact'] {
  const { contact } = accessibility
  if (contact === undefined) return feedback?.[0]
  return { label: contact.replace(/^(?:mailto|tel):/, ''), url: contact }
}
