/** `start`: builds the case, serves it until someone stops it, and prints where everything is. */
import { join } from 'node:path'
import { shown } from '../../node/paths/index.ts'
import { untilInterrupted } from '../../node/run/interrupt.ts'
import { serve } from '../../node/serve/index.ts'
import type { Options } from '../usage/options.ts'
import { buildAndReport } from './build.ts'

/**
 * Builds and serves. A case with errors is served too; one that could not be built is not, lest an
 * older one is taken for it. Resolves to the exit code once stopped.
 */
export async function start(options: Options): Promise<number> {
  const { code, files, ...made } = await buildAndReport(options)
  if (!files) return code
  const server = await serve(options.out, {
    ...options,
    isPrivate: options.audience === 'internal',
  })
  console.log(addresses(server.url, { out: options.out, files, ...made }))
  await untilInterrupted()
  await server.close()
  return code
}

/** What there is besides the pages that every case has. */
interface Made {
  readonly out: string
  /** PDFs and offline files, relative to `out`. */
  readonly files: readonly string[]
  /** Names of routes. */
  readonly routes?: readonly string[] | undefined
  /** Whether the case has estimates. */
  readonly hasFigures?: boolean | undefined
}

/** One line for each output. */
export function addresses(
  url: string,
  { out, files, routes = [], hasFigures = false }: Made,
): string {
  return [
    '',
    `Narrative  ${url}`,
    `Deck       ${url}deck/`,
    `Speaker    ${url}deck/speaker/`,
    ...routes.map((name) => `Route      ${url}deck/${name}/`),
    `Trace      ${url}trace/`,
    ...(hasFigures ? [`Figures    ${url}figures/`] : []),
    `Changes    ${url}changes/`,
    `Data       ${url}case.json`,
    ...files.map((path) => {
      const what = path.endsWith('.pdf') ? 'PDF' : 'Offline'
      return `${what.padEnd(11)}${shown(join(out, path))}`
    }),
    '',
    'Ctrl+C stops it.',
  ].join('\n')
}
