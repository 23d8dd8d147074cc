/** `bundle`: builds the case, and says which files of it work without a server or a network. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { shown } from '../../node/read/paths.ts'
import type { Options } from '../options.ts'
import { buildAndReport } from './build.ts'

/** What each offline file is for, in one line. */
const MEANINGS: Readonly<Record<string, string>> = {
  'offline/narrative.html': 'the narrative in one file',
  'offline/deck.html': 'the deck in one file; beside the other, their links meet',
  'offline/case.zip': 'the whole site: unpack it, then open index.html',
}

/**
 * Builds, so that nobody carries an older state away, and names the files. Resolves to the exit
 * code.
 */
export async function bundle(options: Options): Promise<number> {
  const { code, files = [] } = await buildAndReport(options)
  const lines = files
    .filter((file) => file in MEANINGS)
    .map(async (file) => {
      const { size } = await stat(join(options.out, file))
      return `${shown(join(options.out, file))}  ${kilobytes(size)}  ${MEANINGS[file]}`
    })
  if (lines.length > 0) console.log(['', ...(await Promise.all(lines))].join('\n'))
  return code
}

/** 1 kB is 1000 bytes. */
function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`
}
