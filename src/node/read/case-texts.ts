/** The texts of a case: its words and settings, and what of them can't be read. */

import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { isFeedback } from '../../core/feedback/file-name.ts'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { Source } from '../../core/model/source.ts'
import { textsAmong } from '../paths/reading-order.ts'
import { type FileFault, LARGEST, readCaseFile } from './case-file.ts'
import { withChartTables } from './chart-tables.ts'

/** A file as it was read. */
interface ReadSource extends Source {
  /** Whether its bytes are UTF-8. */
  readonly isText: boolean
}

/** What stands in the files of a case. */
interface CaseTexts {
  /** In the order in which they were asked for; without those that can't be read. */
  readonly files: readonly ReadSource[]
  readonly settings: ReadSource | undefined
  readonly changes: ReadSource | undefined
  /** What readers have answered. */
  readonly feedback: readonly ReadSource[]
  /** A finding for each file that is there and can't be read. */
  readonly refused: readonly Finding[]
}

/**
 * Reads the texts of a case, and what has one name in every case.
 *
 * @param listed all of its files
 */
export function readTexts(root: string, listed: readonly string[]): CaseTexts {
  const named = textsAmong(listed)
  const feedback = new Set(['feedback.json', ...listed.filter(isFeedback).toSorted()])
  const refused: Finding[] = []
  const read = (file: string): ReadSource | undefined => {
    const found = readSource(root, file)
    if ('text' in found) return found
    if (found.fault !== 'absent') refused.push(unreadable(file, found.fault))
    return undefined
  }
  return {
    files: named.flatMap((file) => read(file) ?? []),
    settings: read('case.yaml'),
    changes: read('changes.yaml'),
    feedback: [...feedback].flatMap((file) => read(file) ?? []),
    refused,
  }
}

/** A hash of all texts: it differs where any of them does. */
export function hashOfTexts({ files, settings, changes, feedback }: CaseTexts): string {
  const all = [...files, settings, changes, ...feedback].map((one) => one && [one.file, one.text])
  return createHash('sha256').update(JSON.stringify(all)).digest('hex')
}

/** Reads one text of a case, or says why it can't be read. */
export function readSource(root: string, file: string): ReadSource | { readonly fault: FileFault } {
  const found = readCaseFile(root, file)
  if ('fault' in found) return found
  const text = found.bytes.toString('utf8').replace(/^\uFEFF/, '')
  return { file, text: withChartTables(root, file, text), isText: isUtf8(found.bytes) }
}

/** The finding of a file that is there and is not read. */
export function unreadable(file: string, fault: FileFault | 'twice' | 'closed'): Finding {
  return findingOf('unreadable-file', { message: `Unexpected ${WHY[fault]}`, place: { file } })
}

const WHY: Readonly<Record<FileFault | 'twice' | 'closed', string>> = {
  absent: 'file that is gone, expected it to stay while it is read',
  dangling: 'link that leads nowhere, expected the file itself: put it here, or remove the link',
  outside:
    'link that leads out of the case folder, expected the file itself: copy it into the case, since nothing outside is read',
  special: 'folder, pipe or device of this name, expected a file: rename it, or remove it',
  large: `size of more than ${LARGEST / 1024 / 1024} MB, expected a file of words: split it, or remove it`,
  refused: 'file that you have no right to read, expected one that you have: ask whoever owns it',
  closed:
    'folder that you have no right to read, expected one that you have: ask whoever owns it, or put a _ in front of its name to leave it out',
  twice:
    'link to another file of the case, expected the file itself: put it here, or remove the link',
}

/** The finding of a file that is not in UTF-8, at its first damaged character. */
export function notText({ file, text }: Source): Finding {
  const before = text.slice(0, text.indexOf(UNKNOWN)).split('\n')
  return findingOf('not-utf-8', {
    message: 'Unexpected bytes that are no text in UTF-8, expected the file to be saved as UTF-8',
    place: { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
  })
}

/** The file in a list, where its bytes are not UTF-8; `[]` for any other. */
export function ifGarbled(one: ReadSource | undefined): readonly ReadSource[] {
  return one && !one.isText ? [one] : []
}

/** What a decoder puts for bytes that it cannot read. */
const UNKNOWN = '\uFFFD'
