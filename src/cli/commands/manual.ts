/** `manual`: serves the manual, opened at the finding that is named. */
import { findingIds, isFindingId } from '../../core/findings/catalogue.ts'
import { nearest } from '../../core/text/nearest.ts'
import { openWindows } from '../../node/browser/open-windows.ts'
import { UsageError } from '../../node/report/usage-error.ts'
import { serve } from '../../node/serve/index.ts'
import { untilInterrupted } from '../../node/site/interrupt.ts'
import { builtManual } from '../../node/site/manual.ts'
import { parseOptions } from '../options.ts'

/**
 * Serves until stopped. Resolves to the exit code.
 *
 * @param args what was typed: a check's id, if any, and options
 * @throws UsageError for a check that there is not.
 */
export async function manual(args: readonly string[]): Promise<number> {
  const check = args[0]?.startsWith('-') ? undefined : args[0]
  const { port, open } = parseOptions(check === undefined ? args : args.slice(1), [
    'port',
    'no-open',
  ])
  const part = check === undefined ? '' : `#${checkNamed(check)}`
  const server = await serve(await builtManual(), { port })
  const address = `${server.url}${part}`
  console.log(`\nManual     ${address}\n\nCtrl+C stops it.`)
  if (open && !(await openWindows([address])))
    console.log('No browser could be opened. Open the address in one yourself.')
  await untilInterrupted()
  await server.close()
  return 0
}

function checkNamed(typed: string): string {
  if (isFindingId(typed)) return typed
  throw new UsageError(`Unknown check ${typed}; expected ${nearest(typed, findingIds, 1).join()}.`)
}
