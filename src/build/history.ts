/** When the case was published and last updated, from git where `case.yaml` does not say. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Settings } from '../core/settings.ts'

const run = promisify(execFile)

export interface Dates {
  /** ISO dates; absent where neither `case.yaml` nor git knows. */
  readonly published?: string
  readonly updated?: string
}

/** The dates of a case folder. A folder outside git has those of `case.yaml` alone. */
export async function readDates(folder: string, { dates }: Settings): Promise<Dates> {
  if (dates?.published !== undefined && dates.updated !== undefined) {
    return { published: dates.published, updated: dates.updated }
  }
  const days = await commitDays(folder)
  const published = dates?.published ?? days.at(-1)
  const updated = dates?.updated ?? days[0]
  return { ...(published ? { published } : {}), ...(updated ? { updated } : {}) }
}

/** Days of the commits that touched the folder, newest first, in UTC; `[]` without git. */
async function commitDays(folder: string): Promise<readonly string[]> {
  const options = { cwd: folder, env: { ...process.env, TZ: 'UTC' } }
  const log = ['log', '--date=format-local:%Y-%m-%d', '--format=%cd', '--', '.']
  const { stdout } = await run('git', log, options).catch(() => ({ stdout: '' }))
  return stdout.split('\n').filter(Boolean)
}
