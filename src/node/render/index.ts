/** Renders the pages of a case in a process of its own, whose memory is free again when it ends. */
import { type ChildProcess, fork } from 'node:child_process'
import { extname, join } from 'node:path'
import type { BuildContext } from '../../core/model/build-context.ts'
import { typedIn } from '../paths/index.ts'
import { handOver } from '../read/hand-over.ts'
import type { ReadCase } from '../read/read-case.ts'
import { onInterrupt } from '../run/interrupt.ts'
import { compiledToo } from '../store/compiled.ts'
import type { RenderMessage, RenderOrder, RenderOutcome } from './process.ts'
import { isRendererKept } from './renderer.ts'
import { inWorkFolder, type WorkFolder } from './work-folder.ts'

/** Pages could not be rendered; the message says where and why, in words for people. */
export class RenderError extends Error {
  override name = 'RenderError'
}

/** In TypeScript or in JavaScript, as this file is. */
const PROCESS = join(import.meta.dirname, `process${extname(import.meta.filename)}`)

/** Where our own path is not plain, code is found by links that are. */
const BY_LINKS = process.execArgv.filter((flag) => flag.startsWith('--preserve-symlinks'))

/**
 * Renders pages into a folder. 700 pages leave a gigabyte of garbage, which Node would still keep
 * while a browser prints them.
 * @param drawn Settles when the diagrams are drawn: pages are bundled meanwhile, and rendered after.
 * @throws RenderError; what `drawn` throws. Nothing is written once this has ended, whatever happened.
 */
export function render(order: PagesOrder, drawn: Promise<unknown>): Promise<void> {
  return inWorkFolder(order.context, (work) => renderIn(work, order, drawn))
}

/** What to render, for whom, and where to. */
type PagesOrder = Omit<RenderOrder, 'work' | 'handed'> & { readonly read: ReadCase }

async function renderIn(
  work: WorkFolder,
  { folder, context, read }: PagesOrder,
  drawn: Promise<unknown>,
): Promise<void> {
  await inProcess(work, async (child) => {
    const rendered = untilRendered(child)
    send(child, { order: { work, folder, context, handed: handOver(read) } })
    await Promise.race([drawn, rendered])
    send(child, { drawn: true })
    await rendered
  })
}

/**
 * Bundles the pages where this state of the tool never did.
 * @throws RenderError
 */
export async function prepareRenderer(context: BuildContext): Promise<void> {
  if (await isRendererKept(context)) return
  await inWorkFolder(context, (work) =>
    inProcess(work, async (child) => {
      const bundled = untilRendered(child)
      send(child, { bundle: { work, context } })
      await bundled
    }),
  )
}

async function inProcess(work: WorkFolder, use: (child: ChildProcess) => Promise<void>) {
  // Pages run from below the folder in which the process was started.
  const env = {
    ...process.env,
    ...compiledToo(),
    INIT_CWD: typedIn(),
    npm_package_json: join(work.root, 'package.json'),
    // What is kept serves every build: none may depend on the mode in which some program runs us.
    NODE_ENV: 'production',
  }
  const child = fork(PROCESS, {
    ...{ cwd: work.root, env, execArgv: BY_LINKS },
    // A case has maps and sets.
    serialization: 'advanced',
  })
  const stop = () => void child.kill('SIGKILL')
  const stopListening = onInterrupt(stop)
  try {
    await use(child)
  } finally {
    stop()
    stopListening()
  }
}

function send(child: ChildProcess, message: RenderMessage): void {
  // Where the process has ended, `untilRendered` says so.
  child.send(message, () => undefined)
}

/** Waits until the process has rendered the pages. */
function untilRendered(child: ChildProcess): Promise<void> {
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
