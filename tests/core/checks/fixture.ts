/** A check's fixtures: a small case, and the findings it expects, written in it. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assemble } from '../../../src/core/assemble.ts'
import type { StaleDecision } from '../../../src/core/changes/stale.ts'
import type { Assembled, PastAddress } from '../../../src/core/model/assembled.ts'
import type { Finding } from '../../../src/core/model/finding.ts'
import type { Source } from '../../../src/core/model/source.ts'

export const fixtures = join(import.meta.dirname, '../../fixtures/checks')

/** The day up to which the fixtures count how old something is. */
const AS_OF = '2020-04-01'

/**
 * Reads `good` or `bad` of a check; settings of their own stand beside them as `.yaml`, addresses
 * of earlier states as `.past.json`, decisions to be affirmed as `.stale.json`, what readers have
 * answered as `.feedback.json`, a second document as `.other.mdx`.
 */
export function assembleFixture(check: string, name: 'good' | 'bad'): Assembled {
  const source = sourceOf(check, `${name}.mdx`)
  const settings = sourceOf(check, `${name}.yaml`)
  const fallback: Source = { file: 'case.yaml', text: 'ask: Fund a pilot.\n' }
  if (!source) throw new Error(`no fixture ${check}/${name}.mdx`)
  const past = sourceOf(check, `${name}.past.json`)
  const feedback = sourceOf(check, `${name}.feedback.json`)
  const stale = sourceOf(check, `${name}.stale.json`)
  const other = sourceOf(check, `${name}.other.mdx`)
  const sources = other ? [source, { ...other, file: 'other.mdx' }] : [source]
  return assemble(sources, settings ? { ...settings, file: 'case.yaml' } : fallback, {
    asOf: AS_OF,
    ...(past ? { past: JSON.parse(past.text) as readonly PastAddress[] } : {}), // our own file
    ...(feedback ? { feedback: [{ ...feedback, file: 'feedback.json' }] } : {}),
    ...(stale ? { stale: JSON.parse(stale.text) as readonly StaleDecision[] } : {}), // our own file
  })
}

// Matches "{/* expect 12:3 warning Unexpected … */}" and "{/* expect case.yaml:2:1 error … */}".
const RE_EXPECT = /^\{\/\* expect (.+) \*\/\}$/gm

/** What the bad fixture expects, one line a finding. */
export function expectedOf(check: string): readonly string[] {
  return [...(sourceOf(check, 'bad.mdx')?.text ?? '').matchAll(RE_EXPECT)].map(
    ([, line]) => line ?? '',
  )
}

/** A finding as the fixtures write it: a place in `bad.mdx` goes without the file's name. */
export function lineOf({ place, severity, message }: Finding): string {
  const file = place.file.endsWith('.mdx') ? [] : [place.file]
  const parts = [...file, place.line, place.column].filter((part) => part !== undefined)
  return `${parts.join(':')} ${severity} ${message}`
}

function sourceOf(check: string, file: string): Source | undefined {
  const path = join(fixtures, check, file)
  return existsSync(path) ? { file, text: readFileSync(path, 'utf8') } : undefined
}
