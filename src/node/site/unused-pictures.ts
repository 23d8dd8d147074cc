/** Takes pictures that no page shows out of an output: Astro leaves those from which it made smaller ones. */
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Where Astro puts what pages load. */
const LOADED = '_astro'

// Matches files of pictures.
const RE_PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i

// Matches files that say what is loaded.
const RE_NAMING = /\.(?:html|css|js)$/

/** Removes each picture of the case whose name stands in no page, style or script of the output. */
export async function removeUnusedPictures(folder: string): Promise<void> {
  const loaded = await readdir(join(folder, LOADED)).catch(() => [])
  const unused = new Set(loaded.filter((name) => RE_PICTURE.test(name)))
  if (unused.size === 0) return
  const files = await readdir(folder, { recursive: true })
  for (const file of files.filter((name) => RE_NAMING.test(name))) {
    const text = await readFile(join(folder, file), 'utf8')
    for (const name of unused)
      if (text.includes(name) || text.includes(encodeURI(name))) unused.delete(name)
  }
  await Promise.all([...unused].map((name) => rm(join(folder, LOADED, name))))
}
