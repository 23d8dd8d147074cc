/** In the browser: turns what only browsers show into plain shapes and text. */
import { SVG } from './strip.mjs'

/** Browsers show the first child of a `switch` that they can; here they can show all. */
export function takeFirst(either) {
  const group = document.createElementNS(SVG, 'g')
  if (either.firstElementChild) group.append(either.firstElementChild)
  either.replaceWith(group)
}

/** HTML inside a drawing becomes lines of text at the same places. */
export function setAsText(foreign) {
  const toLocal = foreign.getScreenCTM()?.inverse()
  const walker = document.createTreeWalker(foreign, NodeFilter.SHOW_TEXT)
  const group = document.createElementNS(SVG, 'g')
  while (toLocal && walker.nextNode()) {
    const node = walker.currentNode
    const style = getComputedStyle(node.parentElement)
    for (const { words, box } of linesOf(node)) {
      const at = new DOMPoint(box.left + box.width / 2, box.top + box.height / 2)
      const { x, y } = at.matrixTransform(toLocal)
      const line = document.createElementNS(SVG, 'text')
      line.textContent = words
      line.setAttribute('x', x.toFixed(1))
      line.setAttribute('y', y.toFixed(1))
      line.setAttribute(
        'style',
        `fill:${style.color};font-size:${style.fontSize};font-weight:${style.fontWeight};` +
          'text-anchor:middle;dominant-baseline:central;stroke:none',
      )
      group.append(line)
    }
  }
  foreign.replaceWith(group)
}

/** The words of a text node as they were set into lines. */
function linesOf(node) {
  const lines = []
  for (const { 0: word, index } of node.textContent.matchAll(/\S+/g)) {
    const range = document.createRange()
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    const box = range.getBoundingClientRect()
    const last = lines.at(-1)
    if (last && Math.abs(last.box.top - box.top) < box.height / 2) {
      last.words += ` ${word}`
      last.box = new DOMRect(last.box.left, last.box.top, box.right - last.box.left, box.height)
    } else if (box.width > 0) {
      lines.push({ words: word, box })
    }
  }
  return lines
}
