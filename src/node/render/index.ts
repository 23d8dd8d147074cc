/** Renders the pages of a case in a process of its own: the memory that it takes ends with it. */
import { type ChildProcess, fork } from 'node:child_process'
import { extname, join } from 'node:path'
import { typedIn } from '../read/paths.ts'
import { onInterrupt } from '../site/interrupt.ts'
import type { Heard, Order, Told } from './process.ts'
import { inWorkFolder, type WorkFolder } from './work-folder.ts'

/** Pages could not be rendered; the message says where and why, in words for people. */
export class RenderError extends Error {
  override name = 'RenderError'
}

/** In TypeScript or in JavaScript, as this file is. */
const PROCESS = join(import.meta.dirname, `process${extname(import.meta.filename)}`)

/**
 * Renders pages into a folder. 700 pages leave a gigabyte of garbage, which Node would still keep
 * while a browser prints them.
 * @param drawn What the pages need, once they are bundled and about to be rendered.
 * @throws RenderError; what `drawn` throws. Whatever happens, nothing is written after the end.
 */
export function render(order: Pages, drawn: Promise<unknown>): Promise<void> {
  return inWorkFolder(order.context.caseFolder, (work) => renderIn(work, order, drawn))
}

/** What to render, for whom, and where to. */
type Pages = Omit<Order, 'work'>

async function renderIn(work: WorkFolder, order: Pages, drawn: Promise<unknown>): Promise<void> {
  // Pages run from below the folder in which the process was started.
  const env = {
    ...process.env,
    INIT_CWD: typedIn(),
    npm_package_json: join(work.root, 'package.json'),
  }
  const child = fork(PROCESS, { cwd: work.root, env, execArgv: [] })
  const stop = () => void child.kill('SIGKILL')
  const calm = onInterrupt(stop)
  try {
    const told = hear(child)
    say(child, { order: { ...order, work } })
    await Promise.race([drawn, told])
    say(child, { drawn: true })
    await told
  } finally {
    stop()
    calm()
  }
}

function say(child: ChildProcess, words: Heard): void {
  // One that has ended is told of where it is heard.
  child.send(words, () => undefined)
}

/** Waits for what the process tells. */
function hear(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) =>
      reject(new RenderError(`Rendering stopped half-way (${signal ?? `exit code ${code}`})`)),
    )
    child.on('message', (told: Told) => {
      if ('done' in told) return resolve()
      const error = new RenderError(told.failed)
      if (told.stack !== undefined) error.stack = told.stack
      reject(error)
    })
  })
}
