/**
 * Attack: words of a case, or the name of a file, hold what a terminal or a build machine obeys. What must
 * hold: whatever the format, they are only words.
 */
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/core/model/finding.ts'
import { type Format, formats } from '../../src/node/report/format.ts'
import { written } from '../../src/node/report/index.ts'
import type { Report } from '../../src/node/report/report.ts'

/** Commands of Azure, GitHub and TeamCity, and sequences of terminals: colours, title, clipboard, the screen cleared. */
const ORDERS = [
  '##vso[task.setvariable variable=PATH]evil',
  '##[add-path]evil',
  '##[error]evil',
  "##teamcity[setParameter name='x' value='evil']",
  '::error file=a::evil',
  '  ::add-mask::evil',
  '::stop-commands::evil',
  '\u001b[31mevil',
  '\u001b]0;evil\u0007',
  '\u001b]52;c;ZXZpbA==\u0007',
  '\u009b2Jevil',
  '\u0008\u0008evil',
  'a\r::error::evil',
  'a\n::error::evil',
  '\u202eevil',
] as const

function reportOf(words: string): Report {
  const finding: Finding = {
    check: 'gap',
    severity: 'error',
    message: `Unexpected "${words}", expected ${words}`,
    mend: words,
    place: { file: words, line: 1, column: 1 },
    related: [{ file: words, line: 1, column: 2 }],
  }
  const accepted = { ...finding, reason: words, owner: words }
  const found = { findings: [finding], accepted: [accepted], unchecked: [words], routes: [words] }
  return { ...found, folder: '', inRepository: '', sources: [{ file: words, text: words }] }
}

/** What a machine obeys: at the start of a line, or anywhere in it. */
const OBEYED =
  /^[ \t]*::(?!(?:error|notice) (?:file=[^:]*|title=unchecked)::)[a-z]|##(?:vso|teamcity)?\[|##teamcity/im

describe.each(formats)('a report as %s', (format: Format) => {
  it.each(ORDERS)('says only words: %j', (words) => {
    const text = written(reportOf(words), format)
    expect(text).toMatch(/evil|ZXZp/)
    expect(text).not.toMatch(OBEYED)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  })

  it('is the same data for programs', () => {
    if (format !== 'json' && format !== 'sarif' && format !== 'gitlab') return
    const text = written(reportOf('##vso[a]'), format)
    expect(JSON.stringify(JSON.parse(text))).toContain('##vso[a]')
  })
})
