/** `search.json`: what the narrative is searched for. Its script asks for it once somebody searches. */
import type { APIRoute } from 'astro'
import { searchTargets } from '../core/narrative/search-targets.ts'
import { openCase } from '../node/read/open-case.ts'

export const GET: APIRoute = async () => {
  const { lookup } = await openCase()
  return new Response(`${JSON.stringify(searchTargets(lookup))}\n`, {
    headers: { 'content-type': 'application/json' },
  })
}
