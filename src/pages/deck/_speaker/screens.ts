/** Slides stand on the desk as wide as their frames. */

/** Width of a slide, px. */
const CANVAS = 1280

/** Scales what is in each frame to it, now and whenever it changes. */
export function scaleScreens(root: HTMLElement): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries)
      if (target instanceof HTMLElement)
        target.style.setProperty('--scale', String(contentRect.width / CANVAS))
  })
  for (const frame of root.querySelectorAll('.speaker-screen')) observer.observe(frame)
}
