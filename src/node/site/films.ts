/** Puts the films that pages show into an output, with their posters and captions. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { filmAddress } from '../../core/syntax/films.ts'
import { filmFiles, filmsOf } from '../read/films.ts'
import type { ReadCase } from '../read/read-case.ts'

/** A film that no page shows, since it stands in private notes, stays away. */
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
  for (const { name, bytes } of films.filter(({ path }) => shown.has(path)).flatMap(filmFiles)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
}
