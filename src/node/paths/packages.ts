/** The packages that we use: where they are installed, and in which version. */
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { z } from 'zod'

const versions = new Map<string, string>()

/** Of an installed package. Read once: packages don't change while a process runs. */
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
  const file = findPackageJSON(name, import.meta.filename)
  if (file === undefined) throw new Error(`Expected the package ${name}`)
  return file
}
