/** The cleaned copy of a picture of the case, which bundlers get in its place. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import { cleanOnce } from '../pictures/cleaned.ts'
import { readCaseFile } from '../read/case-file.ts'
import type { WorkFolder } from './work-folder.ts'

// Matches what means something in addresses.
const RE_SIGN = /[^\p{L}\p{M}\p{N}._-]+/gu

/**
 * Copies the cleaned picture into the work folder, under its own name, as far as addresses can hold that.
 *
 * @param path of the picture, by its name in the work folder
 * @param store where cleaned pictures are kept
 * @throws where it can't be shown: the compile puts words in the place of such pictures
 */
export async function cleanedCopy(path: string, work: WorkFolder, store: string): Promise<string> {
  const file = relative(work.caseFolder, path).split(sep).join('/')
  const found = readCaseFile(work.caseFolder, file)
  const original = 'bytes' in found && { bytes: found.bytes, extension: endingOf(file) }
  const cleaned = original ? await cleanOnce(original, store) : undefined
  if (!cleaned) throw new Error(`Unexpected ${file}, expected a picture that can be shown`)
  const hash = createHash('sha256').update(cleaned.bytes).digest('hex').slice(0, 16)
  // Two pictures may have one name.
  const copy = join(work.root, 'pictures', hash, basename(file).replace(RE_SIGN, '-'))
  mkdirSync(dirname(copy), { recursive: true })
  if (!existsSync(copy)) writeFileSync(copy, cleaned.bytes)
  return copy
}

function endingOf(path: string): string {
  return extname(path).slice(1).toLowerCase()
}
