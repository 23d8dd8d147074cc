/** Reads a case folder from disk. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { type Assembled, assemble, type Source } from '../core/assemble.ts'
import type { Case } from '../core/model.ts'

/** A case as read from its folder. */
export interface ReadCase extends Assembled {
  /** Absolute. */
  readonly folder: string
  readonly case: Case
}

/** There is no case where one was expected; the message is the whole story in one line. */
export class NoCaseError extends Error {}

/**
 * Reads every `.mdx` below a folder, and `case.yaml` in it.
 *
 * @throws NoCaseError where the folder is missing or holds no `.mdx`
 */
export async function readCase(folder: string): Promise<ReadCase> {
  const root = resolve(folder)
  const files = await listFiles(root)
  const sources = await Promise.all(files.map((file) => readSource(root, file)))
  const settings = await readSource(root, 'case.yaml').catch(() => undefined)
  const assembled = assemble(sources, settings)
  return { ...assembled, folder: root, case: assembled.graph.case }
}

/** Files in natural path order: `9-` before `10-`. */
export function inReadingOrder(files: readonly string[]): readonly string[] {
  const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
  return [...files].sort((a, b) => {
    const [left, right] = [a.split('/'), b.split('/')]
    const at = left.findIndex((part, index) => part !== right[index])
    return compare(left[at] ?? '', right[at] ?? '')
  })
}

async function listFiles(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => {
    throw new NoCaseError(
      `Unexpected case folder ${root}: it does not exist; expected a folder with .mdx files`,
    )
  })
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.mdx'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.split('/').some((part) => part.startsWith('.') || part.startsWith('_')))
  if (files.length === 0)
    throw new NoCaseError(
      `Unexpected case folder ${root}: it holds no .mdx file; expected at least one`,
    )
  return inReadingOrder(files)
}

async function readSource(root: string, file: string): Promise<Source> {
  const text = await readFile(join(root, file), 'utf8')
  return { file, text: text.replace(/^\uFEFF/, '') }
}
