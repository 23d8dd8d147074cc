/**
 * What a deck does before its script has come, so that its first slide is there with the page. Deck.astro writes these
 * functions into the page as they stand here: each refers to nothing but what it is given, and what browsers have.
 */

/** As narrow as this, also by zooming in, slides would be too small: there they are a page that flows. */
export const NARROW = '(max-width: 40rem)'

/** Whether the page is to be read: by the width of its window, or by its address, `?view=read`. */
export function isToRead({ matches }: MediaQueryList): boolean {
  return matches || new URLSearchParams(location.search).get('view') === 'read'
}

/**
 * Gives the canvas the shape of the window, 1280 px wide as in slide.css, and lets words grow with it by up to a half,
 * once there are 700 px between what is above and below them. Where it is higher than wide, what stands side by side
 * stands one below the other.
 * @returns its height, px
 */
export function shapeRoot(): number {
  const { style, classList } = document.documentElement
  const high = Math.max(720, Math.round((1280 * innerHeight) / (innerWidth || 1e9)))
  style.setProperty('--high', `${high}`)
  style.setProperty('--grow', Math.min(1.5, Math.max(1, Math.sqrt((high - 108) / 700))).toFixed(3))
  // What is drawn on a slide fits one shape.
  classList.toggle('upright', high > 1280 && !classList.contains('inked'))
  return high
}

/** The scripts of a page that opens so: before its slides, and behind them. */
export const opening = {
  before: `(${openPage})(${isToRead}(matchMedia('${NARROW}')),${shapeRoot})`,
  // Browsers look for what the address names once scripts have run.
  behind: `document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest('.slide')?.classList.add('named')`,
}

/** Decides which view the page has, and stands in for its script until that has come. */
function openPage(isRead: boolean, shape: typeof shapeRoot): void {
  if (isRead) return
  const { style, classList } = document.documentElement
  classList.add('presenting', 'opening')
  // No address leads to another slide.
  if (location.hash.length < 3) classList.add('first')
  // As reveal.js rounds it.
  const scale = Math.min(innerWidth / 1280, innerHeight / shape()).toFixed(2)
  style.setProperty('--opening', scale)
  // A script that does not come is not waited for: there is a page to read.
  const read = () => classList.contains('opening') && classList.remove('presenting', 'opening')
  addEventListener('error', read, true)
  setTimeout(read, 9000)
}
