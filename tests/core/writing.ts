/** The case of five invented teams, who write as people do. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { assemble } from '../../src/core/assemble.ts'
import type { Assembled } from '../../src/core/model/assembled.ts'

/** Where it is. */
export const WRITING = resolve(import.meta.dirname, '../fixtures/writing')

/** The case as core reads it. */
export function readWriting(): Assembled {
  const files = readdirSync(WRITING).filter((name) => name.endsWith('.mdx'))
  const sources = files.sort().map((file) => ({ file, text: textOf(file) }))
  return assemble(sources, { file: 'case.yaml', text: textOf('case.yaml') })
}

function textOf(file: string): string {
  return readFileSync(join(WRITING, file), 'utf8')
}
