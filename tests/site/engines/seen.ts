/** What a person sees of a page in any engine. What is read of the page runs in it alone. */
import { PNG } from 'pngjs'
import type { EngineWindow } from './engine.ts'

/** Why the first element that matches is not wholly in sight; `seen` where it is. */
export function seen(window: EngineWindow, selector: string): Promise<string> {
  return window.read((wanted) => {
    const element = document.querySelector(wanted)
    if (!element) return `no ${wanted}`
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      return `${wanted} is hidden`
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
    if (width < 2 || height < 2) return `${wanted} is ${width}×${height} px`
    const over = Math.max(-left, -top, right - innerWidth, bottom - innerHeight)
    if (over > 1) return `${wanted} is ${Math.round(over)} px off the screen`
    // What lies on top a little inside each corner, and in the middle.
    const points = [
      [0.5, 0.5],
      [0.05, 0.05],
      [0.95, 0.95],
    ] as const
    for (const [x, y] of points) {
      const hit = document.elementFromPoint(left + x * width, top + y * height)
      if (!hit || !(element.contains(hit) || hit.contains(element)))
        return `${wanted} lies below ${hit?.localName}.${hit?.className}`
    }
    return 'seen'
  }, selector)
}

/** The slide that is shown, and how it fills the window. */
interface Shown {
  readonly id: string
  /** px by which it runs over the window, or is smaller both ways. */
  readonly off: number
  /** Whether it is on top in the middle. */
  readonly isOnTop: boolean
}

/** What the deck shows; `undefined` while there is none. */
export function shownSlide(window: EngineWindow): Promise<Shown | null> {
  return window.read(() => {
    const slide = document.querySelector('.reveal .slides section.present:not(.stack)')
    const canvas = slide?.querySelector('.canvas')
    if (!slide || !canvas) return null
    const { left, top, right, bottom } = canvas.getBoundingClientRect()
    const over = Math.max(-left, -top, right - innerWidth, bottom - innerHeight)
    const short = Math.min(innerWidth - (right - left), innerHeight - (bottom - top))
    return {
      id: slide.id,
      off: Math.round(Math.max(over, short)),
      isOnTop: slide.contains(document.elementFromPoint(innerWidth / 2, innerHeight / 2)),
    }
  })
}

/** How many px a page is wider than its window. */
export function tooWide(window: EngineWindow): Promise<number> {
  return window.read(() => document.documentElement.scrollWidth - innerWidth)
}

/** Words of the case's diagrams that stand out of their boxes; throws where there are none. */
export function wordsOutside(window: EngineWindow): Promise<readonly string[]> {
  return window.read(() => {
    const boxes = [...document.querySelectorAll('.drawing-of-case .box')]
    if (boxes.length === 0) throw new Error('Expected boxes')
    return boxes.flatMap((box) => {
      const [shape, text] = [box.querySelector('.shape, .hit'), box.querySelector('text')]
      const [room, words] = [shape?.getBoundingClientRect(), text?.getBoundingClientRect()]
      const isInside = room && words && words.left >= room.left - 1 && words.right <= room.right + 1
      return isInside ? [] : [text?.textContent ?? 'no words']
    })
  })
}

/** Words of what matches that stand on two lines. */
export function brokenWords(window: EngineWindow, selector: string): Promise<readonly string[]> {
  return window.read((wanted) => {
    const broken: string[] = []
    for (const element of document.querySelectorAll(wanted)) {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const text = texts.currentNode as Text
        for (const { 0: word, index } of text.data.matchAll(/\p{L}+/gu)) {
          const range = document.createRange()
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
            broken.push(word)
        }
      }
    }
    return broken
  }, selector)
}

/** Words in diagrams that are smaller than 14 px, though what is too wide could scroll. */
export function smallLabels(window: EngineWindow): Promise<readonly string[]> {
  return window.read(() =>
    [...document.querySelectorAll('.diagram svg.drawing :is(text, foreignObject)')].flatMap(
      (text) => {
        const scale = (text as SVGGraphicsElement).getScreenCTM()?.a ?? 1
        const px = Number.parseFloat(getComputedStyle(text).fontSize) * scale
        return px < 13.95 ? [`${text.textContent?.trim()}: ${px.toFixed(1)} px`] : []
      },
    ),
  )
}

/** Levels of grey, of 255, by which what is painted differs from the paper around it. */
const INK = 60

/** Of the first element that matches: whether something is painted top left, top right, and below. */
export async function paintedQuarters(
  window: EngineWindow,
  selector: string,
): Promise<readonly boolean[]> {
  const { left, top, width, height, wide } = await window.read((wanted) => {
    const box = document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect()
    return { ...box.toJSON(), wide: innerWidth } as DOMRect & { readonly wide: number }
  }, selector)
  const picture = PNG.sync.read(await window.picture())
  const scale = picture.width / wide
  const grey = (x: number, y: number): number => greyAt(picture, x * scale, y * scale)
  const paper = grey(left + width / 2, top + height / 2)
  return [0, 1, 2, 3].map((quarter) => {
    const [x, y] = [
      left + (quarter % 2) * (width / 2),
      top + Math.floor(quarter / 2) * (height / 2),
    ]
    const steps = Array.from({ length: 10 }, (_, step) => step / 20)
    const painted = steps.flatMap((across) =>
      steps.filter((down) => grey(x + across * width, y + down * height) < paper - INK),
    )
    return painted.length > 10
  })
}

function greyAt({ data, width }: PNG, x: number, y: number): number {
  const at = (Math.floor(y) * width + Math.floor(x)) * 4
  return ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3
}
