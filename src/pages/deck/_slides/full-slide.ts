/**
 * What is done for a slide that does not fit. The build proves that each fits as it was made; whoever
 * spaces text out, or brings letters of their own, may find one too full (WCAG 1.4.12). Its words are
 * set smaller then, and where that is not enough, the page to read is offered.
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
    const isOffered = offer.hasChildNodes()
    const isWanted = !fits(deck.getCurrentSlide())
    if (isWanted && !isOffered) offer.append('Not all of this slide fits. ', button)
    if (!isWanted && isOffered) offer.replaceChildren()
  }
  // It looks once it begins to observe, and whenever something on the slide becomes larger.
  const observer = new ResizeObserver(look)
  const watch = (): void => {
    observer.disconnect()
    setWords(deck.getCurrentSlide())
    const parts = deck.getCurrentSlide().querySelectorAll('.canvas, .canvas > *')
    for (const part of parts) observer.observe(part)
  }
  deck.on('slidechanged', watch)
  watch()
}

/** Sizes of words, as parts of the usual one; node/fit/in-page/spacing.ts tries the same. */
const SIZES = [0.9, 0.8, 0.7, 0.6] as const

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
  if (size === 1) style.removeProperty('--type')
  else style.setProperty('--type', `calc(var(--unit) * var(--text) * ${size})`)
}

/** Whether something runs over the canvas, or into the line at its foot. */
function isFull(slide: HTMLElement): boolean {
  const canvas = slide.querySelector<HTMLElement>('.canvas')
  if (!canvas || canvas.offsetWidth === 0) return false
  const { scrollWidth, scrollHeight, clientWidth, clientHeight } = canvas
  if (Math.max(scrollWidth - clientWidth, scrollHeight - clientHeight) > LOOSE) return true
  const foot = canvas.querySelector('.slide-foot')?.getBoundingClientRect()
  const room = LOOSE * (canvas.getBoundingClientRect().width / canvas.offsetWidth)
  return [...canvas.querySelectorAll(':scope > :not(.slide-foot, .ground), .ground > *')].some(
    (part) => foot !== undefined && part.getBoundingClientRect().bottom > foot.top + room,
  )
}
