/** Measures every slide of a page at every step. Runs in the page: see `seen.ts`. */
import type { BoxFault } from './boxes.ts'
import type { VisibleText } from './words.ts'

/** One slide, at the size and text that the page has now. */
export interface Measured {
  /** Its address, without `#/`. */
  readonly id: string
  readonly title: string
  /** Key of the item or section that it tells of; absent for those that the tool adds. */
  readonly key?: string
  /** How many states it has: one, and one more for each fragment that comes. */
  readonly steps: number
  readonly boxes: readonly AtStep<BoxFault>[]
  /** Share of the room that its words take, at the fullest step. */
  readonly fill: number
  /** Share of the room that holds something; absent for a slide of few words by its nature, and where words were not asked for. */
  readonly used?: number
  /** Empty where words were not asked for. */
  readonly words: readonly AtStep<VisibleText>[]
}

/** A value, and the first step at which it is seen; from 1. */
export type AtStep<T> = T & { readonly step: number }

/**
 * Lays all slides of a presentation out at once, when they are measured and not before. They are clipped away, since
 * painting hundreds takes longer than measuring them.
 */
export function layOutAll(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    '.reveal .slides section { display: block !important; visibility: visible !important;' +
      ' opacity: 1 !important; transform: none !important }' +
      '.reveal .slides { clip-path: inset(50%) }',
  )
  document.adoptedStyleSheets.push(sheet)
  // The browser says a frame later that the window has changed, and the deck would lay all out for that once more.
  addEventListener('resize', (event) => event.isTrusted && event.stopImmediatePropagation(), true)
}

/** The slides at some places, at the size that the window has now. In between the browser lays none out. */
export function measureAtSize(
  text: number,
  withWords: boolean,
  places: readonly number[],
): readonly Measured[] {
  const style = document.querySelector<HTMLElement>('.reveal .slides')?.style
  style?.removeProperty('content-visibility')
  document.documentElement.style.setProperty('--text', String(text))
  dispatchEvent(new Event('resize'))
  const measured = fit.measureSlides(withWords, places)
  style?.setProperty('content-visibility', 'hidden')
  return measured
}

/**
 * All in the page that says how each slide is set: its own markup, that of what is around it, styles, and how the next
 * one comes. Which number it has, and from where its links start, changes nothing of that.
 */
export function markupOfSlides(): readonly string[] {
  const styles = [...document.querySelectorAll('style')].map(({ textContent }) => textContent)
  return [...document.querySelectorAll('section.slide')].map((slide) => {
    const around = [...styles]
    for (let at = slide.parentElement; at; at = at.parentElement)
      around.push((at.cloneNode(false) as Element).outerHTML)
    const seen = slide.cloneNode(true) as Element // as what it copies
    for (const notes of seen.querySelectorAll('.notes')) notes.remove()
    seen.setAttribute('aria-label', fit.titleOf(slide))
    for (const name of ['href', 'src'])
      for (const one of seen.querySelectorAll(`[${name}]`))
        one.setAttribute(name, fit.fromAnywhere(one.getAttribute(name) ?? ''))
    return [seen.outerHTML, ...around, `${fit.movesOn(slide)}`].join('\n')
  })
}

/** An address, the same on every deck of a site: of pages and places of it, only that they are. */
export function fromAnywhere(address: string): string {
  if (address.startsWith('#')) return '#'
  const { origin, pathname, href } = new URL(address, document.baseURI)
  return origin === location.origin && /(?:\/|\.html)$/.test(pathname) ? './' : href
}

/** Numbers of slides, each digit a nought of the same width: they are measured so, whatever stands before a slide. */
export function blankCounts(): void {
  for (const count of document.querySelectorAll('.slide-foot .count'))
    count.textContent = count.textContent.replaceAll(/\d/g, '0')
}

/** The title of a slide, which its label says behind its number. */
export function titleOf(slide: Element): string {
  return (slide.getAttribute('aria-label') ?? '').replace(/^[^:]*: /, '')
}

/** Whether what a slide holds moves on to the next one. */
export function movesOn(slide: Element): boolean {
  return slide.nextElementSibling?.matches('[data-animate]') ?? false
}

/** Slides of the page, by their places in it, from 0; all of them where none are named. */
export function slidesAt(places?: readonly number[]): readonly Element[] {
  const slides = [...document.querySelectorAll('section.slide')]
  return places ? places.flatMap((place) => slides[place] ?? []) : slides
}

/** The slides at some places, or all. */
export function measureSlides(withWords: boolean, places?: readonly number[]): readonly Measured[] {
  return fit.slidesAt(places).map((slide) => fit.measureSlide(slide, withWords))
}

/** One slide, at each of its steps; it is left with all of its fragments shown. */
export function measureSlide(slide: Element, withWords: boolean): Measured {
  const groups = fit.fragmentsOf(slide)
  const boxes = new Map<string, AtStep<BoxFault>>()
  const words = new Map<string, AtStep<VisibleText>>()
  let fill = 0
  for (const step of [0, ...groups.keys()].map((_, index) => index + 1)) {
    for (const [index, group] of groups.entries()) {
      for (const fragment of group) fragment.classList.toggle('visible', index < step - 1)
    }
    for (const fault of fit.boxFaults(slide)) {
      const name = `${fault.how} ${fault.what}`
      if ((boxes.get(name)?.px ?? 0) < fault.px) boxes.set(name, { ...fault, step })
    }
    for (const one of withWords ? fit.wordsOf(slide) : []) {
      const name = `${one.text} ${one.px} ${one.ratio}`
      if (!words.has(name)) words.set(name, { ...one, step })
    }
    fill = Math.max(fill, fit.fillOf(slide))
  }
  const { item, section, sparse } = (slide as HTMLElement).dataset
  // What moves from slide to slide leaves room for what comes.
  const isSparse = sparse !== undefined || slide.matches('[data-animate]') || fit.movesOn(slide)
  const key = item ?? section
  return {
    id: slide.id,
    title: fit.titleOf(slide),
    ...(key === undefined ? {} : { key }),
    steps: groups.length + 1,
    boxes: [...boxes.values()],
    fill,
    ...(withWords && !isSparse ? { used: fit.usedOf(slide) } : {}),
    words: [...words.values()],
  }
}

/** Fragments in the order in which they come; those of one index come together. */
export function fragmentsOf(slide: Element): readonly (readonly Element[])[] {
  const fragments = [...slide.querySelectorAll('.fragment')]
  const byIndex = Map.groupBy(fragments, (fragment, order) =>
    Number(fragment.getAttribute('data-fragment-index') ?? order),
  )
  return [...byIndex].toSorted(([a], [b]) => a - b).map(([, group]) => group)
}
