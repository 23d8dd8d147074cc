/**
 * The renderer of a build, which is kept: our pages are bundled once for each theme, base and state of
 * the tool. What a build says of itself, and the texts of its case, are modules that stand beside it.
 */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BuildContext } from '../../core/model/build-context.ts'
import { inTurn } from '../store/in-turn.ts'
import { hashOfTool } from '../store/tool.ts'
import { readOrMake, readValue } from '../store/values.ts'
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
  const about = [base, theme, process.execArgv, await hashOfTool()]
  const which = { store, kind: 'renderers', about } as const
  const make = async () => (await import('./make-renderer.ts')).makeRenderer(work, context)
  const name = createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 16)
  // Bundling takes several seconds of the processor: builds at once need it once.
  return (
    readValue<Renderer>(which) ??
    inTurn({ store, name: `renderer-${name}` }, () => readOrMake(which, make))
  )
}

async function writeAll(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const paths = [...files.keys()].map((file) => dirname(join(folder, file)))
  await Promise.all([...new Set(paths)].map((path) => mkdir(path, { recursive: true })))
  await Promise.all([...files].map(([file, bytes]) => writeFile(join(folder, file), bytes)))
}
