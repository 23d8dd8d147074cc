/** The files of a case folder: which are there, and which of them have no name that is read. */

import { type Dirent, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isReceipt } from '../../core/changes/receipts.ts'
import { isFeedback } from '../../core/feedback/file-name.ts'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Finding } from '../../core/model/finding.ts'
import {
  addressable,
  isAddressable,
  isOfCase,
  originalOf,
  RE_WRITING,
} from '../paths/reading-order.ts'
import { realInside } from './case-file.ts'
import { unreadable } from './case-texts.ts'
import { NoCaseError } from './no-case.ts'

// Matches "feedback/room.yaml", and "feedback/room.yaml.txt", "Feedback/board/ROOM.YAML": answers of readers.
const RE_ANSWERS = /^feedback(?:\/.+)?\.(?:json|ya?ml)(?:\.txt)?$/i

/** Whether a file is meant to be read, but not under its name: `README.md`, `1#2.mdx`. */
export function isMisnamed(file: string): boolean {
  if (RE_WRITING.test(file) && !file.endsWith('.mdx')) return true
  if (RE_ANSWERS.test(file)) return !isFeedback(file)
  return (RE_WRITING.test(file) || isReceipt(file)) && !isAddressable(file)
}

/** What lies in a case folder. */
interface Listing {
  /** Files of any kind that may be the case's. */
  readonly files: readonly string[]
  /** A finding for each thing that looks like one of them and is not. */
  readonly refused: readonly Finding[]
}

/** Lists a case folder, without what is set aside. */
export async function listFiles(root: string): Promise<Listing> {
  try {
    return await listFolder(root, '')
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const why = WHY[code] ?? 'it does not exist; expected a folder with .mdx files'
    throw new NoCaseError(`Unexpected case folder ${root}: ${why}`)
  }
}

const REFUSED =
  'you have no right to read it; expected one that you have: ask whoever it belongs to'

const WHY: Readonly<Record<string, string>> = {
  ENOTDIR: 'it is a file; expected a folder with .mdx files',
  EACCES: REFUSED,
  EPERM: REFUSED,
}

/** @param within Path of the folder in the case: `''`, or one that ends with a slash. */
async function listFolder(root: string, within: string): Promise<Listing> {
  const entries = await readdir(join(root, within), { withFileTypes: true })
  const listed = await Promise.all(
    entries.map((entry): Listing | Promise<Listing> => {
      const file = within + entry.name
      // What is not the case's may be very large: it is not entered.
      if (!isOfCase(file)) return { files: [], refused: [] }
      if (entry.isFile()) return { files: [file], refused: [] }
      const refused = faultOf(root, file, entry)
      return entry.isDirectory() ? entered(root, file, refused) : { files: [], refused }
    }),
  )
  return {
    files: listed.flatMap(({ files }) => files),
    refused: listed.flatMap(({ refused }) => refused),
  }
}

async function entered(
  root: string,
  folder: string,
  refused: readonly Finding[],
): Promise<Listing> {
  const within = await listFolder(root, `${folder}/`).catch(closed(folder))
  return { ...within, refused: [...refused, ...within.refused] }
}

/** Of a folder that may not be read nobody knows whether the case lacks it. */
function closed(folder: string): (error: NodeJS.ErrnoException) => Listing {
  return (error) => {
    if (error.code !== 'EACCES' && error.code !== 'EPERM') throw error
    return { files: [], refused: [unreadable(folder, 'closed')] }
  }
}

/** What is wrong with something that is no plain file, where its name or what it leads to says that it is meant. */
function faultOf(root: string, file: string, entry: Dirent): readonly Finding[] {
  const isMeant = RE_WRITING.test(file) || isReceipt(file)
  if (!entry.isSymbolicLink()) return isMeant ? [unreadable(file, 'special')] : []
  try {
    // Whoever links a folder means the files in it to be read.
    if (!isMeant && !statSync(join(root, file)).isDirectory()) return []
    if (realInside(root, file) === undefined) return [unreadable(file, 'outside')]
    return isMeant ? [unreadable(file, 'twice')] : []
  } catch {
    return isMeant ? [unreadable(file, 'dangling')] : [] // it leads nowhere, or in a circle
  }
}

/** Why a folder without `.mdx` is no case. */
export function noMdx(root: string, misnamed: string | undefined): string {
  const mend = misnamed
    ? `: rename ${misnamed} to ${renamed(misnamed)}, or bring all of them with the command import`
    : ''
  return `Unexpected case folder ${root}: it holds no .mdx file; expected at least one${mend}`
}

/** Whether a file of words is the copy of another. */
export function isCopy(file: string, files: readonly string[]): boolean {
  return RE_WRITING.test(file) && originalOf(file, files) !== undefined
}

/** The finding of a file that is not read because of its name. */
export function unread(file: string, files: readonly string[]): Finding {
  const original = originalOf(file, files)
  if (original !== undefined) {
    const message = `Unexpected copy of ${original}, which is read, expected one of the two`
    const mend = `Take from this copy into ${original} what that lacks, and delete the copy; or give it a name of its own`
    return findingOf('unread-file', { message, mend, place: { file } })
  }
  return findingOf('unread-file', {
    message: `Unexpected name of a file that is not read, expected ${renamed(file)}; with a _ in front it is left out in silence`,
    mend: `Call it ${renamed(file)}, so that it is read; or put a _ in front of its name, so that it is left out`,
    place: { file },
  })
}

function renamed(file: string): string {
  if (RE_ANSWERS.test(file)) {
    const [folder, ...names] = file
      .replace(/\.txt$/i, '')
      .toLowerCase()
      .split('/')
    return names.length > 0 ? `${folder}/${names.join('-')}` : `${folder}`
  }
  return addressable(file.replace(RE_WRITING, '.mdx'))
}
