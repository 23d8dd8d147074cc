/** The manual: a case of our own, told as one page that needs no other file. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFiles } from '../offline/files.ts'
import { inlinePage } from '../offline/page.ts'
import { root, sources } from '../paths/index.ts'
import { readCase } from '../read/read-case.ts'
import { writeAtomically } from '../store/atomic-write.ts'
import { storeFolder } from '../store/index.ts'
import { storeOf } from '../store/place.ts'
import { hashOfSources } from '../store/tool.ts'
import { renderPages } from './pages.ts'

/** The only page of the manual. */
const PAGE = 'index.html'

/** Where it lies in a package. */
const SHIPPED = join(sources, 'manual', PAGE)

/**
 * The folder with the manual as `index.html`: the one that came with the package, or the one that was
 * made of the code and packages as they are now; it is made where there is neither.
 */
export async function builtManual(): Promise<string> {
  if (existsSync(SHIPPED)) return join(sources, 'manual')
  const all = storeFolder(await storeOf(sources), 'manual')
  const packages = await readFile(join(root, 'package-lock.json'))
  const made = createHash('sha256')
    .update(hashOfSources([sources]))
    .update(packages)
  const state = made.digest('hex').slice(0, 16)
  const folder = join(all, state)
  if (existsSync(join(folder, PAGE))) return folder
  const page = await buildManual()
  await mkdir(folder, { recursive: true })
  await writeAtomically(join(folder, PAGE), page)
  const older = (await readdir(all)).filter((name) => name !== state)
  await Promise.all(older.map((name) => rm(join(all, name), { recursive: true, force: true })))
  return folder
}

/** The manual as one page of HTML. */
async function buildManual(): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'throughline-manual-'))
  try {
    const asked = { mayQuote: true, withoutPast: true } as const
    const read = await readCase(join(sources, 'manual'), 'public', asked)
    if (read.unreadable) throw new Error('The manual is not fit to be built: npx throughline check')
    await renderPages(read, scratch)
    const files = await openFiles(scratch, '/', read.store)
    const placeOf = () => undefined
    return await inlinePage(files, { page: PAGE, file: PAGE, placeOf, withoutScripts: true })
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
