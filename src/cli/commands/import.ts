/** `import`: makes a case folder of documents of other programs. */

import { findInputs } from '../../node/import/find-inputs.ts'
import { importFiles } from '../../node/import/import-files.ts'
import { describeImport } from '../../node/import/summary.ts'
import { refuseTarget, writeFiles } from '../../node/import/write-files.ts'
import { printable } from '../../node/report/width.ts'
import type { Print } from '../usage/command-row.ts'
import type { Options } from '../usage/options.ts'

/**
 * Resolves to the exit code 0; whatever remains to be done is a finding, and no error.
 *
 * @param named absolute paths of files and folders
 * @throws UsageError where they cannot be imported; then nothing was written
 */
export async function importCase(
  named: readonly string[],
  { to: target, force }: Pick<Options, 'force'> & { readonly to: string },
  print: Print,
): Promise<number> {
  const inputs = await findInputs(named)
  await refuseTarget(target, named, force)
  const imported = await importFiles(inputs)
  await writeFiles(target, imported.files)
  print(printable(describeImport({ ...imported, folder: target })))
  return 0
}
