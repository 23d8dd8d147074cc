/** What every format of a report is written from. */
import type { Accepted, Finding } from '../../core/model/finding.ts'
import type { Source } from '../../core/model/source.ts'

/** Everything that a report can say, in any format. */
export interface Report {
  /** How the case folder is shown to whoever typed the command. */
  readonly folder: string
  /** The case folder from the root of its repository, for tools that look there; `''` for that root. */
  readonly inRepository: string
  /** By file in reading order, then by place. */
  readonly findings: readonly Finding[]
  readonly accepted: readonly Accepted[]
  /** What is proven of each route, a line each; absent without routes. */
  readonly routes?: readonly string[]
  /** What could not be looked at, and what would help: a sentence each. */
  readonly unchecked: readonly string[]
  /** Texts of the case, `case.yaml` too, of which findings show lines. */
  readonly sources: readonly Source[]
  /** The claims that a sponsor attacks first, where they were asked for. */
  readonly weakest?: readonly unknown[]
  /** What sinks the ask, and what to learn next, beside the weakest claims. */
  readonly sinking?: unknown
  readonly learnNext?: unknown
  /** What falls with what was doubted, where that was asked for. */
  readonly whatIf?: unknown
  /** What was measured of the slides in each theme, where that was asked for. */
  readonly fit?: readonly unknown[]
}
