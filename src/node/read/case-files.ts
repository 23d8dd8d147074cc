/** The files of a case folder: which are there, and what stands in them. */

import { isUtf8 } from 'node:buffer'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isReceipt } from '../../core/changes/receipts.ts'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { Source } from '../../core/model/source.ts'
import { shown } from './paths.ts'
import { addressable, isAddressable, isOfCase, RE_WRITING } from './reading-order.ts'

/** There is no case where one was expected; the message says why, in one line. */
export class NoCaseError extends Error {}

/** Whether a file is meant to be read, but not under its name: `README.md`, `1#2.mdx`. */
export function isMisnamed(file: string): boolean {
  if (RE_WRITING.test(file) && !file.endsWith('.mdx')) return true
  return (RE_WRITING.test(file) || isReceipt(file)) && !isAddressable(file)
}

/** Files of any kind that may be the case's. */
export async function listFiles(root: string): Promise<readonly string[]> {
  try {
    return await filesIn(root, '')
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? 'it is a file' : 'it does not exist'
    throw new NoCaseError(
      `Unexpected case folder ${root}: ${why}; expected a folder with .mdx files`,
    )
  }
}

/** @param within Path of the folder in the case: `''`, or one that ends with a slash. */
async function filesIn(root: string, within: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, within), { withFileTypes: true })
  const files = entries.map((entry): readonly string[] | Promise<readonly string[]> => {
    const file = within + entry.name
    // What is not the case's may be very large: it is not entered.
    if (!isOfCase(file)) return []
    if (entry.isDirectory()) return filesIn(root, `${file}/`)
    return entry.isFile() ? [file] : []
  })
  return (await Promise.all(files)).flat()
}

/** Why a folder without `.mdx` is no case. */
export function noMdx(root: string, misnamed: string | undefined): string {
  const mend = misnamed ? `: rename ${misnamed} to ${renamed(misnamed)}` : ''
  return `Unexpected case folder ${root}: it holds no .mdx file; expected at least one${mend}`
}

/** The finding of a file that is not read because of its name. */
export function unread(file: string): Finding {
  return findingOf('unread-file', {
    message: `Unexpected name of a file that is not read, expected ${renamed(file)}; with a _ in front it is left out in silence`,
    place: { file },
  })
}

function renamed(file: string): string {
  return addressable(file.replace(RE_WRITING, '.mdx'))
}

/** The finding of a file that is not in UTF-8, at its first damaged character. */
export function notText({ file, text }: Source): Finding {
  const before = text.slice(0, text.indexOf(UNKNOWN)).split('\n')
  return findingOf('not-utf-8', {
    message: 'Unexpected bytes that are no text in UTF-8, expected the file to be saved as UTF-8',
    place: { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
  })
}

/** The file, where its bytes are not UTF-8. */
export function ifGarbled(one: ReadSource | undefined): readonly ReadSource[] {
  return one && !one.isText ? [one] : []
}

/** What a decoder puts for bytes that it cannot read. */
const UNKNOWN = '\uFFFD'

/** Undefined for a file that is not there. */
export function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

/** A file as it was read. */
export interface ReadSource extends Source {
  /** Whether its bytes are UTF-8. */
  readonly isText: boolean
}

/**
 * Reads one file of a case.
 *
 * @throws NoCaseError for a folder of that name
 */
export async function readSource(root: string, file: string): Promise<ReadSource> {
  const bytes = await readFile(join(root, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EISDIR') throw error
    throw new NoCaseError(
      `Unexpected folder ${shown(join(root, file))}; expected a file of that name`,
    )
  })
  const text = bytes.toString('utf8')
  return { file, text: text.replace(/^\uFEFF/, ''), isText: isUtf8(bytes) }
}
