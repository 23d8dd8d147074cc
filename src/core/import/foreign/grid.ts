/** Sheets of other programs as HTML: a section for each, and a table for each part of it between empty rows. */

import { escapeXml } from '../../text/xml.ts'
import { tableHtml } from './csv.ts'
import type { ForeignDocument } from './document.ts'
import { sentenceOf } from './html-text.ts'

/** A sheet without its looks: cells by row, at their columns. */
export type Grid = readonly (readonly string[])[]

interface Sheet {
  readonly title: string
  readonly grid: Grid
  readonly isHidden: boolean
}

/** What the section of a sheet is called: one alone that has no name of its own is called as its file. */
export function calledOf(title: string, sheets: number, file: string): string {
  const isOnly = sheets === 1 && /^(?:sheet|table|tabelle|feuil)\s*1$/i.test(title)
  return isOnly ? sentenceOf(file) : title
}

/**
 * The HTML of all sheets of a file.
 * @param file the name of the file
 */
export function sheetsHtml(
  sheets: readonly Sheet[],
  file: string,
): Required<Pick<ForeignDocument, 'html' | 'readAs'>> {
  const readAs: string[] = []
  const html = sheets.map(({ title, grid, isHidden }) => {
    if (grid.every((row) => row.length === 0)) return ''
    const made = `<h2>${escapeXml(calledOf(title, sheets.length, file))}</h2>${blocksOf(grid)}`
    if (!isHidden) return made
    readAs.push(`the sheet "${title}", which is hidden: it stays inside, for the team alone`)
    return `<x-internal why="A hidden sheet">${made}</x-internal>`
  })
  return { html: html.join(''), readAs }
}

/**
 * Parts of a sheet between empty rows: a line alone is a paragraph, others are tables. What stands in
 * the columns of the table above goes on with it.
 */
function blocksOf(grid: Grid): string {
  const blocks: { readonly rows: (readonly string[])[]; columns: readonly number[] }[] = []
  let isNew = true
  for (const row of grid) {
    const used = row.flatMap((cell, column) => (cell === '' ? [] : [column]))
    const last = blocks.at(-1)
    const isTable = last !== undefined && last.rows.length > 1 && used.length > 1
    if (used.length === 0) isNew = true
    else if (
      last &&
      (!isNew || (isTable && used.every((column) => last.columns.includes(column))))
    ) {
      last.rows.push(row)
      last.columns = [...new Set([...last.columns, ...used])].toSorted((a, b) => a - b)
    } else blocks.push({ rows: [row], columns: used })
    if (used.length > 0) isNew = false
  }
  return blocks
    .map(({ rows, columns }) => {
      const [first = []] = rows
      if (rows.length === 1 && columns.length === 1)
        return `<p>${escapeXml(first.find((cell) => cell !== '') ?? '')}</p>`
      return tableHtml(rows.map((row) => columns.map((column) => row[column] ?? '')))
    })
    .join('')
}
