/** `export`: the deck or the narrative as a file that people can edit. */

import { join } from 'node:path'
import { withBrowserOnDemand } from '../../node/browser/index.ts'
import { exportFormats, type FormatName } from '../../node/export/format-table.ts'
import { makeFormat, requireTools } from '../../node/export/formats.ts'
import { hideFromGit } from '../../node/git/hide.ts'
import { drawDiagrams } from '../../node/mermaid/index.ts'
import { usePagesOf } from '../../node/mermaid/page-pool.ts'
import { shown } from '../../node/paths/index.ts'
import { CHECK, leaksOf, searchForLeaks } from '../../node/publish/leak.ts'
import { takePosters } from '../../node/read/films.ts'
import { readCase } from '../../node/read/read-case.ts'
import { hasErrors, reportOn, written } from '../../node/report/index.ts'
import { step } from '../../node/run/progress.mjs'
import { addMade } from '../../node/site/output-folder.ts'
import { writeAtomically } from '../../node/store/atomic-write.ts'
import type { Options } from '../usage/options.ts'

/**
 * Writes one file, and says where it is. A case that cannot be read whole is not exported: the
 * previous file stays. Resolves to the exit code.
 * @throws NoCaseError; NoOfficeError and NoBrowserError where a program is missing.
 */
export async function exportCase(format: FormatName, options: Options): Promise<number> {
  requireTools(format)
  const read = await step('Reading the case', () => readCase(options.case, options.audience))
  if (read.unreadable) {
    console.log(written(reportOn(read)))
    console.log('Not exported, since the case cannot be read.')
    return 1
  }
  const path = placeOf(format, options)
  const findings = await withBrowserOnDemand(async (browser) => {
    const plain = await takePosters(read, browser)
    const drawn = await step('Drawing diagrams', () => drawDiagrams(read, usePagesOf(browser)))
    const bytes = await step(`Writing ${format}`, () => makeFormat(format, read, browser))
    await searchForLeaks(read).inFile(shown(path), bytes)
    await hideFromGit(path)
    await writeAtomically(path, bytes)
    if (path !== options.out) await addMade(options.out, path)
    return [...plain, ...drawn]
  }).catch(leaksOf)
  const report = reportOn(read, findings)
  if (hasErrors(report.findings)) console.log(written(report))
  if (findings.some(({ check }) => check === CHECK)) {
    console.log('Not exported, since it would tell what was left out.')
    return 1
  }
  console.log(`Exported ${shown(path)}: ${exportFormats[format].meaning}`)
  return hasErrors(report.findings) ? 1 : 0
}

/** `--out` names the file where it ends like one of the format, and else the output folder. */
function placeOf(format: FormatName, { out }: Options): string {
  return out.toLowerCase().endsWith(`.${format}`) ? out : join(out, exportFormats[format].file)
}
