/** Messy files as people have them, and what an import makes of each. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import { importText } from '../../../src/core/import/index.ts'
import { readMarkdown, readMdx } from '../../../src/core/import/markdown.ts'
import { wordsOf } from '../../../src/core/import/words.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/import')
const files = readdirSync(join(fixtures, 'sources'))
const sourceOf = (file: string): string => readFileSync(join(fixtures, 'sources', file), 'utf8')

describe.each(files)('%s', (file) => {
  const made = importText(sourceOf(file), file)
  const name = file.replace(/\.mdx?$/, '.mdx')

  it('becomes what a person would have written', () => {
    expect(made.text).toBe(readFileSync(join(fixtures, 'expected', name), 'utf8'))
    expect(made.literal).toBeUndefined()
  })

  it('can be read', () => {
    expect(assemble([{ file: name, text: made.text }]).unreadable).toBe(false)
  })

  it('stays as it is the second time', () => {
    const again = importText(made.text, name)
    expect(again.text).toBe(made.text)
    expect(again.mends).toEqual([])
  })

  it('names each mend where it stands in the file', () => {
    const lines = sourceOf(file).split(/\r?\n/)
    for (const { line, column, found } of made.mends) {
      const rest = [lines[line - 1]?.slice(column - 1), ...lines.slice(line)].join('\n')
      expect(rest.startsWith(found.replaceAll('\r\n', '\n'))).toBe(true)
    }
  })
})

describe.each(files.filter((file) => file.endsWith('.md')))('the words of %s', (file) => {
  it('are the same before and after', () => {
    const { text, prepared } = importText(sourceOf(file), file)
    expect(wordsOf(readMdx(text))).toEqual(wordsOf(readMarkdown(prepared)))
  })
})
