/**
 * The renderer of a build, which is kept: our pages are bundled once for each state of the tool. What a
 * build says of itself and of its look, and the texts of its case, are modules that stand elsewhere.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BuildContext } from '../../core/model/build-context.ts'
import { writeAtomically } from '../store/atomic-write.ts'
import { inTurn } from '../store/in-turn.ts'
import { markUsed, storeFolder } from '../store/index.ts'
import { hashOfTool } from '../store/tool.ts'
import { readOrMake, readValue } from '../store/values.ts'
import type { Renderer } from './make-renderer.ts'
import { isPlain } from './plain-path.mjs'
import { ANY_BASE, type WorkFolder } from './work-folder.ts'

/** Puts what browsers load into the output; the folder with its modules, which serves every build. */
export async function placeRenderer(
  work: WorkFolder,
  folder: string,
  context: BuildContext,
): Promise<string> {
  const { modules: all, loaded } = await keptRenderer(work, context)
  const modules = new Map([...all].map(([file, bytes]) => [file, withBase(bytes, context.base)]))
  const place = placeOf(work, context.store, modules)
  await Promise.all([unpack(place, modules), writeAll(folder, loaded)])
  return place
}

/** Whether the renderer of this state of the tool is kept. */
export async function isRendererKept({ store }: Pick<BuildContext, 'store'>): Promise<boolean> {
  return readValue<Renderer>(await kept(store)) !== undefined
}

async function kept(store: string) {
  return { store, kind: 'renderers', about: [process.execArgv, await hashOfTool()] } as const
}

/** The one that is kept; bundles the pages where there is none. */
export async function keptRenderer(work: WorkFolder, context: BuildContext): Promise<Renderer> {
  const { store } = context
  const which = await kept(store)
  const { about } = which
  const make = async () => (await import('./make-renderer.ts')).makeRenderer(work, context)
  const name = createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 16)
  // Bundling takes several seconds of the processor: builds at once need it once.
  return (
    readValue<Renderer>(which) ??
    inTurn({ store, name: `renderer-${name}` }, () => readOrMake(which, make))
  )
}

/** The bytes of a module for a base: a path that code writes as it is. */
function withBase(bytes: Uint8Array, base: string): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const open = ANY_BASE.slice(0, -1)
  if (!text.includes(open)) return bytes
  const placed = text.toString().replaceAll(ANY_BASE, base)
  return Buffer.from(placed.replaceAll(open, base.slice(0, -1)))
}

/** In the store; where the path of that is not plain, in the work folder. */
function placeOf(work: WorkFolder, store: string, modules: Renderer['modules']): string {
  const all = storeFolder(store, 'unpacked')
  if (!isPlain(all)) return join(work.root, 'renderer')
  const hash = createHash('sha256')
  for (const [file, bytes] of modules) hash.update(file).update(bytes)
  return join(all, hash.digest('hex').slice(0, 16))
}

/** Writes what is not there as it should be: other builds may load it just now. */
async function unpack(folder: string, files: Renderer['modules']): Promise<void> {
  const written = [...files].map(async ([file, bytes]) => {
    const path = join(folder, file)
    const there = await readFile(path).catch(() => undefined)
    if (!there?.equals(bytes)) await writeAtomically(path, bytes)
  })
  await Promise.all(written)
  markUsed(folder)
}

async function writeAll(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const paths = [...files.keys()].map((file) => dirname(join(folder, file)))
  await Promise.all([...new Set(paths)].map((path) => mkdir(path, { recursive: true })))
  await Promise.all([...files].map(([file, bytes]) => writeFile(join(folder, file), bytes)))
}
