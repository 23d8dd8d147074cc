/**
 * The process that renders: it gets ready while the case is read, does one order, sends how it went, and
 * waits until it is ended.
 */
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BuildContext } from '../../core/model/build-context.ts'
import { type HandedCase, takeOver } from '../read/hand-over.ts'
import type { ReadCase } from '../read/read-case.ts'
import { explain } from '../report/failure.ts'
import { sweepEarly } from '../run/heap.ts'
import { writeContextModule, writeGivenModule } from './given.ts'
import { joinModules } from './join-modules.ts'
import { renderAll } from './pages.ts'
import { picturesFor } from './pictures.ts'
import { type PageLook, placeTheme } from './place-theme.ts'
import { type RendererOf, readyRenderer } from './renderer.ts'
import type { RendererModule } from './renderer-module.ts'
import { ENTRY, type WorkFolder } from './work-folder.ts'

/** What to get ready for. */
interface Preparation {
  /** The folder in which this process was started. */
  readonly work: WorkFolder
  readonly of: RendererOf
}

/** What to render, and where. */
export interface RenderOrder {
  /** Absolute path of the folder that takes the pages. */
  readonly folder: string
  readonly context: BuildContext
  /** The case of which they are made. */
  readonly handed: HandedCase
}

/**
 * What this process is sent: first what to get ready for, then the order, then that the diagrams are drawn; or,
 * in place of an order, to say when it is ready.
 */
export type RenderMessage =
  | { readonly justPrepare: true }
  | { readonly prepare: Preparation }
  | { readonly order: RenderOrder }
  | { readonly drawn: true }

/** What it sends back, once. */
export type RenderOutcome =
  | { readonly done: true }
  | {
      /** In words for people. */
      readonly failed: string
      readonly stack: string | undefined
    }

const { promise: drawn, resolve: haveDrawn } = Promise.withResolvers<void>()
const { promise: ready, resolve: haveReady } = Promise.withResolvers<Prepared>()

sweepEarly()
process.on('message', (message: RenderMessage) => {
  if ('drawn' in message) haveDrawn()
  else if ('prepare' in message) haveReady(prepare(message.prepare))
  else if ('justPrepare' in message) void report(() => ready)
  else void report(() => render(message.order))
})
// Whoever orders pages hears of it.
ready.catch(() => undefined)
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

type Prepared = Awaited<ReturnType<typeof prepare>>

async function prepare({ work, of }: Preparation) {
  const files = await readyRenderer(work, of)
  joinModules(work, files.folder)
  const give = {
    context: await writeContextModule(work),
    look: await writeGivenModule<PageLook>(work, 'look'),
    read: await writeGivenModule<ReadCase>(work, 'read'),
    texts: await writeGivenModule<Texts>(work, 'texts'),
  }
  const load = (file: string) => import(pathToFileURL(join(files.folder, file)).href)
  // As `make-renderer.ts` has bundled it. It goes on once it is given the context.
  const loading: Promise<RendererModule> = load(ENTRY)
  // Pages are asked for one by one: what they are made of is loaded by then. What goes wrong, they say.
  for (const one of [loading, ...files.pages.map(load)]) void one.catch(() => undefined)
  return { work, files, give, loading }
}

/** By the names of texts, from the case folder, what loads their modules. */
type Texts = ReadonlyMap<string, () => Promise<unknown>>

async function render({ folder, context, handed }: RenderOrder): Promise<void> {
  const { work, files, give, loading } = await ready
  const read = takeOver(handed)
  const [{ look, sheet }] = await Promise.all([
    placeTheme(folder, context),
    files.placeLoaded(folder),
  ])
  give.look(look)
  give.read(read)
  give.context(context)
  const renderer = await loading
  const pictures = picturesFor(renderer, { work, folder, context })
  const modules = await renderer.writeTexts(work, context, pictures)
  give.texts(
    new Map([...modules].map(([file, path]) => [file, () => import(pathToFileURL(path).href)])),
  )
  await drawn
  await renderer.refuseChanged(read)
  await renderAll(renderer, { folder, base: context.base, sheet })
  await pictures.makeSmaller()
}
