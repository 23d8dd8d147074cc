/** `doubts.json`: what stands on what, and what sums become. Pages ask for it once somebody doubts. */
import type { APIRoute } from 'astro'
import { doubtDataOf } from '../core/doubt/index.ts'
import { context } from '../node/read/context.ts'
import { openCase } from '../node/read/open-case.ts'

export const GET: APIRoute = async () => {
  const { read } = await openCase()
  return new Response(`${JSON.stringify(doubtDataOf(read, context.audience))}\n`, {
    headers: { 'content-type': 'application/json' },
  })
}
