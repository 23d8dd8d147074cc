/** `manual`: serves the manual, opened at the finding that is named. */
import { openWindows } from '../../node/browser/open-windows.ts'
import { untilInterrupted } from '../../node/run/interrupt.ts'
import { serve } from '../../node/serve/index.ts'
import { builtManual } from '../../node/site/manual.ts'
import type { Options } from '../usage/options.ts'

/** Serves until stopped. Resolves to the exit code. */
export async function manual({ port, open, check }: ManualOptions): Promise<number> {
  const server = await serve(await builtManual(), { port })
  const address = check === undefined ? server.url : `${server.url}#${check}`
  console.log(`\nManual     ${address}\n\nCtrl+C stops it.`)
  if (open && !(await openWindows([address])))
    console.log('No browser could be opened. Open the address in one yourself.')
  await untilInterrupted()
  await server.close()
  return 0
}

/** What it reads of the options, and the check to open it at. */
type ManualOptions = Pick<Options, 'port' | 'open'> & { readonly check: string | undefined }
