/** `figures.csv`, where the case has estimates. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { figuresCsv } from '../core/appraisal/csv.ts'
import { noticeOf } from '../core/audience/notice.ts'
import { figuresPaths, openCase } from '../node/read/open-case.ts'

export const getStaticPaths = (() => figuresPaths()) satisfies GetStaticPaths

export const GET: APIRoute = async () => {
  const { read } = await openCase()
  return new Response(figuresCsv(read, noticeOf(read)), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  })
}
