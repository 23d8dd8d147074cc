/** What a page never asks of `dev`: a file of the case as it lies there, with what stays inside and all that a picture tells. */
import { realpathSync } from 'node:fs'
import { posix } from 'node:path'
import { normalizePath } from 'vite'
import { pathOf } from '../gate.ts'

// Matches the ways by which Vite gives files: "/@fs/home/…", "/@id/…".
const RE_WAY = /^(?:\/@(?:fs|id)(?=\/))+/i

/**
 * Whether an address leads to a file of the case. Pages are made of its words, and show pictures that
 * were cleaned, from another place.
 *
 * @param folder of the case, below the root of the server
 * @param root absolute
 */
export function asksForRawFile(url: string, folder: string, root: string): boolean {
  const path = (pathOf(url) ?? '/').replaceAll('\\', '/').replace(RE_WAY, '')
  const asked = withSlash(posix.normalize(path))
  const seen = normalizePath(folder)
  return [seen, seen.slice(normalizePath(root).length), realOf(folder)].some((one) =>
    asked.startsWith(withSlash(one)),
  )
}

/** As letters of any size, since some disks know no other. */
function withSlash(path: string): string {
  return `/${path.toLowerCase()}/`.replace(/\/+/g, '/')
}

function realOf(folder: string): string {
  try {
    return normalizePath(realpathSync(folder))
  } catch {
    return normalizePath(folder) // it is away for a moment
  }
}
