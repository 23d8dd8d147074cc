/** `changes.xml`: what changed, for programs that follow it. */
import type { APIRoute } from 'astro'
import { feedOf } from '../node/publish/feed.ts'
import { openCase } from '../node/read/open-case.ts'

export const GET: APIRoute = async () => {
  const { read } = await openCase()
  return new Response(feedOf(read), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  })
}
