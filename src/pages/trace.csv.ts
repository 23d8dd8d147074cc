/** `trace.csv`: every item of the case with its links, for spreadsheets. */
import type { APIRoute } from 'astro'
import { noticeOf } from '../core/audience/notice.ts'
import { registerCsv } from '../core/register/csv.ts'
import { registerOf } from '../core/register/index.ts'
import { openCase } from '../node/read/open-case.ts'

export const GET: APIRoute = async () => {
  const { read } = await openCase()
  return new Response(registerCsv(registerOf(read), read.graph.kinds, noticeOf(read)), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  })
}
