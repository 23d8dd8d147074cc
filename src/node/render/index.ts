/** Renders the pages of a case in a process of its own, whose memory is free again when it ends. */
import { type ChildProcess, fork } from 'node:child_process'
import { extname, join } from 'node:path'
import { byLinks, typedIn } from '../paths/index.ts'
import { handOver } from '../read/hand-over.ts'
import type { ReadCase } from '../read/read-case.ts'
import { onInterrupt } from '../run/interrupt.ts'
import { compiledToo } from '../store/compiled.ts'
import type { RenderMessage, RenderOrder, RenderOutcome } from './process.ts'
import { isRendererKept, type RendererOf } from './renderer.ts'
import { inWorkFolder, type WorkFolder } from './work-folder.ts'

/** Pages could not be rendered; the message says where and why, in words for people. */
export class RenderError extends Error {
  override name = 'RenderError'
}

/** In TypeScript or in JavaScript, as this file is. */
const PROCESS = join(import.meta.dirname, `process${extname(import.meta.filename)}`)

/** What to render, for whom, and where to. */
type PagesOrder = Omit<RenderOrder, 'handed'> & { readonly read: ReadCase }

/**
 * Renders pages into a folder. 700 pages leave a gigabyte of garbage, which Node would still keep
 * while a browser prints them: the process has ended when this has.
 * @param drawn Settles when the diagrams are drawn: texts are compiled meanwhile, and pages rendered after.
 * @throws RenderError; what `drawn` throws. Nothing is written once this has ended, whatever happened.
 */
export type Render = (order: PagesOrder, drawn: Promise<unknown>) => Promise<void>

/** Renders pages in a process that is started for that now. */
export const render: Render = (order, drawn) =>
  withRenderer(order.context, (ordered) => ordered(order, drawn))

/**
 * Starts the process that renders, which gets ready while the case is still being read: it loads our pages,
 * or bundles them. It renders one order, and ends with that or with `use`.
 */
export function withRenderer<T>(of: RendererOf, use: (render: Render) => Promise<T>): Promise<T> {
  return inProcess(of, ({ tell, done, end }) =>
    use(async ({ folder, context, read }, drawn) => {
      try {
        tell({ order: { folder, context, handed: handOver(read) } })
        await Promise.race([drawn, done])
        tell({ drawn: true })
        await done
      } finally {
        await end()
      }
    }),
  )
}

/**
 * Bundles the pages where this state of the tool never did.
 * @throws RenderError
 */
export async function prepareRenderer(of: RendererOf): Promise<void> {
  if (await isRendererKept(of)) return
  await inProcess(of, ({ tell, done }) => {
    tell({ justPrepare: true })
    return done
  })
}

/** A process that gets ready to render. */
interface RenderProcess {
  readonly tell: (message: RenderMessage) => void
  /** Settles with what it was told to do. */
  readonly done: Promise<void>
  /** Settles when it has ended: it writes nothing any more. */
  readonly end: () => Promise<void>
}

function inProcess<T>(of: RendererOf, use: (one: RenderProcess) => Promise<T>): Promise<T> {
  return inWorkFolder(of, async (work) => {
    const child = startIn(work)
    const stop = () => void child.kill('SIGKILL')
    const stopListening = onInterrupt(stop)
    const ended = untilEnded(child)
    const end = async () => {
      stop()
      await ended
      stopListening()
    }
    // Where the process has ended, `done` says so.
    const tell = (message: RenderMessage) => void child.send(message, () => undefined)
    const done = untilDone(child)
    // Whoever orders pages hears of it.
    done.catch(() => undefined)
    tell({ prepare: { work, of } })
    try {
      return await use({ tell, done, end })
    } finally {
      await end()
    }
  })
}

/** Waits until the process has gone, or was never there. */
function untilEnded(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => child.pid === undefined && resolve())
  })
}

function startIn(work: WorkFolder): ChildProcess {
  // Pages run from below the folder in which the process was started.
  const env = {
    ...process.env,
    ...compiledToo(),
    INIT_CWD: typedIn(),
    npm_package_json: join(work.root, 'package.json'),
    // What is kept serves every build: none may depend on the mode in which some program runs us.
    NODE_ENV: 'production',
  }
  return fork(PROCESS, {
    ...{ cwd: work.root, env, execArgv: [...byLinks] },
    // A case has maps and sets.
    serialization: 'advanced',
  })
}

/** Waits until the process has done what it was told. */
function untilDone(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) =>
      reject(new RenderError(`Rendering stopped half-way (${signal ?? `exit code ${code}`})`)),
    )
    child.on('message', (outcome: RenderOutcome) => {
      if ('done' in outcome) return resolve()
      const error = new RenderError(outcome.failed)
      if (outcome.stack !== undefined) error.stack = outcome.stack
      reject(error)
    })
  })
}
