/** Puts the films that pages show into an output, with their posters and captions. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { filmAddress } from '../../core/syntax/films.ts'
import { filmFiles, filmsOf } from '../read/films.ts'
import type { ReadCase } from '../read/read-case.ts'

/** Puts films into an output. One that no page shows, since it stands in private notes, is left out. */
export async function placeFilms(
  read: Pick<ReadCase, 'sources' | 'folder' | 'store'>,
  folder: string,
): Promise<void> {
  const films = filmsOf(read.sources, read)
  if (films.length === 0) return
  const pages = (await readdir(folder, { recursive: true })).filter((name) =>
    name.endsWith('.html'),
  )
  const shown = new Set<string>()
  for (const page of pages) {
    const html = await readFile(join(folder, page), 'utf8')
    for (const { path } of films) if (html.includes(`${filmAddress(path)}"`)) shown.add(path)
  }
  await placeAll(folder, films.filter(({ path }) => shown.has(path)).flatMap(filmFiles))
}

/** Puts every film of the case into the folder of an output that does not leave this machine. */
export async function placeAllFilms(
  read: Pick<ReadCase, 'sources' | 'folder' | 'store'>,
  folder: string,
): Promise<void> {
  const files = filmsOf(read.sources, read).flatMap(filmFiles)
  for (const file of files)
    if (!(await isThere(join(folder, file.name), file.bytes))) await placeAll(folder, [file])
}

/** Whether a file holds these bytes: a film is large, and is not written again for each word of its case. */
async function isThere(path: string, bytes: Uint8Array): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found?.size === bytes.length && (await readFile(path)).equals(bytes)
}

async function placeAll(folder: string, files: ReturnType<typeof filmFiles>): Promise<void> {
  for (const { name, bytes } of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
}
