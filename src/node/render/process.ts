/** The process that renders: does one order, tells how it went, and waits for its end. */
import { build } from 'astro'
import type { BuildContext } from '../../core/model/build-context.ts'
import { explain } from '../report/failure.ts'
import { astroConfig } from './astro-config.ts'
import type { WorkFolder } from './work-folder.ts'

/** What to render, and where. */
export interface Order {
  /** The folder in which this process was started. */
  readonly work: WorkFolder
  /** Absolute path of the folder that takes the pages. */
  readonly folder: string
  readonly context: BuildContext
}

/** What this process hears: first the order, then that the diagrams are there. */
export type Heard = { readonly order: Order } | { readonly drawn: true }

/** What it tells, once. */
export type Told =
  | { readonly done: true }
  | {
      /** In words for people. */
      readonly failed: string
      readonly stack: string | undefined
    }

const { promise: drawn, resolve: haveDrawn } = Promise.withResolvers<void>()

process.on('message', (heard: Heard) => {
  if ('drawn' in heard) haveDrawn()
  else void renderAndTell(heard.order)
})
// Nobody waits for pages whose builder is gone.
process.on('disconnect', () => process.exit(1))

async function renderAndTell(order: Order): Promise<void> {
  try {
    await render(order)
    tell({ done: true })
  } catch (error) {
    tell({ failed: explain(error, {}), stack: error instanceof Error ? error.stack : undefined })
  }
}

function tell(told: Told): void {
  process.send?.(told)
}

async function render({ work, folder, context }: Order): Promise<void> {
  const waiting = { name: 'throughline:await-drawings', writeBundle: () => drawn }
  await build({ ...astroConfig(work, context, [waiting]), outDir: folder })
}
