/** Where slides are a page that flows, the one that is read stands above it as a picture while it is drawn on. */
import { pictureOf } from '../_slides/slide-picture.ts'

/** Returns what shows a slide as it is now, or none. */
export function makePanel(root: HTMLElement): (slide: HTMLElement | undefined) => void {
  const panel = document.createElement('aside')
  panel.className = 'ink-panel screen-only'
  panel.setAttribute('aria-label', 'This slide, as it is drawn on')
  panel.hidden = true
  const hide = document.createElement('button')
  hide.type = 'button'
  hide.textContent = 'Hide'
  hide.setAttribute('aria-label', 'Hide what is drawn')
  panel.append(hide)
  document.body.append(panel)
  let shown: HTMLElement | undefined
  let picture: HTMLElement | undefined
  let hidden: HTMLElement | undefined
  const setHidden = (is: boolean): void => {
    panel.hidden = is
    root.classList.toggle('has-ink-panel', !is)
  }
  hide.addEventListener('click', () => {
    hidden = shown
    setHidden(true)
    shown?.focus({ preventScroll: true })
  })
  new ResizeObserver(() =>
    panel.style.setProperty('--scale', String(panel.clientWidth / 1280)),
  ).observe(panel)
  return (slide) => {
    const layer = slide?.querySelector(':scope > .ink')
    if (slide !== shown) hidden = undefined
    if (slide !== shown || !layer) {
      picture?.remove()
      picture = undefined
    }
    shown = slide
    const known = picture?.querySelector('.ink')
    if (known && layer) known.replaceWith(layer.cloneNode(true))
    else if (slide && layer) {
      picture = pictureOf(slide)
      panel.prepend(picture)
    }
    setHidden(!layer || hidden === slide)
  }
}
