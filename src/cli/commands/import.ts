/** `import`: makes a case folder of plain Markdown. */

import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findInputs } from '../../node/import/find-inputs.ts'
import { importFiles } from '../../node/import/import-files.ts'
import { describeImport } from '../../node/import/summary.ts'
import { refuseTarget, writeFiles } from '../../node/import/write-files.ts'
import { typedIn } from '../../node/read/paths.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { UsageError } from '../../node/report/usage-error.ts'
import { printable } from '../../node/report/width.ts'

const USAGE = commandLine('import FILE|DIR … --to DIR')

/**
 * Resolves to the exit code 0; whatever remains to be done is a finding, and no error.
 *
 * @param args what was typed behind `import`
 * @throws UsageError where it cannot be meant; then nothing was written
 */
export async function importCase(
  args: readonly string[],
  print: (words: string) => void = console.log,
): Promise<number> {
  const { named, target, isForced } = readTyped(args)
  const inputs = await findInputs(named)
  await refuseTarget(target, named, isForced)
  const imported = await importFiles(inputs)
  await writeFiles(target, imported.files)
  print(printable(describeImport({ ...imported, folder: target })))
  return 0
}

interface Typed {
  /** Absolute paths. */
  readonly named: readonly string[]
  /** Absolute path. */
  readonly target: string
  readonly isForced: boolean
}

function readTyped(args: readonly string[], from = typedIn()): Typed {
  const { tokens } = parseArgs({
    args: [...args],
    options: { to: { type: 'string' }, force: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const named: string[] = []
  let to: string | undefined
  let isForced = false
  for (const token of tokens) {
    if (token.kind === 'positional') named.push(resolve(from, token.value))
    if (token.kind !== 'option') continue
    if (token.name === 'force' && token.value === undefined) isForced = true
    else if (token.name !== 'to')
      throw new UsageError(`Unknown option ${token.rawName}; expected --to or --force.`)
    else if (!token.value || (!token.inlineValue && token.value.startsWith('-')))
      throw new UsageError('Expected DIR after --to.')
    else to = token.value
  }
  if (named.length === 0) throw new UsageError(`Expected files or folders to import: ${USAGE}`)
  if (to === undefined) throw new UsageError(`Expected --to with a folder to make: ${USAGE}`)
  return { named, target: resolve(from, to), isForced }
}
