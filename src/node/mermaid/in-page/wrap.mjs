/** In the browser: wraps words at a width, and measures their lines. */
const SVG = 'http://www.w3.org/2000/svg'

/**
 * The lines that words take, as full as they can be, and how wide the longest is.
 * @param {readonly { words: string, room: number }[]} labels Each with the width of a line, px.
 * @param {number} size Of the letters, px.
 */
export function wrapLabels(labels, size) {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('font-size', String(size))
  document.body.replaceChildren(svg)
  const widths = widthsIn(svg)
  return labels.map(({ words, room }) => {
    const lines = linesOf(words.split(' '), (line) => widths(line) <= room)
    return { lines, textWidth: Math.max(0, ...lines.map(widths)) }
  })
}

/** How wide a line of words is, px. */
function widthsIn(svg) {
  const known = new Map()
  const text = svg.appendChild(document.createElementNS(SVG, 'text'))
  return (line) => {
    const before = known.get(line)
    if (before !== undefined) return before
    text.textContent = line
    const width = text.getComputedTextLength()
    known.set(line, width)
    return width
  }
}

/** A word that is too long for a line goes on in the next one, cut between two letters. */
function linesOf(words, fits) {
  const lines = []
  let line = ''
  const left = [...words]
  while (left.length > 0) {
    const word = left.shift()
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) line = longer
    else if (line !== '') {
      lines.push(line)
      left.unshift(word)
      line = ''
    } else {
      const letters = [...new Intl.Segmenter('en').segment(word)].map(({ segment }) => segment)
      let most = 1
      while (most < letters.length && fits(letters.slice(0, most + 1).join(''))) most += 1
      lines.push(letters.slice(0, most).join(''))
      if (most < letters.length) left.unshift(letters.slice(most).join(''))
    }
  }
  return line === '' ? lines : [...lines, line]
}
