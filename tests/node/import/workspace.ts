/** A folder of documents, and what an import of it makes and says. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { expect } from 'vitest'
import { execute } from '../../../src/cli/index.ts'

/** A picture of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export interface Workspace {
  readonly folder: string
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => Promise<void>
  /** Imports what is named below the folder, and returns what was printed. */
  readonly run: (...args: readonly string[]) => Promise<string>
  readonly text: (name: string) => Promise<string>
  /** Paths of all files below a folder, sorted. */
  readonly names: (name: string) => Promise<readonly string[]>
  readonly remove: () => Promise<void>
}

/** Makes an empty folder. */
export async function newWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'import-'))
  return {
    folder,
    write: async (files) => {
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, name)), { recursive: true })
        await writeFile(join(folder, name), content)
      }
    },
    run: async (...args) => {
      const printed: string[] = []
      const typed = args.map((arg) => (arg.startsWith('--') ? arg : join(folder, arg)))
      expect(await execute(['import', ...typed], (words) => printed.push(words))).toBe(0)
      return printed.join('\n').replaceAll(`${folder}/`, '')
    },
    text: (name) => readFile(join(folder, name), 'utf8'),
    names: async (name) => {
      const root = join(folder, name)
      const entries = await readdir(root, { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)))
        .toSorted()
    },
    remove: () => rm(folder, { recursive: true }),
  }
}
