/** `case.json`: the graph as data. Its shape is `CaseJson` in core/model.ts. */
import type { APIRoute } from 'astro'
import { openCase } from '../build/content.ts'
import { caseJsonOf } from '../core/case-json.ts'

export const GET: APIRoute = async () => {
  const { read } = await openCase()
  return new Response(`${JSON.stringify(caseJsonOf(read), null, 2)}\n`, {
    headers: { 'content-type': 'application/json' },
  })
}
