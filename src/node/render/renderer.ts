/**
 * The renderer of a build, which is kept: our pages are bundled once for each theme, base and state of
 * the tool. What a build says of itself, and the texts of its case, are modules that stand beside it.
 */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BuildContext } from '../../core/model/build-context.ts'
import { keep } from '../store/atomic-write.ts'
import { readStored, storeFolder } from '../store/index.ts'
import { seal, unseal } from '../store/seal.ts'
import { hashOfTool } from '../store/tool.ts'
import type { Renderer } from './make-renderer.ts'
import type { WorkFolder } from './work-folder.ts'

/** Puts its modules into the work folder, and what browsers load into the output. */
export async function placeRenderer(
  work: WorkFolder,
  folder: string,
  context: BuildContext,
): Promise<void> {
  const { modules, loaded } = await keptRenderer(work, context)
  await Promise.all([writeAll(work.renderer, modules), writeAll(folder, loaded)])
}

async function keptRenderer(work: WorkFolder, context: BuildContext): Promise<Renderer> {
  const { base, theme, store } = context
  const about = JSON.stringify([base, theme, process.execArgv, await hashOfTool()])
  const name = createHash('sha256').update(about).digest('hex').slice(0, 32)
  const path = join(storeFolder(store, 'renderers'), `${name}.stored`)
  const kept = unseal<Renderer>(readStored(path))
  if (kept) return kept
  const made = await (await import('./make-renderer.ts')).makeRenderer(work, context)
  await keep(path, seal(made))
  return made
}

async function writeAll(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const paths = [...files.keys()].map((file) => dirname(join(folder, file)))
  await Promise.all([...new Set(paths)].map((path) => mkdir(path, { recursive: true })))
  await Promise.all([...files].map(([file, bytes]) => writeFile(join(folder, file), bytes)))
}
