/** The one door to the files of a case: what lies outside its folder is not read, whatever leads there. */

import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
} from 'node:fs'
import { resolve } from 'node:path'
import { isWithin } from '../paths/index.ts'

/** Why a file is not read. */
export type FileFault =
  /** There is none. */
  | 'absent'
  /** A link that leads nowhere. */
  | 'dangling'
  /** It lies outside the case folder, or a link leads out of it. */
  | 'outside'
  /** A folder, a pipe or a device. */
  | 'special'
  | 'large'
  /** The system does not let us read it. */
  | 'refused'

type CaseFile = { readonly bytes: Buffer } | { readonly fault: FileFault }

/** Bytes of the largest file that is read. */
export const LARGEST = 64 * 1024 * 1024

/**
 * Reads a file of a case. Links are followed as long as they stay in the case folder.
 *
 * @param file its path from the case folder, in which `..` may stand
 * @param most how many bytes from its start are wanted; all of them unless told otherwise
 */
export function readCaseFile(root: string, file: string, most?: number): CaseFile {
  try {
    const real = realInside(root, file)
    if (real === undefined) return { fault: 'outside' }
    // Waits for no writer of a pipe, and follows no link that was put there meanwhile.
    const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants
    const opened = openSync(real, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
    try {
      return readOpened(opened, most)
    } finally {
      closeSync(opened)
    }
  } catch (error) {
    return { fault: faultOf(error, resolve(root, file)) }
  }
}

/** Where a path of the case really leads; undefined where that is outside. Throws where nothing is there. */
export function realInside(root: string, file: string): string | undefined {
  const path = resolve(root, file)
  if (!isWithin(path, resolve(root))) return undefined
  const real = realpathSync(path)
  return isWithin(real, realpathSync(root)) ? real : undefined
}

function readOpened(opened: number, most: number | undefined): CaseFile {
  const found = fstatSync(opened)
  if (!found.isFile()) return { fault: 'special' }
  if (found.size > LARGEST) return { fault: 'large' }
  if (most === undefined) return { bytes: readFileSync(opened) }
  const head = Buffer.alloc(Math.min(most, found.size))
  return { bytes: head.subarray(0, readSync(opened, head)) }
}

const FAULTS: Readonly<Record<string, FileFault>> = {
  ENOENT: 'absent',
  ENOTDIR: 'absent',
  ENAMETOOLONG: 'absent',
  ERR_INVALID_ARG_VALUE: 'absent', // a name with a zero byte
  EISDIR: 'special',
  ENXIO: 'special', // a socket
  ELOOP: 'dangling',
  EACCES: 'refused',
  EPERM: 'refused',
}

function faultOf(error: unknown, path: string): FileFault {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const fault = Object.hasOwn(FAULTS, code) ? FAULTS[code] : undefined
  if (fault === undefined) throw error
  return fault === 'absent' && isLink(path) ? 'dangling' : fault
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false // nothing at all
  }
}
