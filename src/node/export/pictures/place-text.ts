/** Runs in the page: sets the words of a drawing in lines that every office program puts in one place. */

/**
 * Office programs know neither baselines other than the usual one nor lines that count from the line
 * before. Words of the drawing on the sheet that stand side by side and look alike become a text of their
 * own; what is turned stays as it is. Its looks have been inlined before.
 */
export function placeText(): void {
  interface Run {
    words: string
    box: DOMRect
    readonly by: Element
  }

  const LOOKS = ['fill', 'font-family', 'font-size', 'font-weight', 'font-style']
  const context = document.createElement('canvas').getContext('2d')
  for (const text of document.querySelectorAll<SVGTextElement>('#sheet > svg text')) {
    const toOwn = text.getScreenCTM()?.inverse()
    if (toOwn?.b !== 0 || toOwn.c !== 0) continue
    text.replaceWith(...runsIn(text).map((run) => textOf(run, text, toOwn)))
  }

  /** Words that stand beside each other and look alike. */
  function runsIn(text: Element): readonly Run[] {
    const runs: Run[] = []
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: words, index } of (node.nodeValue ?? '').matchAll(/\S+/g)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + words.length)
        const box = range.getBoundingClientRect()
        const by = node.parentElement ?? text
        const last = runs.at(-1)
        if (last && isBeside(last.box, box) && lookOf(last.by) === lookOf(by)) {
          const isSpaced = box.left - last.box.right > box.height / 16
          last.words += isSpaced ? ` ${words}` : words
          last.box = new DOMRect(last.box.x, last.box.y, box.right - last.box.x, last.box.height)
        } else runs.push({ words, box, by })
      }
    }
    return runs
  }

  function isBeside(before: DOMRect, { left, top, height }: DOMRect): boolean {
    return Math.abs(before.top - top) < height / 2 && left > before.left
  }

  function lookOf(element: Element): string {
    return LOOKS.map((name) => element.getAttribute(name)).join()
  }

  function textOf({ words, box, by }: Run, from: SVGTextElement, toOwn: DOMMatrix): Element {
    const start = new DOMPoint(box.x, box.y + box.height * ascentOf(by)).matrixTransform(toOwn)
    const run = document.createElementNS('http://www.w3.org/2000/svg', 'text')
    const transform = from.getAttribute('transform')
    const looks = LOOKS.map((name) => [name, by.getAttribute(name)] as const)
    const attributes = [
      ['transform', transform],
      ['x', start.x.toFixed(1)],
      ['y', start.y.toFixed(1)],
      // Another font, where ours is missing, must not run out of its box.
      ['textLength', (box.width * toOwn.a).toFixed(1)],
      ['lengthAdjust', 'spacingAndGlyphs'],
      ['text-anchor', 'start'],
      ['stroke', 'none'],
      ...looks,
    ] as const
    for (const [name, value] of attributes) if (value) run.setAttribute(name, value)
    run.textContent = words
    return run
  }

  /** How much of a line's height lies above its baseline. */
  function ascentOf(element: Element): number {
    if (!context) return 0.8
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
    context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
    const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText('x')
    return above / (above + below)
  }
}
