/** `case.json`: the graph as data. Its shape is `CaseJson` in core/model.ts. */
import type { APIRoute } from 'astro'
import { openCase } from '../build/content.ts'
import { staleAsData } from '../core/changes/stale.ts'
import { privatePlaces } from '../core/conventions/index.ts'
import type { CaseJson } from '../core/model.ts'

export const GET: APIRoute = async () => {
  const { read } = await openCase()
  // What is said of private words may quote them.
  const isPrivate = privatePlaces(read.documents)
  const data: CaseJson = {
    schema: 1,
    ...(read.audience === 'internal' ? { audience: 'internal' } : {}),
    ...read.case,
    stale: staleAsData(read.outside),
    findings: read.findings.filter(({ place }) => !isPrivate(place)),
    accepted: read.accepted.filter(({ place }) => !isPrivate(place)),
  }
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: { 'content-type': 'application/json' },
  })
}
