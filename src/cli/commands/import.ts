/** `import`: makes a case folder of documents of other programs, or brings what people put beside them. */

import { bringComments, commentFiles } from '../../node/import/bring-comments.ts'
import { areQuestions, bringQuestions } from '../../node/import/bring-questions.ts'
import { findInputs } from '../../node/import/find-inputs.ts'
import { importFiles } from '../../node/import/import-files.ts'
import { describeImport } from '../../node/import/summary.ts'
import { refuseTarget, writeFiles } from '../../node/import/write-files.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { printable } from '../../node/report/width.ts'
import { UsageError } from '../../node/run/usage-error.ts'
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
  {
    to: target,
    force,
    comments,
    case: folder,
  }: Pick<Options, 'to' | 'force' | 'comments' | 'case'>,
  print: Print,
): Promise<number> {
  if (target === undefined && areQuestions(named)) {
    print(printable(await bringQuestions(named, folder)))
    return 0
  }
  if (target === undefined && !comments)
    throw new UsageError(`Expected --to DIR: ${commandLine('import ../notes --to our-case')}`)
  const inputs = await findInputs(named)
  if (target === undefined) {
    print(printable(await bringComments(inputs, folder)))
    return 0
  }
  await refuseTarget(target, named, force)
  const imported = await importFiles(inputs)
  const brought = comments
    ? commentFiles(imported.imported, imported.assembled, target)
    : { files: [], lines: [] }
  await writeFiles(target, [...imported.files, ...brought.files])
  print(printable(describeImport({ ...imported, folder: target, brought: brought.lines })))
  return 0
}
