/** A chart on a slide: native, so that its numbers can be edited. */
import { type ChartPlan, chartInWords } from '../../../core/chart/index.ts'
import { el } from '../../../core/text/xml.ts'
import { chartReference, officeChart } from '../charts/chart-xml.ts'
import type { About } from '../office.ts'
import type { Palette } from '../palette.ts'
import type { Area } from './layouts.ts'
import { idOf, type Media, type PackagePart } from './package.ts'
import { transformOf } from './shapes.ts'

interface Placed {
  readonly palette: Palette
  readonly font: string
  readonly about: About
  /** Of the slide, from 1, and of the chart on it, from 0. */
  readonly n: number
  readonly index: number
  readonly stage: Area | undefined
  readonly relations: string[]
  readonly media: Media
}

/** What stands on the slide in its place, and its part; its workbook goes to the media. */
export function chartPart(
  plan: ChartPlan,
  { n, index, stage, relations, media, palette, font, about }: Placed,
): { readonly frame: string; readonly part: PackagePart } {
  const name = `${n}${index + 1}`.padStart(3, '0')
  const { language } = about
  const { xml, workbook } = officeChart(plan, { palette, font, language, points: 18 })
  media.set(`ppt/embeddings/chart${name}.xlsx`, workbook)
  const id = idOf(relations, `../charts/chart${name}.xml`)
  const about_ = el('p:cNvPr', {
    id: 80 + index,
    name: `Chart ${index + 1}`,
    descr: chartInWords(plan),
  })
  const named = el('p:nvGraphicFramePr', {}, about_, '<p:cNvGraphicFramePr/><p:nvPr/>')
  const place = stage ?? { x: 152, y: 250, w: 1032, h: 380 }
  const frame = el('p:graphicFrame', {}, named, transformOf(place, 'p:xfrm'), chartReference(id))
  return {
    frame,
    part: {
      path: `ppt/charts/chart${name}.xml`,
      xml,
      relations: [`../embeddings/chart${name}.xlsx`],
    },
  }
}
