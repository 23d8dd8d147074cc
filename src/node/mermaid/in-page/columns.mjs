/** In the browser: has Mermaid read a diagram of the case, and wraps and measures the words of its boxes. */
import { draw } from './draw.mjs'
import { wrapLabels } from './wrap.mjs'

/** What Mermaid has read of the text that it draws. */
let read

/**
 * A layout of Mermaid's by this name. Where boxes stand, `arrange.ts` decides: here are the words alone, which
 * Mermaid makes plain when all is drawn.
 */
const layout = {
  name: 'columns',
  loader: async () => ({
    async render(data, svg) {
      read = data
      for (const { label } of data.nodes) svg.append('text').attr('class', 'words').text(label)
    },
  }),
}

globalThis.mermaid.registerLayoutLoaders([layout])

/**
 * What a text says, with its words in lines. `isPlain` is false where it asks for what no diagram of the case
 * has: words on a line, arrows, groups, styles, scripts.
 * @param {string} text Mermaid.
 * @param {object} config Mermaid's, with the layout `columns`.
 * @param {Readonly<Record<string, number>>} rooms How wide a line of words is in the boxes of each column, px.
 */
export async function readColumns(text, config, rooms) {
  const svg = await draw(text, config)
  const words = [...svg.querySelectorAll('text.words')].map((one) => one.textContent ?? '')
  const boxes = read.nodes.map(({ id, cssClasses, link }) => {
    const classes = cssClasses.split(' ')
    const column = Object.keys(rooms).find((one) => classes.includes(one))
    return { name: id, classes, column, href: link }
  })
  const labels = boxes.map(({ column }, index) => ({
    words: words[index] ?? '',
    room: rooms[column] ?? Number.POSITIVE_INFINITY,
  }))
  const wrapped = wrapLabels(labels, config.fontSize)
  return {
    title: svg.querySelector('title')?.textContent ?? '',
    description: svg.querySelector('desc')?.textContent ?? '',
    isPlain: read.nodes.every(isPlainBox) && read.edges.every(isPlainLine),
    boxes: boxes.map((box, index) => ({ ...box, ...wrapped[index] })),
    edges: read.edges.map(({ start, end, pattern }) => ({
      ends: [start, end],
      isDraft: pattern === 'dotted',
    })),
  }
}

function isPlainBox({ isGroup, haveCallback, tooltip, cssStyles, cssCompiledStyles, link }) {
  const isStyled = [...(cssStyles ?? []), ...(cssCompiledStyles ?? [])].length > 0
  return !(isGroup || haveCallback || tooltip || isStyled) && (!link || link.startsWith('#'))
}

function isPlainLine({ type, label, style, cssCompiledStyles }) {
  const isStyled = [...(style ?? []), ...(cssCompiledStyles ?? [])].length > 0
  return type === 'arrow_open' && !label && !isStyled
}
