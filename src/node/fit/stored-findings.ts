/** What the last build measured of a case's slides, so that `check` knows it without a browser. */

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { findingIds } from '../../core/findings/catalogue.ts'
import type { Finding } from '../../core/model/finding.ts'
import { severities } from '../../core/model/severity.ts'
import { parseJson } from '../../core/text/json.ts'
import type { ReadCase } from '../read/read-case.ts'
import { keep } from '../store/atomic-write.ts'
import { readStored, storeFolder } from '../store/index.ts'

const place = z.object({
  file: z.string(),
  line: z.int().positive().exactOptional(),
  column: z.int().positive().exactOptional(),
  length: z.int().nonnegative().exactOptional(),
})

const measuredSchema = z.object({
  /** Hash of the texts that were measured. */
  text: z.string(),
  findings: z.array(
    z.object({
      check: z.enum(findingIds),
      severity: z.enum(severities),
      message: z.string(),
      place,
      related: z.array(place).exactOptional(),
    }),
  ),
})

/** Stores the findings of measuring, in place of those of the build before. */
export function storeMeasured(read: ReadCase, findings: readonly Finding[]): Promise<void> {
  return keep(fileOf(read), JSON.stringify({ text: hashOf(read), findings }))
}

/**
 * Those findings, or `undefined` where the case was never built or has changed since, or where what
 * was stored is damaged.
 */
export function readMeasured(read: ReadCase): readonly Finding[] | undefined {
  const stored = readStored(fileOf(read))?.toString() ?? ''
  const measured = measuredSchema.safeParse(parseJson(stored)).data
  return measured?.text === hashOf(read) ? measured.findings : undefined
}

/** Where the measurements of a case folder are kept. */
export function fileOf({ folder, store }: ReadCase): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return join(storeFolder(store, 'measured'), `${name}.json`)
}

function hashOf({ sources, settingsSource }: ReadCase): string {
  const texts = [...sources, ...(settingsSource ? [settingsSource] : [])]
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex')
}
