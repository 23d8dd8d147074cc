/**
 * The renderer of a build, which is kept: our pages are bundled once for each state of the tool. What a
 * build says of itself and of its look, and the texts of its case, are modules that stand elsewhere.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type BuildContext, buildContext } from '../../core/model/build-context.ts'
import { byLinks } from '../paths/index.ts'
import { writeAtomically } from '../store/atomic-write.ts'
import { inTurn } from '../store/in-turn.ts'
import { markUsed, storeFolder } from '../store/index.ts'
import { hashOfTool } from '../store/tool.ts'
import { readOrMake, readValue } from '../store/values.ts'
import type { Renderer } from './make-renderer.ts'
import { isPlain } from './plain-path.mjs'
import { ANY_BASE, type WorkFolder } from './work-folder.ts'

/** Of which build, as far as its renderer asks. */
export type RendererOf = Pick<BuildContext, 'caseFolder' | 'store' | 'base'>

/** A renderer that can be loaded. */
interface ReadyRenderer {
  /** The folder with its modules, which serves every build. */
  readonly folder: string
  /** Those by which pages are asked for, from that folder. */
  readonly pages: readonly string[]
  /** Puts what browsers load into an output. */
  readonly placeLoaded: (output: string) => Promise<void>
}

/** Makes the renderer, or takes the one that is kept. */
export async function readyRenderer(work: WorkFolder, of: RendererOf): Promise<ReadyRenderer> {
  const { modules: all, loaded, pages } = await keptRenderer(work, of)
  const modules = new Map([...all].map(([file, bytes]) => [file, withBase(bytes, of.base)]))
  const folder = placeOf(work, of.store, modules)
  await unpack(folder, modules)
  return {
    folder,
    pages,
    placeLoaded: (output) => writeAll(output, loaded),
  }
}

/** Whether the renderer of this state of the tool is kept. */
export async function isRendererKept({ store }: Pick<RendererOf, 'store'>): Promise<boolean> {
  return readValue<Renderer>(await kept(store)) !== undefined
}

async function kept(store: string) {
  return { store, kind: 'renderers', about: [byLinks, await hashOfTool()] } as const
}

/** The one that is kept; bundles the pages where there is none. */
async function keptRenderer(
  work: WorkFolder,
  { caseFolder, store }: RendererOf,
): Promise<Renderer> {
  const which = await kept(store)
  const { about } = which
  const context = buildContext({ caseFolder, store })
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
