/** The process that renders: does one order, sends how it went, and waits until it is ended. */
import { cp } from 'node:fs/promises'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { build } from 'astro'
import type { BuildContext } from '../../core/model/build-context.ts'
import { explain } from '../report/failure.ts'
import { astroConfig } from './astro-config.ts'
import { canMove } from './can-move.ts'
import type { WorkFolder } from './work-folder.ts'

/** What to render, and where. */
export interface RenderOrder {
  /** The folder in which this process was started. */
  readonly work: WorkFolder
  /** Absolute path of the folder that takes the pages. */
  readonly folder: string
  readonly context: BuildContext
}

/** What this process is sent: first the order, then that the diagrams are drawn. */
export type RenderMessage = { readonly order: RenderOrder } | { readonly drawn: true }

/** What it sends back, once. */
export type RenderOutcome =
  | { readonly done: true }
  | {
      /** In words for people. */
      readonly failed: string
      readonly stack: string | undefined
    }

const { promise: drawn, resolve: haveDrawn } = Promise.withResolvers<void>()

process.on('message', (message: RenderMessage) => {
  if ('drawn' in message) haveDrawn()
  else void renderAndReport(message.order)
})
// The program that ordered the pages has ended: nobody needs them. An exit would wait for the bundler.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

async function renderAndReport(order: RenderOrder): Promise<void> {
  try {
    await render(order)
    // Where Node is told to keep what it has compiled (NODE_COMPILE_CACHE), it would do so at its own end.
    flushCompileCache()
    send({ done: true })
  } catch (error) {
    send({ failed: explain(error, {}), stack: error instanceof Error ? error.stack : undefined })
  }
}

function send(outcome: RenderOutcome): void {
  process.send?.(outcome)
}

/** With what Astro knows and does not name: whether it collects contents. */
type BuildOptions = Parameters<typeof build>[1] & { readonly sync: boolean }

async function render({ work, folder, context }: RenderOrder): Promise<void> {
  const waiting = { name: 'throughline:await-drawings', writeBundle: () => drawn }
  // It would start a server to collect contents, of which there are none, and types that nobody reads.
  const options: BuildOptions = { sync: false }
  // Astro moves what it made out of its own folder, which no system does from disk to disk.
  const isNear = await canMove(work.root, folder)
  const outDir = isNear ? folder : join(work.root, 'made')
  await build({ ...astroConfig(work, context, [waiting]), outDir }, options)
  if (!isNear)
    await cp(outDir, folder, { recursive: true }).catch((error: unknown) => {
      // It would name what it reads.
      throw Object.assign(Object(error), { path: folder })
    })
}
