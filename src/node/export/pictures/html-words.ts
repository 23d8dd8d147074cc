/** Runs in the page: makes text of a drawing of the words that it sets as HTML, which no office program shows. */

/**
 * Drawing tools write labels as HTML in a `foreignObject`, and beside it, in a `switch`, words that are
 * cut off. The words on the sheet stand where browsers draw them afterwards, line by line. It runs before
 * looks are inlined, since it reads the styles of the HTML.
 */
export function setHtmlWords(): void {
  const context = document.createElement('canvas').getContext('2d')
  const svg = document.querySelector<SVGSVGElement>('#sheet > svg')
  if (!svg) return
  for (const box of svg.querySelectorAll<SVGForeignObjectElement>('foreignObject')) {
    const place = document.createElementNS('http://www.w3.org/2000/svg', 'g')
    const transform = box.getAttribute('transform')
    if (transform) place.setAttribute('transform', transform)
    const choice = box.closest('switch')
    ;(choice ?? box).before(place)
    // What is turned or scaled is measured straight.
    box.removeAttribute('transform')
    // Looks that it has from what is around it go with it.
    const { color, fontSize, fontFamily, fontWeight, fontStyle } = getComputedStyle(box)
    Object.assign(box.style, { color, fontSize, fontFamily, fontWeight, fontStyle })
    svg.append(box)
    const toOwn = svg.getScreenCTM()?.inverse()
    if (toOwn) place.append(...linesIn(box).map((line) => textOf(line, toOwn)))
    box.remove()
    choice?.remove()
  }

  interface Line {
    words: string
    readonly range: Range
    readonly by: Element
  }

  /** The words of a node that stand on one line. */
  function linesIn(box: Element): readonly Line[] {
    const lines: Line[] = []
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let last: Line | undefined
      for (const { 0: words, index } of (node.nodeValue ?? '').matchAll(/\S+/g)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + words.length)
        const { top, width, height } = range.getBoundingClientRect()
        if (width === 0) continue
        const before = last?.range.getBoundingClientRect()
        if (last && before && Math.abs(before.top - top) < height / 2) {
          last.words += ` ${words}`
          last.range.setEnd(node, index + words.length)
          continue
        }
        last = { words, range, by: node.parentElement ?? box }
        lines.push(last)
      }
    }
    return lines
  }

  function textOf({ words, range, by }: Line, toOwn: DOMMatrix): Element {
    const { x, y, width, height } = range.getBoundingClientRect()
    const style = getComputedStyle(by)
    const start = new DOMPoint(x, y + height * ascentOf(style)).matrixTransform(toOwn)
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text')
    const attributes = {
      x: start.x.toFixed(1),
      y: start.y.toFixed(1),
      textLength: (width * toOwn.a).toFixed(1),
      lengthAdjust: 'spacingAndGlyphs',
      fill: style.color,
      'font-size': style.fontSize,
      'font-family': style.fontFamily,
      'font-weight': style.fontWeight,
      'font-style': style.fontStyle,
    }
    for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, value)
    text.textContent = words
    return text
  }

  /** How much of a line's height lies above its baseline. */
  function ascentOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
    if (!context) return 0.8
    context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
    const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText('x')
    return above / (above + below)
  }
}
