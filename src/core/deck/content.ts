/** What a block is as the content of a slide: by this, layouts suit it. */
import { chartOf } from '../chart/index.ts'
import type { Block, ElementBlock, ProseBlock } from '../syntax/conventions/index.ts'
import { textOf, walk } from '../syntax/tree.ts'
import { countWords } from '../text/sentences.ts'
import { comparesColumns, comparesRows } from './comparison.ts'
import type { Content } from './layouts.ts'

/** A sentence of up to this many words makes a slide of its own: the length GOV.UK advises. */
export const STATEMENT_WORDS = 25

/** What a block is; `mixed` where it is none that makes a slide alone, or there is none. */
export function contentOf(block: Block | undefined): Content {
  switch (block?.type) {
    case 'list':
    case 'quote':
    case 'code':
    case 'diagram':
      return block.type
    case 'prose':
      // Pictures side by side.
      if (block.words.text === '') return 'mixed'
      return countWords(block.words.text) <= STATEMENT_WORDS ? 'statement' : 'prose'
    case 'table': {
      const width = block.rows[0]?.length ?? 0
      if (comparesRows(block.rows)) return 'compared-table'
      return width === 2 || width === 3 ? 'narrow-table' : 'table'
    }
    case 'figure':
      return 'picture'
    case 'element':
      return contentOfElement(block)
    default:
      return 'mixed'
  }
}

/** Whether a paragraph is a formula, and no more. */
export function isFormula({ node, words: { text } }: ProseBlock): boolean {
  const formula = [...walk(node)].find(({ name }) => name === 'Formula')
  return formula !== undefined && text.replace(/[.,;]$/, '').trim() === textOf(formula).trim()
}

function contentOfElement(block: ElementBlock): Content {
  const { name, columns = [], chart } = block
  if (name === 'Chart') return chartOf(block).plan ? 'chart' : contentOf(chart?.data)
  if (name === 'Columns') {
    if (comparesColumns(columns)) return 'compared-columns'
    return columns.length === 2 ? 'two-columns' : 'columns'
  }
  return ELEMENTS[name] ?? 'mixed'
}

const ELEMENTS: Partial<Readonly<Record<ElementBlock['name'], Content>>> = {
  Diagram: 'diagram',
  Quote: 'quote',
  Statement: 'statement',
}
