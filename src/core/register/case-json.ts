/** The case as data, for whom it was read: `case.json`, and what a receipt keeps. */

import { staleAsData } from '../changes/stale.ts'
import { challengesOf } from '../feedback/as-data.ts'
import type { Assembled } from '../model/assembled.ts'
import type { CaseJson } from '../model/case-json.ts'
import { privatePlaces } from '../syntax/conventions/index.ts'

/** The whole file as data. Findings in private words are left out, since they may quote these. */
export function caseJsonOf(read: Assembled): CaseJson {
  const isPrivate = privatePlaces(read.documents)
  return {
    schema: 1,
    ...(read.audience === 'internal' ? { audience: 'internal' } : {}),
    ...read.graph.case,
    stale: staleAsData(read.outside),
    challenges: challengesOf(read),
    findings: read.findings.filter(({ place }) => !isPrivate(place)),
    accepted: read.accepted.filter(({ place }) => !isPrivate(place)),
  }
}
