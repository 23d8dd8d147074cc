/** Prepares an opened page for paper, and reads what it says: all of it runs in the page. */
import type { Page } from 'playwright'
import { SITE_ORIGIN } from '../browser/built-site.ts'

/**
 * A space in each cell that shows nothing: Chromium tags no empty ones, and the cells after them would move
 * up. In a font that is read for one page it paints no space alone.
 */
export function fillCells(tab: Page): Promise<void> {
  return tab.evaluate(() => {
    for (const cell of document.querySelectorAll('th, td')) {
      if (cell.textContent.trim() !== '' || cell.querySelector('img, svg, math, input')) continue
      const space = document.createElement('span')
      space.style.font = '8px/0 serif'
      space.textContent = '\u00a0'
      cell.append(space)
    }
  })
}

/** Pixels a px on paper: 300 dpi. */
const FINEST = 300 / 96

/**
 * Loads all images: a browser loads those further down only when somebody scrolls to them. Each comes in
 * the largest size that is no finer than paper is, where that is not coarse, and else in the next one.
 */
export function loadImages(tab: Page): Promise<void> {
  return tab.evaluate(async (finest) => {
    const images = [...document.images]
    const fitting = images.map((image) => {
      const sources = [...image.srcset.matchAll(/(\S+)\s+(\d+)w/g)]
      const sizes = sources.map(([, src = '', width]) => ({ src, width: Number(width) }))
      const box = image.getBoundingClientRect()
      const [wide, high] = ['width', 'height'].map((side) => Number(image.getAttribute(side)))
      // A box may be wider than what is painted in it.
      const width = wide && high ? Math.min(box.width, (box.height * wide) / high) : box.width
      const fine = sizes.findLast((size) => size.width <= width * finest)
      const isCoarse = (fine?.width ?? 0) < (width * finest) / 2
      return (
        (isCoarse && sizes.find((size) => size.width >= width * finest)) || fine || sizes.at(-1)
      )
    })
    for (const [index, image] of images.entries()) {
      const { src } = fitting[index] ?? {}
      image.loading = 'eager'
      image.removeAttribute('srcset')
      if (src !== undefined) image.src = src
    }
    // One that is missing leaves its alternative text, as it does on screen.
    await Promise.allSettled(images.map((image) => image.decode()))
  }, FINEST)
}

/**
 * Makes every link to an anchor of this page a plain `#two`, which stays a link on paper: also
 * `#/two`, the address that the deck's script gives to a slide, and `/prototype/index.html#two`.
 * A link to a place in another part of the page is made one to `ELSEWHERE`, since Chromium looks long for what is not there.
 * A page that is part of another says by `base` where that is. Its other links lead there; if that
 * is not published, they are plain text.
 */
export function joinLinks(tab: Page, elsewhere: readonly string[] = []): Promise<void> {
  return tab.evaluate(
    ({ ids, origin }) => {
      const isElsewhere = new Set(ids)
      const base = document.querySelector<HTMLElement>('base')
      const isPublished = base?.dataset.published !== 'false'
      const pathOf = ({ origin, pathname }: URL) => origin + pathname.replace(/index\.html$/, '')
      const here = pathOf(new URL(document.baseURI))
      for (const link of document.querySelectorAll('a[*|href]')) {
        const attribute = link.hasAttribute('href') ? 'href' : 'xlink:href'
        const target = new URL(link.getAttribute(attribute) ?? '', document.baseURI)
        const id = decodeURIComponent(target.hash.replace(/^#\/?/, ''))
        const isHere = pathOf(target) === here && document.getElementById(id) !== null
        if (pathOf(target) === here && isElsewhere.has(id))
          link.setAttribute(attribute, `${origin}${encodeURIComponent(id)}`)
        else if (isHere) link.setAttribute(attribute, `#${encodeURIComponent(id)}`)
        else if (target.origin === location.origin && !isPublished) link.removeAttribute(attribute)
        else if (base) link.setAttribute(attribute, target.href)
      }
      base?.remove()
    },
    { ids: elsewhere, origin: ELSEWHERE },
  )
}

/** Links from one part of a long page to another lead here while they are printed. */
export const ELSEWHERE = `${SITE_ORIGIN}/.another-part#`

/** The first name of each target, as a screen reader would say it. */
export async function readLinkNames(tab: Page): Promise<ReadonlyMap<string, string>> {
  const named = await tab.evaluate(() =>
    [...document.querySelectorAll('a[*|href]')].map((link): [string, string] => {
      const address = link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? ''
      const isAnchor = address.startsWith('#')
      const { href } = new URL(address, document.baseURI)
      const name = link.getAttribute('aria-label') ?? link.textContent ?? ''
      return [isAnchor ? decodeURIComponent(address) : href, name.replaceAll(/\s+/g, ' ').trim()]
    }),
  )
  return new Map(named.filter(([, name]) => name !== '').reverse())
}

/** All words in the order of the page, and those of each piece again: cells meet without a space. */
export function readWords(tab: Page): Promise<string> {
  return tab.evaluate(wordsOfPage)
}

function wordsOfPage(): string {
  const pieces: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) pieces.push(walker.currentNode.nodeValue ?? '')
  return [pieces.join(''), ...pieces].join('\n')
}
