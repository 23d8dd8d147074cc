/** Charts in the document, which the library can't write: each is put in the place of its mark. */
import { type ChartPlan, chartInWords } from '../../../core/chart/index.ts'
import { el, XML } from '../../../core/text/xml.ts'
import { type ChartLook, chartReference, officeChart } from '../charts/chart-xml.ts'
import type { Parts } from '../office.ts'

/** What stands in the document until its chart does; no author's words hold such a sign. */
export function chartMark(n: number): string {
  return `\uE0C7${n}\uE0C7`
}

/** English Metric Units: 160 × 85 mm. */
const SIZE = { cx: 5_760_000, cy: 3_060_000 }

const FORMATS = 'http://schemas.openxmlformats.org'
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const RELATIONS = `${FORMATS}/officeDocument/2006/relationships`

/** The same document with its charts, in their order. */
export async function withCharts(
  parts: Parts,
  plans: readonly ChartPlan[],
  look: ChartLook,
): Promise<Parts> {
  if (plans.length === 0) return parts
  const made = new Map(parts)
  const add = (path: string, end: string, inside: string): void => {
    made.set(
      path,
      String(made.get(path)).replace(end, () => inside + end),
    )
  }
  add(
    '[Content_Types].xml',
    '</Types>',
    el('Default', { Extension: 'xlsx', ContentType: `${OFFICE}.spreadsheetml.sheet` }),
  )
  for (const [index, plan] of plans.entries()) {
    const n = index + 1
    const { xml, workbook } = officeChart(plan, look)
    const id = `rIdChart${n}`
    made.set(`word/charts/chart${n}.xml`, XML + xml)
    made.set(`word/embeddings/chart${n}.xlsx`, await workbook)
    const toWorkbook = {
      Id: 'rId1',
      Type: `${RELATIONS}/package`,
      Target: `../embeddings/chart${n}.xlsx`,
    }
    const relations = { xmlns: `${FORMATS}/package/2006/relationships` }
    made.set(
      `word/charts/_rels/chart${n}.xml.rels`,
      XML + el('Relationships', relations, el('Relationship', toWorkbook)),
    )
    const toChart = { Id: id, Type: `${RELATIONS}/chart`, Target: `charts/chart${n}.xml` }
    add('word/_rels/document.xml.rels', '</Relationships>', el('Relationship', toChart))
    const type = {
      PartName: `/word/charts/chart${n}.xml`,
      ContentType: `${OFFICE}.drawingml.chart+xml`,
    }
    add('[Content_Types].xml', '</Types>', el('Override', type))
    const text = new RegExp(`<w:t\\b[^>]*>${chartMark(n)}</w:t>`)
    const body = String(made.get('word/document.xml'))
    made.set(
      'word/document.xml',
      body.replace(text, () => drawingXml(plan, id, n)),
    )
  }
  return made
}

function drawingXml(plan: ChartPlan, id: string, n: number): string {
  const about = { id: 9000 + n, name: `Chart ${n}`, descr: chartInWords(plan) }
  const inline = el(
    'wp:inline',
    {
      'xmlns:wp': `${FORMATS}/drawingml/2006/wordprocessingDrawing`,
      ...{ distT: 0, distB: 0, distL: 0, distR: 0 },
    },
    el('wp:extent', SIZE),
    el('wp:docPr', about),
    '<wp:cNvGraphicFramePr/>',
    chartReference(id),
  )
  return el('w:drawing', {}, inline)
}
