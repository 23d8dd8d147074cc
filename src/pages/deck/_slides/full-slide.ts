/**
 * The words of a slide, set for the room that it has. The build proves that each fits as it was made; whoever
 * spaces text out, or brings letters of their own, may find one too full (WCAG 1.4.12). Its words are
 * set smaller then, and where that is not enough, the page to read is offered. On a canvas that is higher
 * than wide there is more room than words, and they are set larger.
 */
import type { RevealApi } from 'reveal.js'

/** px on the canvas that may be over: less is rounding, and loses no words. */
const LOOSE = 4

/** Watches the slide that is shown. `read` turns to the reading view. */
export function offerReadingWhereFull(deck: RevealApi, read: () => void): void {
  const offer = document.createElement('p')
  offer.className = 'full-slide screen-only'
  offer.setAttribute('role', 'status')
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Read as a page'
  button.addEventListener('click', read)
  document.body.append(offer)

  const look = (): void => {
    const slide = deck.getCurrentSlide()
    // Where words still move, nobody knows; once they stand, it is asked again.
    if (slide.dataset.moving) return
    // What was set smaller may have room again.
    grow(slide)
    if (fits(slide)) offer.replaceChildren()
    else if (!offer.hasChildNodes()) offer.append('Not all of this slide fits. ', button)
  }
  // It looks once it begins to observe, and whenever something on the slide changes its size.
  const observer = new ResizeObserver(look)
  const watch = (): void => {
    observer.disconnect()
    const parts = deck.getCurrentSlide().querySelectorAll('.canvas,.canvas>*')
    for (const part of parts) observer.observe(part)
  }
  deck.on('slidechanged', watch)
  addEventListener('resize', watch)
  watch()
}

/** Sizes of words, as parts of the usual one; node/fit/in-page/spacing.ts tries the same. */
const SIZES = [0.9, 0.8, 0.7, 0.6] as const

/** The same on a canvas that is higher than wide. */
const LARGER = [1.5, 1.4, 1.3, 1.2, 1.1] as const

/** Sets words as large as an upright canvas has room for, without breaking one; elsewhere as they were made. */
function grow(slide: HTMLElement): void {
  const isUpright = document.documentElement.matches('.upright')
  const fitting = LARGER.find((size) => {
    setWords(slide, size)
    return isUpright && !isFull(slide) && !isCrowded(slide)
  })
  setWords(slide, fitting)
}

/** Whether a word is too long for its line, or words run up into the edge or the heading there, or out of their room. */
function isCrowded(slide: HTMLElement): boolean {
  const canvas = slide.querySelector<HTMLElement>('.canvas')
  const head = canvas?.querySelector('.head')
  if (!canvas || !head) return false
  const isAtEdge = getComputedStyle(head).position === 'absolute'
  const top = isAtEdge ? head.getBoundingClientRect().bottom : canvas.getBoundingClientRect().top
  const parts = canvas.querySelectorAll(':scope>:not(.head,.logo,.shown,.slide-foot,[id])')
  // Rows run out of a part that is as high as its room.
  const isOut = (part: Element) =>
    part.getBoundingClientRect().top < top + 1 || part.scrollHeight - part.clientHeight > LOOSE
  canvas.style.overflowWrap = 'normal'
  const words = [...canvas.querySelectorAll('h1,h2,h3,p,li,th,td')]
  const isBroken = words.some(
    ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1 && clientWidth > 0,
  )
  canvas.style.overflowWrap = ''
  return isBroken || [...parts].some(isOut)
}

/** Whether a slide fits, its words set smaller if it must be. */
function fits(slide: HTMLElement): boolean {
  if (!isFull(slide)) return true
  return SIZES.some((size) => {
    setWords(slide, size)
    return !isFull(slide)
  })
}

function setWords(slide: HTMLElement, size = 1): void {
  const { style } = slide.querySelector<HTMLElement>('.canvas') ?? slide
  style.setProperty('--type', size === 1 ? '' : `calc(var(--unit) * var(--text) * ${size})`)
}

/** Whether something runs over the canvas, or into the line at its foot. */
function isFull(slide: HTMLElement): boolean {
  const canvas = slide.querySelector<HTMLElement>('.canvas')
  if (!canvas?.offsetWidth) return false
  const { scrollWidth, scrollHeight, clientWidth, clientHeight } = canvas
  if (Math.max(scrollWidth - clientWidth, scrollHeight - clientHeight) > LOOSE) return true
  const foot = canvas.querySelector('.slide-foot')?.getBoundingClientRect()
  // One that is not shown has no place.
  if (!foot?.height) return false
  const room = (LOOSE * canvas.getBoundingClientRect().width) / canvas.offsetWidth
  return [...canvas.querySelectorAll(':scope>:not(.slide-foot,.ground),.ground>*')].some(
    (part) => part.getBoundingClientRect().bottom > foot.top + room,
  )
}
