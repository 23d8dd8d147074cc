/** `case.json`: the graph as data. Its shape is `CaseJson` in core/model.ts. */
import type { APIRoute } from 'astro'
import { openCase } from '../build/content.ts'
import type { CaseJson } from '../core/model.ts'

export const GET: APIRoute = async () => {
  const { read } = await openCase()
  const data: CaseJson = {
    schema: 1,
    ...read.case,
    findings: read.findings,
    accepted: read.accepted,
  }
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: { 'content-type': 'application/json' },
  })
}
