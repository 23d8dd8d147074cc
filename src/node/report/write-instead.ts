/** Writes the right words where a finding knows them: `check --fix`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../../core/model/finding.ts'
import { lineStarts } from '../../core/text/lines.ts'

/**
 * Replaces words in the files of a case, and not one byte besides. What does not stand where the
 * finding says stays as it is: nothing is guessed.
 *
 * @param folder of the case
 * @returns the findings whose words were written
 */
export function writeInstead(folder: string, findings: readonly Finding[]): readonly Finding[] {
  const byFile = Map.groupBy(
    findings.filter(({ instead }) => instead),
    ({ place }) => place.file,
  )
  return [...byFile].flatMap(([file, all]) => {
    const path = join(folder, file)
    const written = readFileSync(path, 'utf8')
    const mark = written.startsWith('\uFEFF') ? '\uFEFF' : ''
    let text = written.slice(mark.length)
    const starts = lineStarts(text)
    const done = all
      .map((finding) => ({ finding, at: offsetOf(finding, starts) }))
      .toSorted((one, other) => other.at - one.at)
      .filter(({ finding: { instead = { words: '', by: '' } }, at }) => {
        const { words, by } = instead
        if (words === '' || !text.startsWith(words, at)) return false
        text = text.slice(0, at) + by + text.slice(at + words.length)
        return true
      })
    if (done.length > 0) writeFileSync(path, mark + text)
    return done.map(({ finding }) => finding).toReversed()
  })
}

function offsetOf({ place: { line = 1, column = 1 } }: Finding, starts: readonly number[]): number {
  return (starts[line - 1] ?? 0) + column - 1
}
