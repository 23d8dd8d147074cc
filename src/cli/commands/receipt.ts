/** `receipt`: keeps what is shown to somebody, so that later nobody has to ask what it was. */

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type NewReceipt, receiptFile } from '../../core/changes/receipts.ts'
import { caseJsonOf } from '../../core/register/case-json.ts'
import { shown } from '../../node/paths/index.ts'
import { isMadeFrom } from '../../node/read/fingerprint.ts'
import { type ReadCase, readCase } from '../../node/read/read-case.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { UsageError } from '../../node/run/usage-error.ts'
import { writeAtomically } from '../../node/store/atomic-write.ts'
import type { Print } from '../usage/command-row.ts'
import type { Options } from '../usage/options.ts'

/**
 * Writes one receipt. Resolves to the exit code: 1 where there is nothing that a receipt could
 * vouch for, so that nothing was written.
 *
 * @param today ISO date
 * @throws UsageError where it cannot be meant; NoCaseError
 */
export async function writeReceipt(
  { name: typed, case: folder, out }: ReceiptOptions,
  print: Print,
  today = new Date().toISOString().slice(0, 10),
): Promise<number> {
  const name = typed.replace(/\s+/g, ' ')
  const path = join(folder, fileFor(name))
  if (existsSync(path)) {
    print(
      `Nothing was written: ${shown(path)} is there, and a receipt is never replaced. Give this one another name.`,
    )
    return 1
  }
  const read = await readCase(folder)
  const why = await refusal(read, out)
  if (why !== undefined || !read.state) {
    print(`Nothing was written: ${why}`)
    return 1
  }
  const receipt: NewReceipt = {
    schema: 1,
    name,
    day: today,
    commit: read.state.commit,
    ...(read.version === undefined ? {} : { version: read.version }),
    case: caseJsonOf(read),
    pdfs: await pdfsIn(join(out, 'handouts')),
  }
  await writeAtomically(path, `${JSON.stringify(receipt, null, 2)}\n`)
  print(`${shown(path)}\nCommit it with the case. Keep the PDFs that you handed out, too.`)
  return 0
}

/** What it is for, the folder of the case, and the output that was handed out. */
type ReceiptOptions = Pick<Options, 'case' | 'out'> & { readonly name: string }

/** @throws UsageError for a name of which no file name can be made. */
function fileFor(name: string): string {
  const file = receiptFile(name)
  if (file !== undefined) return file
  throw new UsageError(
    `Unexpected name ${name} without a letter from a to z; expected what it is for: ${EXAMPLE}`,
  )
}

const EXAMPLE = commandLine('receipt "Sponsor meeting 3 March"')

/** Why there can be no receipt of this state; undefined where there can. */
async function refusal(read: ReadCase, out: string): Promise<string | undefined> {
  const { folder, state, unreadable } = read
  if (unreadable)
    return `the case cannot be read. What is wrong says: ${commandLine('check', folder)}`
  if (!state)
    return `git knows no commit of ${shown(folder)}, and a receipt names one. Commit the case first.`
  if (state.isChanged)
    return `${shown(folder)} has changes that are in no commit, so that nobody could find this state again. Commit them, build, and try again.`
  if (!existsSync(join(out, 'handouts')))
    return `${shown(out)} holds no handouts, and a receipt says which PDFs were given out. Build first: ${commandLine('build', folder)}`
  if (!(await isMadeFrom(out, read)))
    return `${shown(out)} was built from another state of the case, or for other readers. Build first: ${commandLine('build', folder)}`
  return undefined
}

/** Every PDF below a folder, by name. */
async function pdfsIn(folder: string): Promise<NewReceipt['pdfs']> {
  const files = await readdir(folder, { recursive: true })
  const named = files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.pdf'))
  return Promise.all(
    named.toSorted().map(async (file) => ({
      file,
      sha256: createHash('sha256')
        .update(await readFile(join(folder, file)))
        .digest('hex'),
    })),
  )
}
