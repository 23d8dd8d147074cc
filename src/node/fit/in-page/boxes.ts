/** What does not fit on a slide, in every container. Runs in the page: see `seen.ts`. */

/** Something that is clipped, too full, outside the slide, or over the line at its foot. */
export interface BoxFault {
  /** The element. */
  readonly what: string
  readonly how: 'too wide inside' | 'too high inside' | 'outside the slide' | 'over the foot'
  /** By how much, px on the canvas. */
  readonly px: number
  /** The same in lines of its text; absent for what is too wide. */
  readonly lines?: number
}

/** Every fault of one slide as it stands now. */
export function boxFaults(slide: Element): readonly BoxFault[] {
  const canvas = slide.querySelector('.canvas') ?? slide
  const frame = canvas.getBoundingClientRect()
  const scale = fit.scaleOf(slide)
  const faults: BoxFault[] = []
  for (const element of [slide, ...slide.querySelectorAll('*')]) {
    const found: [BoxFault['how'], number, boolean][] = []
    // Shapes and words inside a drawing have no scrolling box: where they stand is checked below.
    if (!(element instanceof SVGElement) || element.localName === 'svg') {
      const wide = element.scrollWidth - element.clientWidth
      const high = element.scrollHeight - element.clientHeight
      if (element.clientWidth > 0 && wide > 1) found.push(['too wide inside', wide, false])
      if (element.clientHeight > 0 && high > 1 && high > fit.roomFor(element))
        found.push(['too high inside', high, true])
    }
    for (const box of [element.getBoundingClientRect(), ...fit.textBoxes(element)]) {
      if (box.width === 0 && box.height === 0) continue
      const across = Math.max(frame.left - box.left, box.right - frame.right) / scale
      const down = Math.max(frame.top - box.top, box.bottom - frame.bottom) / scale
      if (across > 1) found.push(['outside the slide', across, false])
      if (down > 1) found.push(['outside the slide', down, true])
    }
    // To see who is visible takes longer than to measure all.
    if (found.length === 0 || !fit.isVisible(element, slide)) continue
    for (const [how, px, runsDown] of found) {
      const lines = runsDown ? { lines: fit.linesIn(px, element) } : {}
      faults.push({ what: fit.nameOf(element), how, px: Math.ceil(px - 0.05), ...lines })
    }
  }
  return [...faults, ...fit.footFaults(slide)]
}

/** What runs into the line at the foot. */
export function footFaults(slide: Element): readonly BoxFault[] {
  const foot = slide.querySelector('.slide-foot')?.getBoundingClientRect()
  const scale = fit.scaleOf(slide)
  if (!foot) return []
  return [...slide.querySelectorAll('.canvas > :not(.slide-foot, .ground), .ground > *')].flatMap(
    (child) => {
      const over = (child.getBoundingClientRect().bottom - foot.top) / scale
      if (over <= 1 || !fit.isVisible(child, slide)) return []
      const lines = fit.linesIn(over, child)
      const px = Math.ceil(over - 0.05)
      return [{ what: fit.nameOf(child), how: 'over the foot' as const, px, lines }]
    },
  )
}

/** How far words may reach over their box, as tight lines do: no box loses them but one that clips. */
export function roomFor(element: Element): number {
  if (getComputedStyle(element).overflowY !== 'visible') return 1
  const sizes = [element, ...element.querySelectorAll('*')].map((each) =>
    Number.parseFloat(getComputedStyle(each).fontSize),
  )
  // The font of formulas has room above and below its letters for what it builds.
  return (
    1 +
    (element.querySelector('math') || element.localName === 'math' ? 0.7 : 0.35) *
      Math.max(...sizes)
  )
}

/** How many lines of an element's text are as high as so many px; one at least. */
export function linesIn(px: number, element: Element): number {
  return Math.max(1, Math.ceil(px / fit.lineOf(element) - 0.1))
}

/** The height of a line of an element's text, px on the canvas: that of its largest words. */
export function lineOf(element: Element): number {
  const within = [element, ...element.querySelectorAll('p, li, dd, span, td, code')]
  const heights = within
    .filter((each) => fit.textBoxes(each).length > 0)
    .map((each) => {
      const { lineHeight, fontSize } = getComputedStyle(each)
      return Number.parseFloat(lineHeight) || 1.28 * Number.parseFloat(fontSize)
    })
  return heights.length === 0 ? 40 : Math.max(...heights)
}

/** How much of the room above the foot the words take: 1 is full. Elements that grow do not count. */
export function fillOf(slide: Element): number {
  const canvas = slide.querySelector<HTMLElement>('.canvas')
  if (!canvas) return 0
  const { paddingTop, paddingBottom } = getComputedStyle(canvas)
  const room =
    canvas.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom)
  const used = [...canvas.children].reduce((sum, child) => {
    const { position, flexGrow } = getComputedStyle(child)
    const stands = child instanceof HTMLElement && position !== 'absolute' && flexGrow === '0'
    return sum + (stands ? child.offsetHeight : 0)
  }, 0)
  return used / room
}

/** The room for words is cut into so many fields across and down, to see which are empty. */
export const FIELDS = { across: 16, down: 9 } as const

/** How much of the room for words holds words or pictures, of all fields: 1 is full. */
export function usedOf(slide: Element): number {
  const canvas = slide.querySelector('.canvas')
  const frame = canvas?.getBoundingClientRect()
  if (!canvas || !frame) return 0
  const { across, down } = fit.FIELDS
  const scale = frame.width / 1280
  const [left, top] = [frame.left + 152 * scale, frame.top + 60 * scale]
  const [wide, high] = [(1060 * scale) / across, (frame.height - 140 * scale) / down]
  const used = new Set<string>()
  for (const element of canvas.querySelectorAll(':not(.slide-foot, .slide-foot *)')) {
    if (!fit.isVisible(element, slide)) continue
    const isDrawn = element.matches('img, video, math, pre, rect, path, polygon, circle, line')
    const boxes = isDrawn ? [element.getBoundingClientRect()] : fit.textBoxes(element)
    for (const box of boxes)
      for (let x = Math.floor((box.left - left) / wide); left + x * wide < box.right; x += 1)
        for (let y = Math.floor((box.top - top) / high); top + y * high < box.bottom; y += 1)
          if (x >= 0 && y >= 0 && x < across && y < down) used.add(`${x} ${y}`)
  }
  return used.size / (across * down)
}
