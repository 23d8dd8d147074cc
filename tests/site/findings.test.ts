/** The list of findings is for the team alone: `dev` has it, what is published does not. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { siteFolder } from './site.ts'

/** Words without which there is no list, and no talk with the server that fills it. */
const TRACES = ['throughline-findings', 'throughline-dismissed', '__open-in-editor', '/__live/']

it('is in no built file', async () => {
  const entries = await readdir(siteFolder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(5)
  const found = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const text = await readFile(join(parentPath, name), 'latin1')
      return TRACES.flatMap((trace) => (text.includes(trace) ? [`${name}: ${trace}`] : []))
    }),
  )
  expect(found.flat()).toEqual([])
})

it('would be found there: these are its words in the sources', async () => {
  const folder = join(import.meta.dirname, '..', '..', 'src', 'node', 'live')
  const files = await readdir(folder)
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  for (const trace of TRACES) expect(texts.join('\n')).toContain(trace)
})
