/** `changes`: says what is new for readers since a tag, a commit or a date. */

import { formatChanges } from '../../core/changes/format.ts'
import { compareCases, editionOf } from '../../core/changes/index.ts'
import { redactSince } from '../../core/changes/redact.ts'
import { formatDate } from '../../core/text/dates.ts'
import { findSince, isDate } from '../../node/history/since.ts'
import { shown } from '../../node/paths/index.ts'
import { readCase } from '../../node/read/read-case.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { printable } from '../../node/report/width.ts'
import { UsageError } from '../../node/run/usage-error.ts'
import type { Print } from '../usage/command-row.ts'
import type { Options } from '../usage/options.ts'

/** What it reads of the options. */
type ChangesOptions = Pick<Options, 'case' | 'changeFormat'> & { readonly since: string }

/**
 * Compares what was with what the folder holds now, also what is not committed. Resolves to the
 * exit code.
 *
 * @param print Where lines for standard output go.
 * @throws NoCaseError; UsageError where git does not know what is asked for, or the case can't be read
 */
export async function changes(
  { case: folder, since, changeFormat }: ChangesOptions,
  print: Print,
): Promise<number> {
  const read = await readCase(folder)
  if (read.unreadable)
    throw new UsageError(
      `Unexpected files in ${shown(read.folder)} that cannot be read, expected them to be mended: ${commandLine('check', folder)} says where.`,
    )
  const found = await findSince(read, since)
  if ('fault' in found) throw new UsageError(`--since: ${found.fault}.`)
  const all = compareCases(found.edition, editionOf(read))
  const redacted = redactSince(all, { ...read, commit: found.commit })
  const span = {
    since: isDate(since) && changeFormat !== 'json' ? formatDate(since) : since,
    until: read.version ?? 'now',
  }
  print(printable(formatChanges(redacted, span, changeFormat).trimEnd()))
  return 0
}
