/** A report for people: findings by file, each with its line, and at the end what to do first. */

import { inWords } from '../../core/findings/in-words.ts'
import type { Place } from '../../core/model/case.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { Source } from '../../core/model/source.ts'
import { withoutChartTables } from '../read/chart-tables.ts'
import { summary } from './count.ts'
import { excerpt } from './excerpt.ts'
import { doFirst } from './first.ts'
import { plain, type Surface } from './paint.ts'
import { print } from './place.ts'
import type { Report } from './report.ts'
import { printable } from './width.ts'

/** How many findings of one check a file shows where they are advice: more would hide the rest. */
const ADVICE_SHOWN = 5

/**
 * Lines such as `slides/30-decisions.mdx:14:3 error Cite what exists: … (check-id)`, below each its line
 * of the source with the place marked, an empty line between files, a summary at the end.
 */
export function textReport(report: Report, surface: Surface = plain): string {
  const { findings, accepted, unchecked, folder, routes = [] } = report
  const page: Page = { folder, lines: linesOf(report.sources), surface }
  const files = [...Map.groupBy(findings, ({ place }) => place.file).values()]
  const groups = files.map((group) => fileText(group, page))
  const total = surface.paint('strong', summary(findings, accepted))
  const first = doFirst(findings, folder)
  const advised = [surface.paint('strong', 'What to do first:'), ...first].join('\n')
  return [
    ...groups,
    [total, ...[...routes, ...unchecked].map(oneLine)].join('\n'),
    ...(first.length === 0 ? [] : [advised]),
  ].join('\n\n')
}

/** What all findings are printed with. */
interface Page {
  readonly folder: string
  readonly lines: (file: string) => readonly string[]
  readonly surface: Surface
}

function fileText(findings: readonly Finding[], page: Page): string {
  const seen = new Map<string, number>()
  const shown = findings.filter(({ check, severity }) => {
    const count = (seen.get(check) ?? 0) + 1
    seen.set(check, count)
    return severity !== 'advice' || count <= ADVICE_SHOWN
  })
  const left = [...Map.groupBy(findings, ({ check }) => check)].flatMap(([check, all]) => {
    const count = all.length - shown.filter((finding) => finding.check === check).length
    return count === 0 ? [] : [`… and ${count} more of this (${check}); all with --format json`]
  })
  return [
    ...shown.map((finding) => findingText(finding, page)),
    ...left.map((line) => page.surface.paint('quiet', line)),
  ].join('\n')
}

function findingText(finding: Finding, page: Page): string {
  const { place, severity, check, related = [] } = finding
  const { paint } = page.surface
  const at = paint('strong', print(place, page.folder))
  const words = oneLine(inWords(finding))
  const head = `${at} ${paint(severity, severity)} ${words} ${paint('quiet', `(${check})`)}`
  return [head, ...sourceText(finding, page), ...related.map((one) => relatedText(one, page))].join(
    '\n',
  )
}

/** The line and its mark; nothing for a whole file, or for one whose text is not at hand. */
function sourceText({ place, severity }: Finding, page: Page): readonly string[] {
  const line = lineAt(place, page)
  if (line === undefined) return []
  const { paint, columns } = page.surface
  const gutter = `${String(place.line).padStart(5)} | `
  const { shown, mark } = excerpt(line, place, columns - gutter.length)
  const below = `${' '.repeat(gutter.length - 2)}| `
  const marked = mark === undefined ? [] : [paint('quiet', below) + paint(severity, mark)]
  return [paint('quiet', gutter) + shown, ...marked]
}

/** `  see slides/20-strategy.mdx:27:98  …who wait longest (O1, O2).` */
function relatedText(place: Place, page: Page): string {
  const { paint, columns } = page.surface
  const at = `  see ${print(place, page.folder)}`
  const line = lineAt(place, page)
  if (line === undefined) return at
  const room = Math.max(NARROWEST, columns - at.length - 2)
  return `${at}  ${paint('quiet', excerpt(line.trimStart(), dedented(place, line), room).shown)}`
}

/** Columns that are worth showing. */
const NARROWEST = 30

function dedented(place: Place, line: string): Place {
  const indent = line.length - line.trimStart().length
  return { ...place, column: Math.max(1, (place.column ?? 1) - indent) }
}

/** The line of a place; undefined where there is none, or it is empty. */
function lineAt({ file, line }: Place, { lines }: Page): string | undefined {
  const text = line === undefined ? undefined : lines(file)[line - 1]
  return text?.trim() ? text : undefined
}

/** A file's lines, split once. */
function linesOf(sources: readonly Source[]): (file: string) => readonly string[] {
  const texts = new Map(sources.map(({ file, text }) => [file, text]))
  const split = new Map<string, readonly string[]>()
  return (file) => {
    const lines = split.get(file) ?? withoutChartTables(texts.get(file) ?? '').split('\n')
    split.set(file, lines)
    return lines
  }
}

/** A message on one line: it may quote text of several lines. */
function oneLine(message: string): string {
  return printable(message.replace(/\s*[\r\n]+\s*/g, ' '))
}
