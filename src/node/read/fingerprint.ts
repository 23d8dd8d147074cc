/** The fingerprint of a state of the case: outputs bear it, so that nobody mixes two states. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReadCase } from './read-case.ts'

/** Its name starts with a dot, since no reader needs it. */
const FILE = '.made-from'

/** Writes into an output folder from which state it was made. */
export async function writeFingerprint(folder: string, read: ReadCase): Promise<void> {
  await writeFile(join(folder, FILE), `${fingerprintOf(read)}\n`)
}

/** Whether all of an output folder was made from this state, and for these readers. */
export async function isMadeFrom(folder: string, read: ReadCase): Promise<boolean> {
  const fingerprint = await readFile(join(folder, FILE), 'utf8').catch(() => '')
  return fingerprint.trim() === fingerprintOf(read)
}

/** The same for the same state and the same readers; another one for any other. */
export function fingerprintOf({
  audience,
  version,
  dates,
  sources,
  settingsSource,
  brand,
  notes,
  feedback,
}: ReadCase): string {
  const answers = [...feedback.about, feedback.general]
  const state = [audience, version, dates, sources, settingsSource, brand, notes, answers]
  return createHash('sha256').update(JSON.stringify(state)).digest('hex')
}
