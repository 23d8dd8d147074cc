/** The process that renders: does one order, sends how it went, and waits until it is ended. */
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BuildContext } from '../../core/model/build-context.ts'
import { type HandedCase, takeOver } from '../read/hand-over.ts'
import { explain } from '../report/failure.ts'
import { giveCase, writeGiven } from './given.ts'
import { joinModules } from './join-modules.ts'
import { renderAll } from './pages.ts'
import { picturesFor } from './pictures.ts'
import { placeTheme } from './place-theme.ts'
import { keptRenderer, placeRenderer } from './renderer.ts'
import type { RendererModule } from './renderer-module.ts'
import { ENTRY, type WorkFolder } from './work-folder.ts'

/** What to render, and where. */
export interface RenderOrder {
  /** The folder in which this process was started. */
  readonly work: WorkFolder
  /** Absolute path of the folder that takes the pages. */
  readonly folder: string
  readonly context: BuildContext
  /** The case of which they are made. */
  readonly handed: HandedCase
}

/** What this process is sent: first the order, then that the diagrams are drawn; or just to bundle the pages. */
export type RenderMessage =
  | { readonly order: RenderOrder }
  | { readonly drawn: true }
  | { readonly bundle: Pick<RenderOrder, 'work' | 'context'> }

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
  else if ('bundle' in message)
    void report(() => keptRenderer(message.bundle.work, message.bundle.context))
  else void report(() => render(message.order))
})
// The program that ordered the pages has ended: nobody needs them. An exit would wait for the bundler.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

async function report(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
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

async function render(order: RenderOrder): Promise<void> {
  const { work, folder, context, handed } = order
  const read = takeOver(handed)
  const modules = await placeRenderer(work, folder, context)
  joinModules(work, modules)
  const { look, sheet } = await placeTheme(folder, context)
  await Promise.all([
    writeGiven(work, 'context', context),
    writeGiven(work, 'look', look),
    giveCase(work, read),
  ])
  // As `make-renderer.ts` has bundled it.
  const renderer: RendererModule = await import(pathToFileURL(join(modules, ENTRY)).href)
  const pictures = picturesFor(renderer, order)
  await renderer.writeTexts(work, context, pictures)
  await drawn
  await renderer.refuseChanged(read)
  await renderAll(renderer, { folder, base: context.base, sheet })
  await pictures.makeSmaller()
}
