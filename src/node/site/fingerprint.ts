/** A mark in an output of the state of the case that it was made from. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReadCase } from '../read/read-case.ts'

/** Hidden, since no reader needs it. */
const STAMP = '.made-from'

/** Says in an output folder what it was made from; the same for the same state. */
export async function writeStamp(folder: string, read: ReadCase): Promise<void> {
  await writeFile(join(folder, STAMP), `${stampOf(read)}\n`)
}

/** Whether all of an output folder was made from this state, and for these readers. */
export async function isMadeFrom(folder: string, read: ReadCase): Promise<boolean> {
  const stamp = await readFile(join(folder, STAMP), 'utf8').catch(() => '')
  return stamp.trim() === stampOf(read)
}

/** The same for the same state, and another for every other. */
export function stampOf({
  audience,
  version,
  dates,
  sources,
  settingsSource,
  notes,
}: ReadCase): string {
  const state = [audience, version, dates, sources, settingsSource, notes]
  return createHash('sha256').update(JSON.stringify(state)).digest('hex')
}
