/** Where the addresses in built files lead: each to a file that is there, and to a place in it. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Files by path, with forward slashes: `deck/index.html`. */
export type Files = ReadonlyMap<string, Uint8Array>

/** Files, and the address below which they are found, with a slash at its end. */
export interface Root {
  readonly at: string
  readonly files: Files
}

// `href="#evidence-3a"`, `src="/prototype/a.css"`
const RE_ADDRESS = /\s(?:href|src|poster|action|xlink:href)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

// `url(/prototype/font.woff2)`
const RE_CSS_URL = /url\(\s*["']?([^"')]+)["']?\s*\)/g

// What stands in a script is no address yet.
const RE_SCRIPT = /<script[\s>][\s\S]*?<\/script>/g

// `<meta property="og:image" content="https://example.org/share.png">`, `<loc>https://…</loc>`, a feed's links
const RE_WHOLE = /(?<=["'>\s])https?:\/\/[^"'<>\s]+/g

const RE_TEXT = /\.(?:html|css|xml|txt|json|csv)$/

/** Every file below a folder. */
export async function filesIn(folder: string): Promise<Files> {
  const files = new Map<string, Uint8Array>()
  for (const path of await readdir(folder, { recursive: true })) {
    const whole = join(folder, path)
    if ((await stat(whole)).isFile()) files.set(path.replaceAll('\\', '/'), await readFile(whole))
  }
  return files
}

/** Every address in the files of a root that leads to nothing of what the roots hold, with its file. */
export function deadAddresses(root: Root, others: readonly Root[] = []): readonly string[] {
  return [...root.files].flatMap(([file, bytes]) => {
    if (!RE_TEXT.test(file)) return []
    const page = new URL(file.replace(/(^|\/)index\.html$/, '$1'), root.at)
    return [...addressesIn(file, text(bytes))].flatMap((address) => {
      const fault = URL.canParse(address, page)
        ? faultOf(new URL(address, page), [root, ...others])
        : 'is no address'
      return fault ? [`${file}: ${address} ${fault}`] : []
    })
  })
}

/** What is wrong with an address, if anything; what leads to another host is not asked for. */
export function faultOf(url: URL, roots: readonly Root[]): string | undefined {
  const root = roots.find(({ at }) => url.href.startsWith(at))
  if (!root) {
    const isHere = roots.some(({ at }) => new URL(at).origin === url.origin)
    return isHere ? 'leaves the path' : undefined
  }
  const path = decodeURIComponent(url.pathname.slice(new URL(root.at).pathname.length))
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  const bytes = root.files.get(file)
  if (!bytes) return 'is not there'
  const id = decodeURIComponent(url.hash.replace(/^#\/?/, ''))
  if (id === '' || !file.endsWith('.html') || text(bytes).includes(`id="${id}"`)) return undefined
  return 'has no such anchor'
}

/** Addresses as written, of links, assets and what names a whole address. */
export function addressesIn(file: string, whole: string): ReadonlySet<string> {
  const bare = whole.replace(RE_SCRIPT, '')
  const found = [
    ...(file.endsWith('.html') ? bare.matchAll(RE_ADDRESS) : []),
    ...(/\.(?:html|css)$/.test(file) ? bare.matchAll(RE_CSS_URL) : []),
  ].map((match) => match[1] ?? match[2] ?? '')
  const named = [...bare.matchAll(RE_WHOLE)].map(([address]) => address)
  return new Set([...found, ...named].map((address) => address.replaceAll('&amp;', '&')))
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString()
}
