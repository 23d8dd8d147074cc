/** `figures.xlsx`, where the case has estimates. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { ledgerOf } from '../core/appraisal/index.ts'
import { figuresWorkbook } from '../core/appraisal/workbook/index.ts'
import { noticeOf } from '../core/audience/notice.ts'
import { aboutOf } from '../node/export/about.ts'
import { workbookOf } from '../node/export/workbook.ts'
import { figuresPaths, openCase } from '../node/read/open-case.ts'

export const getStaticPaths = (() => figuresPaths()) satisfies GetStaticPaths

export const GET: APIRoute = async () => {
  const { read } = await openCase()
  const ledger = ledgerOf(read)
  if (!ledger) return new Response(null, { status: 404 })
  const notice = noticeOf(read)
  const title = notice ? `${read.case.title}. ${notice}` : read.case.title
  const bytes = await workbookOf(figuresWorkbook(ledger, title), aboutOf(read))
  // The type asks for bytes that nobody shares.
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
  })
}
