/** Cleaned pictures kept on disk, so that each is cleaned once. Outputs take theirs from here alone. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { versionOf } from '../paths/packages.ts'
import { writeAtomically } from '../store/atomic-write.ts'
import { readStored, storeFolder } from '../store/index.ts'
import type { CasePicture, Cleaned } from './picture.ts'

/** A number for what this room does to pictures. Raise it with every change of that. */
const TREATMENT = 7

/** Cleans a picture, unless that was done before; undefined for what is no picture. */
export async function cleanOnce(
  original: CasePicture,
  store: string,
): Promise<Cleaned | undefined> {
  const path = pathOf(original, store)
  const known = readStored(path)
  if (known) return read(known)
  // What reads pictures is loaded where there is one: it takes as long as reading a case.
  const { clean } = await import('./clean.ts')
  const cleaned = await clean(original.bytes, original.extension)
  const { bytes: _, ...about } = cleaned ?? { bytes: undefined }
  const line = Buffer.from(`${JSON.stringify(about)}\n`)
  await writeAtomically(path, Buffer.concat([line, cleaned?.bytes ?? Buffer.alloc(0)]))
  return cleaned
}

/** A picture as it was cleaned before; undefined where it never was, or can't be. */
export function readCleaned(original: CasePicture, store: string): Cleaned | undefined {
  const known = readStored(pathOf(original, store))
  return known && read(known)
}

/** A line that says what was removed, and the picture. */
function read(stored: Buffer): Cleaned | undefined {
  const end = stored.indexOf('\n')
  const { removed, unseen, size } = About.parse(JSON.parse(stored.toString('utf8', 0, end)))
  const bytes = stored.subarray(end + 1)
  return removed && { removed, bytes, ...(unseen ? { unseen } : {}), ...(size ? { size } : {}) }
}

const Words = z.array(z.string()).optional()

const Size = z.object({ width: z.number(), height: z.number() }).optional()

const About = z.object({ removed: Words, unseen: Words, size: Size })

function pathOf({ bytes, extension }: CasePicture, store: string): string {
  const about = [extension, TREATMENT, versionOf('sharp'), versionOf('svgo')]
  const hash = createHash('sha256').update(bytes).update(JSON.stringify(about)).digest('hex')
  return join(storeFolder(store, 'cleaned'), hash.slice(0, 32))
}
