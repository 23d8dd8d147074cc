/** Where files can be moved, and where only copied. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Whether files can be moved from one folder to another: two mounts of one disk are apart too. */
export async function canMove(from: string, to: string): Promise<boolean> {
  const [here, there] = [join(from, '.probe'), join(to, '.probe')]
  await mkdir(to, { recursive: true })
  await writeFile(here, '')
  try {
    await rename(here, there)
    return true
  } catch {
    return false
  } finally {
    await Promise.all([here, there].map((path) => rm(path, { force: true })))
  }
}
