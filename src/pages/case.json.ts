/** `case.json`: the graph as data. Its shape is `CaseJson` in core/model/case.ts. */
import type { APIRoute } from 'astro'
import { caseJsonOf } from '../core/register/case-json.ts'
import { openCase } from '../node/read/open-case.ts'

export const GET: APIRoute = async () => {
  const { read } = await openCase()
  return new Response(`${JSON.stringify(caseJsonOf(read), null, 2)}\n`, {
    headers: { 'content-type': 'application/json' },
  })
}
