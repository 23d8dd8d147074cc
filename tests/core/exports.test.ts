/** What is exported, somebody imports: a page, another module, or a test. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { importPaths } from './imports.ts'

const root = resolve(import.meta.dirname, '../..')
// Matches "export async function read(", "export const MARKS =", "export type Kind =".
const RE_EXPORT =
  /^export (?:async |abstract |declare )*(?:const|let|function|class|interface|type) (\w+)/gm
// Matches what takes all that a module exports.
const RE_ALL = 'import \\* as|export (?:type )?\\* from'

/** What Astro asks of a page. */
const ASKED = ['GET', 'getStaticPaths', 'prerender']

const modules = globSync('{src,tests}/**/*.{ts,mts,mjs,astro}', { cwd: root }).map((file) => {
  const text = readFileSync(resolve(root, file), 'utf8')
  const from = (path: string) => resolve(root, dirname(file), path.replace(/\?.*$/, ''))
  return { file, text, from: new Set(importPaths(text).map(from)) }
})

it('exports nothing that nobody imports', () => {
  const exported = modules.flatMap(({ file, text }) =>
    [...text.matchAll(RE_EXPORT)].map(([, name = '']) => ({ file, name })),
  )
  expect(exported.length).toBeGreaterThan(1000)
  const idle = exported.filter(({ file, name }) => {
    const isNamed = new RegExp(`\\b${name}\\b|${RE_ALL}`)
    const path = resolve(root, file)
    const users = modules.filter(({ from }) => from.has(path))
    return !ASKED.includes(name) && !users.some(({ text }) => isNamed.test(text))
  })
  expect(idle.filter(({ file }) => file.startsWith('src/'))).toEqual([])
})
