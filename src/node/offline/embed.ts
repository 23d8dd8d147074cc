/** Puts everything that a page loads into the page itself. */
import { targetOf } from './addresses.ts'
import type { SiteFiles } from './files.ts'
import { bundleScript } from './scripts.ts'
import { inlineStyle } from './styles.ts'
import {
  attribute,
  elementsOf,
  type Page,
  type PageElement,
  remove,
  rename,
  setAttributes,
  setText,
} from './tree.ts'

/** Elements whose attributes name a file that is shown. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  audio: ['src'],
  image: ['href'],
  img: ['src'],
  source: ['src'],
  track: ['src'],
  video: ['src', 'poster'],
}

/** What tells a browser to load something early or to follow the published case; a home screen's icon. */
const RE_HINT =
  /^(?:alternate|modulepreload|preload|prefetch|preconnect|dns-prefetch|apple-touch-icon)$/

/**
 * Replaces style sheets, scripts, fonts and pictures of the site by what they hold.
 * @param path Where the page is in the site.
 * @throws when the page names a style sheet or script of the site that is not there.
 */
export async function embed(page: Page, path: string, files: SiteFiles): Promise<void> {
  const fileOf = (address: string) => targetOf(address, path, files.base)?.path
  for (const element of elementsOf(page)) {
    if (element.tagName === 'link') await embedLinked(element, files, fileOf)
    else if (element.tagName === 'script') await embedScript(element, files, fileOf)
    else if (element.tagName in SHOWN) await embedShown(element, files, fileOf)
  }
}

/** The path of a file of the site; undefined for an address that leads elsewhere. */
type FileOf = (address: string) => string | undefined

async function embedLinked(link: PageElement, files: SiteFiles, fileOf: FileOf): Promise<void> {
  const rel = attribute(link, 'rel') ?? ''
  const path = fileOf(attribute(link, 'href') ?? 'data:,')
  // Of two icons the one that is drawn at any size is enough.
  const isSpare = rel === 'icon' && attribute(link, 'sizes') !== undefined
  if (isSpare || RE_HINT.test(rel)) {
    remove(link)
    return
  }
  if (path === undefined) return
  if (rel === 'icon') setAttributes(link, { href: await files.dataUri(path) })
  if (rel !== 'stylesheet') return
  rename(link, 'style')
  setAttributes(link, { rel: undefined, href: undefined, crossorigin: undefined })
  setText(link, await inlineStyle(files, path))
}

async function embedScript(script: PageElement, files: SiteFiles, fileOf: FileOf): Promise<void> {
  const path = fileOf(attribute(script, 'src') ?? 'data:,')
  if (path === undefined) return
  setAttributes(script, { src: undefined, crossorigin: undefined })
  setText(script, await bundleScript(files, path))
}

async function embedShown(element: PageElement, files: SiteFiles, fileOf: FileOf): Promise<void> {
  for (const name of SHOWN[element.tagName] ?? []) {
    const path = fileOf(attribute(element, name) ?? 'data:,')
    // An author may name a file that does not exist: it is missing here as it is in the site.
    if (path !== undefined && files.has(path))
      setAttributes(element, { [name]: await files.dataUri(path) })
  }
  if (attribute(element, 'srcset') === undefined) return
  // One picture is enough. Other sizes and formats of it would only make the file larger.
  if (element.tagName === 'source') remove(element)
  else setAttributes(element, { srcset: undefined, sizes: undefined })
}
