/** In the browser: reads the boxes and lines of a drawing of the case. */
import { draw, linkOf } from './draw.mjs'

/**
 * Draws, and reads the boxes and lines of the drawing.
 * @param {string} text Mermaid.
 * @param {object} config Mermaid's.
 */
export async function traceDrawing(text, config) {
  const svg = await draw(text, config)
  const nodes = [...svg.querySelectorAll('g.node')].map((node) => {
    const rows = [...node.querySelectorAll('text .row')].filter((row) => row.textContent.trim())
    return {
      name: node.id.replace(/^.*-flowchart-(.*)-\d+$/, '$1'),
      place: Number(node.id.replace(/^.*-/, '')),
      classes: [...node.classList],
      lines: rows.map((row) => row.textContent.trim()),
      textWidth: Math.max(0, ...rows.map((row) => row.getComputedTextLength())),
      href: linkOf(node.closest('a')),
    }
  })
  const edges = [...svg.querySelectorAll('path[data-edge]')].map((edge) => ({
    name: edge.getAttribute('data-id') ?? '',
    classes: [...edge.classList],
  }))
  return {
    title: svg.querySelector('title')?.textContent ?? '',
    description: svg.querySelector('desc')?.textContent ?? '',
    nodes,
    edges,
  }
}
