/** What the last build measured of a case's slides, so that `check` knows it without a browser. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Finding } from '../core/model.ts'
import { projectFolder } from './draw/cache.ts'
import type { ReadCase } from './sources.ts'

/** Keeps the findings of measuring; those of the build before are replaced. */
export async function keepMeasured(read: ReadCase, findings: readonly Finding[]): Promise<void> {
  const path = pathOf(read)
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}`
  await writeFile(beside, JSON.stringify({ text: hashOf(read), findings }))
  await rename(beside, path)
}

/** Those findings, or `undefined` where the case was never built or has changed since. */
export async function readMeasured(read: ReadCase): Promise<readonly Finding[] | undefined> {
  const kept = await readFile(pathOf(read), 'utf8').catch(() => undefined)
  if (kept === undefined) return undefined
  // Written by keepMeasured alone.
  const { text, findings } = JSON.parse(kept) as { text: string; findings: readonly Finding[] }
  return text === hashOf(read) ? findings : undefined
}

/** One file a case folder. */
function pathOf({ folder }: ReadCase): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return join(projectFolder(), '.throughline', 'measured', `${name}.json`)
}

function hashOf({ sources, settingsSource }: ReadCase): string {
  const texts = [...sources, ...(settingsSource ? [settingsSource] : [])]
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex')
}
