/** Puts everything that a page loads into the page itself. */
import { isFilm } from '../../core/syntax/films.ts'
import { LARGEST_OFFLINE } from '../read/films.ts'
import { targetOf } from './addresses.ts'
import { makeOnce, type SiteFiles } from './files.ts'
import { bundleScript } from './scripts.ts'
import { inlineStyle } from './styles.ts'
import {
  attribute,
  elementsOf,
  insertBefore,
  type Page,
  type PageElement,
  remove,
  rename,
  setAttributes,
  setText,
  textIn,
} from './tree.ts'
import { speaksToWindows, WINDOW_CHANNEL } from './window-channel.ts'

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
 * @returns the elements that now hold a style sheet or script of the site, and the text of a script that was added.
 * @throws when the page names a style sheet or script of the site that is not there.
 */
export async function embed(page: Page, path: string, files: SiteFiles): Promise<Embedded> {
  const shownFile = (address: string) => targetOf(address, path, files.base)?.path
  const builtFile = (address: string) => {
    const found = shownFile(address)
    return found !== undefined && RE_BUILT.test(found) ? found : undefined
  }
  const embedded = new Set<PageElement>()
  for (const element of elementsOf(page)) {
    if (element.tagName === 'link') {
      if (await embedLinked(element, files, { shownFile, builtFile })) embedded.add(element)
    } else if (element.tagName === 'script') {
      if (await embedScript(element, files, builtFile)) embedded.add(element)
      else await embedData(element, files, shownFile)
    } else if (Object.hasOwn(SHOWN, element.tagName)) await embedShown(element, files, shownFile)
  }
  const speaking = [...embedded].find((one) => speaksToWindows(textIn(one)))
  // It runs at once, and so before all modules.
  if (speaking) insertBefore(speaking, `<script>${WINDOW_CHANNEL}</script>`)
  return { elements: embedded, added: speaking && WINDOW_CHANNEL }
}

/** What a page now holds of its site, and may run. */
export interface Embedded {
  readonly elements: ReadonlySet<PageElement>
  readonly added: string | undefined
}

// Matches "_astro/deck.js": the scripts and style sheets of a site are those that Astro has built.
const RE_BUILT = /^_astro\/[^/]+\.(?:css|js)$/

/** The path of a file of the site; undefined for an address that leads elsewhere. */
type FileOf = (address: string) => string | undefined

/** Whether it is now a style sheet of the site. */
async function embedLinked(
  link: PageElement,
  files: SiteFiles,
  { shownFile, builtFile }: { readonly shownFile: FileOf; readonly builtFile: FileOf },
): Promise<boolean> {
  const rel = attribute(link, 'rel') ?? ''
  const fileOf = rel === 'stylesheet' ? builtFile : shownFile
  const path = fileOf(attribute(link, 'href') ?? 'data:,')
  // Of two icons the one that is drawn at any size is enough.
  const isSpare = rel === 'icon' && attribute(link, 'sizes') !== undefined
  if (isSpare || RE_HINT.test(rel)) {
    remove(link)
    return false
  }
  if (path === undefined) return false
  if (rel === 'icon') setAttributes(link, { href: await files.dataUri(path) })
  if (rel !== 'stylesheet') return false
  rename(link, 'style')
  setAttributes(link, { rel: undefined, href: undefined, crossorigin: undefined })
  setText(link, await makeOnce(files, path, () => inlineStyle(files, path)))
  return true
}

/** Data that a script would ask for stands in the page, which may ask for nothing. */
async function embedData(script: PageElement, files: SiteFiles, fileOf: FileOf): Promise<void> {
  const path = fileOf(attribute(script, 'data-src') ?? 'data:,')
  if (path === undefined) return
  setAttributes(script, { 'data-src': undefined })
  setText(script, (await files.text(path)).replaceAll('<', '\\u003c'))
}

/** Whether it now holds a script of the site. */
async function embedScript(
  script: PageElement,
  files: SiteFiles,
  fileOf: FileOf,
): Promise<boolean> {
  const path = fileOf(attribute(script, 'src') ?? 'data:,')
  if (path === undefined) return false
  setAttributes(script, { src: undefined, crossorigin: undefined })
  setText(script, await makeOnce(files, path, () => bundleScript(files, path)))
  return true
}

/** A film may be: then its poster stays, and where it is. */
async function isTooLarge(path: string, files: SiteFiles): Promise<boolean> {
  return isFilm(path) && (await files.bytes(path)).length > LARGEST_OFFLINE
}

async function embedShown(element: PageElement, files: SiteFiles, fileOf: FileOf): Promise<void> {
  for (const name of SHOWN[element.tagName] ?? []) {
    const path = fileOf(attribute(element, name) ?? 'data:,')
    // An author may name a file that does not exist: it is missing here as it is in the site.
    if (path !== undefined && files.has(path) && (await isTooLarge(path, files)))
      setAttributes(element, { [name]: undefined, controls: undefined })
    else if (path !== undefined && files.has(path))
      setAttributes(element, { [name]: await files.dataUri(path) })
  }
  if (attribute(element, 'srcset') === undefined) return
  // One picture is enough. Other sizes and formats of it would only make the file larger.
  if (element.tagName === 'source') remove(element)
  else setAttributes(element, { srcset: undefined, sizes: undefined })
}
