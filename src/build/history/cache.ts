/** The steps of a case folder's commits, kept on disk, so that only new commits cost time. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { keptIn } from '../kept.ts'
import { writeWhole } from '../whole.ts'
import type { Step } from './steps.ts'

/** Of what is read of a commit: to be raised where a change of core gives other addresses. */
const READING = 2

const Stored = z.object({
  reading: z.literal(READING),
  /** Oldest first. */
  steps: z.array(
    z.object({
      commit: z.string(),
      added: z.array(z.tuple([z.string(), z.string()])),
      removed: z.array(z.string()),
    }),
  ),
})

/** The steps that were kept, oldest first; `[]` where there are none or the file is damaged. */
export async function readKept(folder: string): Promise<readonly Step[]> {
  try {
    return Stored.parse(JSON.parse(await readFile(keptAt(folder), 'utf8'))).steps
  } catch {
    return [] // A damaged file is one that was never written: the next look replaces it.
  }
}

/** Keeps steps; other processes see the old file or the new one, never half of it. */
export async function keepSteps(folder: string, steps: readonly Step[]): Promise<void> {
  try {
    await writeWhole(keptAt(folder), JSON.stringify({ reading: READING, steps }))
  } catch {
    // Where nothing can be written, the next look takes as long as this one, and says the same.
  }
}

/** Where the steps of a case folder are kept. It may be deleted at any time. */
export function keptAt(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return join(keptIn('history'), `${name}.json`)
}
