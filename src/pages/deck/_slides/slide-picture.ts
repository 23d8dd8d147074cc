/** A slide as a picture of itself, as small as its box. */

/** Its canvas, and what is drawn on it. Nothing there can be used, or be found by its address. */
export function pictureOf(slide: HTMLElement): HTMLElement {
  const picture = document.createElement('div')
  picture.className = 'tile-picture'
  picture.inert = true
  const copy = document.createElement('div')
  copy.className = [...slide.classList].filter((name) => name.startsWith('slide')).join(' ')
  if (slide.dataset.state) copy.dataset.state = slide.dataset.state
  const canvas = slide.querySelector('.canvas')?.cloneNode(true)
  if (canvas instanceof HTMLElement) {
    for (const one of [canvas, ...canvas.querySelectorAll('[id]')]) one.removeAttribute('id')
    copy.append(canvas)
  }
  copy.append(...[...slide.querySelectorAll(':scope > .ink')].map((ink) => ink.cloneNode(true)))
  picture.append(copy)
  return picture
}
