/** The packages that we use: where they are installed, and in which version. */
import { existsSync, readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { sources } from './index.ts'

/**
 * The folder in what npm packs with the parts of packages that we use: users need not install the rest,
 * which is 120 MB of Mermaid and as much of what it depends on.
 */
export const CARRIED = 'carried'

const versions = new Map<string, string>()

/** The version of an installed package. Read once: packages don't change while a process runs. */
export function versionOf(name: string): string {
  const known = versions.get(name)
  if (known !== undefined) return known
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(packageFile(name), 'utf8')))
  versions.set(name, version)
  return version
}

/**
 * The package.json of a package that we use.
 * @throws where it is not installed.
 */
export function packageFile(name: string): string {
  const carried = join(sources, CARRIED, name, 'package.json')
  const file = existsSync(carried) ? carried : findPackageJSON(name, import.meta.filename)
  if (file === undefined) throw new Error(`Expected the package ${name}`)
  return file
}
