/** `start`: builds the case, serves it until someone stops it, and prints where everything is. */
import { join } from 'node:path'
import { untilInterrupted } from '../interrupt.ts'
import type { Options } from '../options.ts'
import { shown } from '../paths.ts'
import { serve } from '../serve.ts'
import { buildAndReport } from './build.ts'

/**
 * Builds and serves. A case with errors is served too; one that could not be built is not, lest an
 * older one is taken for it. Resolves to the exit code once stopped.
 */
export async function start(options: Options): Promise<number> {
  const { code, files } = await buildAndReport(options)
  if (!files) return code
  const server = await serve(options.out, options)
  console.log(addresses(server.url, options.out, files))
  await untilInterrupted()
  await server.close()
  return code
}

/** One line for each output. */
export function addresses(url: string, out: string, files: readonly string[]): string {
  return [
    '',
    `Narrative  ${url}`,
    `Deck       ${url}deck/`,
    `Speaker    ${url}deck/speaker/`,
    `Trace      ${url}trace/`,
    `Data       ${url}case.json`,
    ...files.map((path) => {
      const what = path.endsWith('.pdf') ? 'PDF' : 'Offline'
      return `${what.padEnd(11)}${shown(join(out, path))}`
    }),
    '',
    'Ctrl+C stops it.',
  ].join('\n')
}
