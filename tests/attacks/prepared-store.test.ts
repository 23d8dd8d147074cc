/**
 * Attack: a case in a zip has a `.throughline` beside it, with all that a build would keep: drawings,
 * findings, history. What must hold: nothing of it is believed, with a home or without one.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { everyone } from '../../src/core/model/audience.ts'
import { readMeasured, storeMeasured } from '../../src/node/fit/stored-findings.ts'
import { readStoredSteps, storeSteps } from '../../src/node/history/cache.ts'
import { drawingsOf, readDrawing, writeDrawing } from '../../src/node/mermaid/cache.ts'
import { type ReadCase, readCase } from '../../src/node/read/read-case.ts'

const DIAGRAM = 'flowchart LR\n  a[Wait] --> b[Book]'
const EVIL = '<svg><script>hacked=1</script></svg>'

let place: string
let caseFolder: string

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'prepared-'))
  caseFolder = join(place, 'stranger', 'slides')
  await mkdir(caseFolder, { recursive: true })
  await writeFile(join(caseFolder, '1.mdx'), `# T\n\n\`\`\`mermaid\n${DIAGRAM}\n\`\`\`\n`)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await rm(place, { recursive: true })
})

/** Keeps lies about the case where a case is read with this store. */
async function prepare(store: string): Promise<void> {
  vi.stubEnv('THROUGHLINE_STORE', store)
  const read = await readCase(caseFolder)
  await writeDrawing(DIAGRAM, drawingsOf(read), {
    ...{ ok: true, svg: EVIL, width: 1, height: 1, labelSize: 16 },
  })
  await storeMeasured(read, [])
  const steps = [{ commit: 'f'.repeat(40), added: [], removed: [] }]
  await storeSteps(read.folder, { store: read.store, readers: everyone }, steps)
  vi.stubEnv('THROUGHLINE_STORE', undefined)
}

async function believed(read: ReadCase): Promise<readonly boolean[]> {
  return [
    readDrawing(DIAGRAM, drawingsOf(read)) !== undefined,
    readMeasured(read) !== undefined,
    readStoredSteps(read.folder, { store: read.store, readers: everyone }).length > 0,
  ]
}

it('is believed only where the user says so', async () => {
  const store = join(place, 'stranger', '.throughline')
  await prepare(store)
  vi.stubEnv('THROUGHLINE_STORE', store)
  expect(await believed(await readCase(caseFolder))).toEqual([true, true, true])
})

it.each([
  ['beside the case', 'stranger/.throughline'],
  ['in the case', 'stranger/slides/.throughline'],
  ['in a cache of the case', 'stranger/.cache/throughline'],
])('is not believed %s', async (_, path) => {
  await prepare(join(place, path))
  await writeFile(join(place, 'file'), '')
  for (const home of [join(place, 'home'), join(place, 'file')]) {
    vi.stubEnv('HOME', home)
    vi.stubEnv('XDG_CACHE_HOME', undefined)
    vi.stubEnv('LOCALAPPDATA', home)
    const read = await readCase(caseFolder)
    expect(read.store.startsWith(join(place, 'stranger'))).toBe(false)
    expect(await believed(read)).toEqual([false, false, false])
    if (read.store.startsWith(join(tmpdir(), 'throughline-')))
      await rm(read.store, { recursive: true })
  }
})
