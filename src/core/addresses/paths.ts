/** Paths of files as links name them: with and without numbers, endings and the name of the index. Pure. */
import { decodePercent } from '../text/percent.ts'

// Matches "01-" and "3_" in front of a name, but not the year of a date.
const RE_NUMBER = /^\d{1,3}[-_. ]+(?=\S)/
const RE_ENDING = /\.(?:mdx?|markdown|html?)$/i
// Matches the name of the file that stands for its folder.
const RE_INDEX = /^(?:index|readme)$/i

/** Whether a file stands for its folder: `index.mdx`, `decisions/00-README.mdx`. */
export function isIndex(file: string): boolean {
  const name = file.split('/').at(-1) ?? ''
  return RE_INDEX.test(name.replace(RE_NUMBER, '').replace(RE_ENDING, ''))
}

/**
 * A path as all ways to write it have it: `01-Payments/02-plan.mdx` → `payments/plan`. An index is its
 * folder, `''` the case itself.
 */
export function plainPath(path: string): string {
  const parts = path
    .replace(/[?#].*$/s, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map((part) => decodePercent(part).replace(RE_ENDING, '').replace(RE_NUMBER, ''))
    .map((part) => part.toLowerCase().replace(/[\s_]+/g, '-'))
  if (RE_INDEX.test(parts.at(-1) ?? '')) parts.pop()
  return parts.join('/')
}

/** Where a link leads by its words alone. */
export interface LinkPath {
  /** As `plainPath` has it, from the top of the case; `..` leads out of it. */
  readonly path: string
  /** Without the hash; absent where there is none. */
  readonly part?: string
  /** Set for what begins at the top of the site: `/docs/plan`. */
  readonly isOfSite?: true
}

// Matches "https:", "//example.org" and "#key": no paths.
const RE_NO_PATH = /^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i

/** Where a link in a file leads; `undefined` for what is no path: `https://…`, `#key`. */
export function resolvePath(href: string, file: string): LinkPath | undefined {
  if (RE_NO_PATH.test(href)) return undefined
  const [written = '', part] = href.split('#', 2)
  return {
    path: plainPath(partsOf(written, file).join('/')),
    ...(part ? { part: decodePercent(part) } : {}),
    ...(written.startsWith('/') ? { isOfSite: true } : {}),
  }
}

/** A link as it would stand at the top of the case: `../plan.md#a` in `b/c.mdx` → `./plan.md#a`. */
export function rootedPath(href: string, file: string): string {
  if (RE_NO_PATH.test(href) || href.startsWith('/')) return href
  const [written = '', ...part] = href.split('#')
  return [`./${partsOf(written, file).join('/')}`, ...part].join('#')
}

function partsOf(written: string, file: string): readonly string[] {
  const parts = written.startsWith('/') ? [] : file.split('/').slice(0, -1)
  for (const one of written.replace(/\?.*$/s, '').split('/')) {
    if (one === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (one !== '' && one !== '.') parts.push(one)
  }
  return parts
}

/** The paths that a link may mean, the likeliest first: a site may hold the case in a folder of its own. */
export function pathsOf({ path, isOfSite }: LinkPath): readonly string[] {
  const parts = path.split('/')
  const up = parts.lastIndexOf('..') + 1
  if (!isOfSite && up === 0) return [path]
  return parts.slice(up).map((_, at) => parts.slice(up + at).join('/'))
}

// Matches "](plan.mdx", "]: plan.mdx" and "href="plan.mdx"".
const RE_HREF = /\]\(\s*<?([^()\s<>]+)|^\s{0,3}\[[^\]]+\]:\s*<?([^\s<>]+)|\bhref=["']([^"']+)/gm

/** The addresses of the links in a text that nobody has read yet, in order. */
export function hrefsIn(text: string): readonly string[] {
  return [...text.matchAll(RE_HREF)].map(
    ([, inline, defined, own]) => inline ?? defined ?? own ?? '',
  )
}
