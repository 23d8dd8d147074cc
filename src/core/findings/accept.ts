/** Findings that `case.yaml` accepts, with a reason and an owner. */

import { enclosingKeys } from '../graph/around.ts'
import { type Graph, locator } from '../graph/index.ts'
import { keyNamed } from '../graph/named.ts'
import type { Assembled } from '../model/assembled.ts'
import type { Accepted, Finding } from '../model/finding.ts'
import type { Settings } from '../settings/case-yaml.ts'
import type { Document } from '../syntax/conventions/index.ts'
import type { Finder } from './catalogue.ts'
import { unusedAcceptances } from './unused-acceptance.ts'

interface Sorted {
  /** What is still open. */
  readonly findings: readonly Finding[]
  readonly accepted: readonly Accepted[]
  /** Indices of entries of `accept` that match no finding. */
  readonly unused: readonly number[]
}

/** Parts what is accepted from what is open; the first entry that matches counts. */
export function acceptFindings(
  all: readonly Finding[],
  { accept }: Settings,
  { documents, graph }: { readonly documents: readonly Document[]; readonly graph: Graph },
): Sorted {
  if (accept.length === 0) return { findings: all, accepted: [], unused: [] }
  const locate = locator(documents, graph)
  const keys = accept.map(({ where = '' }) => keyNamed(where, graph))
  const used = new Set<number>()
  const findings: Finding[] = []
  const accepted: Accepted[] = []
  for (const finding of all) {
    const names = new Set([finding.place.file, ...enclosingKeys(locate(finding.place), graph)])
    const index = accept.findIndex(
      ({ check, where, says }, at) =>
        check === finding.check &&
        (where === undefined || names.has(keys[at] ?? where)) &&
        (says === undefined || finding.message.includes(says)),
    )
    const entry = accept[index]
    if (!entry) findings.push(finding)
    else accepted.push({ ...finding, reason: entry.reason, owner: entry.owner })
    used.add(index)
  }
  return { findings, accepted, unused: [...accept.keys()].filter((index) => !used.has(index)) }
}

/** Findings as serious as `case.yaml` has them; those that it turns off are left out. */
export function withSeverities<One extends Finding>(
  findings: readonly One[],
  { severities }: Settings,
): readonly One[] {
  return findings.flatMap((finding) => {
    const severity = severities[finding.check] ?? finding.severity
    return severity === 'off' ? [] : [{ ...finding, severity }]
  })
}

/**
 * Findings that no check of the text makes, as `case.yaml` has them.
 *
 * @param complete whose findings these all are: an entry that accepts none of them is a finding too.
 * Absent where more may come
 */
export function applySettings(
  found: readonly Finding[],
  assembled: Assembled,
  complete?: Finder,
): Omit<Sorted, 'unused'> {
  const { settings } = assembled
  const { findings, accepted, unused } = acceptFindings(found, settings, assembled)
  const left = complete ? unusedAcceptances(unused, assembled, complete) : []
  return {
    findings: withSeverities([...findings, ...left], settings),
    accepted: withSeverities(accepted, settings),
  }
}
