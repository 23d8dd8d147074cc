/** In the browser: lays a drawing that is too long for a slide in rows, on as many pictures as it takes. */

/** What is moved as a whole. Lines between these may be cut. */
const BLOCKS = '.node, .edgeLabel, .cluster'
const LINES = '.edgePaths path'
/** Stands above the first row. */
const TITLE = '.flowchartTitleText'

/** Between rows, and around all of them for half a line's width; px. */
const GAP = 24
const EDGE = 2

/** Distance of the points by which a line is followed, px. */
const STEP = 3

/**
 * Copies of the drawing, each with a part of it, and each small enough for the room. `[]` where the
 * drawing is not made of boxes and lines, or has no place where it can be cut.
 * @param {SVGSVGElement} svg Shown, at its own size.
 * @param {{ width: number, height: number }} room In px.
 */
export function layInRows(svg, room) {
  const { width, height } = svg.viewBox.baseVal ?? {}
  if (!width || (width <= room.width && height <= room.height)) return []
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))
  svg.style.maxWidth = 'none'
  const blocks = blocksOf(svg)
  if (!blocks) return []
  // A wide drawing is cut into rows; a high one into columns, by the same measures turned.
  const turned = height / room.height > width / room.width
  const axes = turned ? { along: 'y', across: 'x' } : { along: 'x', across: 'y' }
  const [long, most] = turned ? [room.height, room.width] : [room.width, room.height]
  const strips = stripsOf(blocks, axes)
  const lines = [...svg.querySelectorAll(LINES)].map((line) => traced(line, svg))
  const rows = evenRuns(strips, long, (run) => run.at(-1).to - run[0].from)?.map((run) =>
    rowOf(run, lines, axes),
  )
  const title = svg.querySelector(TITLE)?.getBBox()
  const above = title ? title.height + EDGE : 0
  const depthOf = (run) => run.reduce((sum, row) => sum + row.depth + GAP, -GAP)
  const pictures = rows && evenRuns(rows, most - above, depthOf)
  if (!pictures || strips.length < 2) return []
  return pictures.map((run, index) =>
    pictureOf(svg, { rows: run, lines, axes, title: index === 0 ? title : undefined }),
  )
}

/** Every box with its place; undefined where words stand outside of boxes. */
function blocksOf(svg) {
  const found = [...svg.querySelectorAll(BLOCKS)].filter(
    (block) => !block.parentElement?.closest(BLOCKS),
  )
  const words = [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim())
  if (found.length === 0 || words.some((text) => !text.closest(`${BLOCKS}, ${TITLE}`)))
    return undefined
  const { left, top } = svg.getBoundingClientRect()
  const from = svg.viewBox.baseVal
  return found.flatMap((block) => {
    const { x, y, width, height } = block.getBoundingClientRect()
    if (width === 0 || height === 0) return []
    const start = { x: x - left + from.x, y: y - top + from.y }
    return [{ block, x: [start.x, start.x + width], y: [start.y, start.y + height] }]
  })
}

/** Strips of the drawing with boxes in them. Between strips there are only lines. */
function stripsOf(blocks, { along, across }) {
  const strips = []
  for (const one of blocks.toSorted((a, b) => a[along][0] - b[along][0])) {
    const last = strips.at(-1)
    const [from, to] = one[along]
    const [top, bottom] = one[across]
    if (last && from < last.to + 1) {
      last.blocks.push(one.block)
      last.to = Math.max(last.to, to)
      last.top = Math.min(last.top, top)
      last.bottom = Math.max(last.bottom, bottom)
    } else strips.push({ blocks: [one.block], from, to, top, bottom })
  }
  // Lines are cut half-way to what comes next.
  return strips.map((strip, index) => ({
    ...strip,
    from: index === 0 ? strip.from : (strips[index - 1].to + strip.from) / 2,
    to: index === strips.length - 1 ? strip.to : (strip.to + strips[index + 1].from) / 2,
  }))
}

/** As deep as its boxes, and as the lines that run round them. */
function rowOf(strips, lines, { along, across }) {
  const [from, to] = [strips[0].from, strips.at(-1).to]
  const passing = lines.flatMap(({ points }) =>
    points.flatMap((point) => (point[along] >= from && point[along] <= to ? [point[across]] : [])),
  )
  const top = Math.min(...strips.map((strip) => strip.top), ...passing.map((at) => at - EDGE))
  const bottom = Math.max(...strips.map((strip) => strip.bottom), ...passing.map((at) => at + EDGE))
  const blocks = new Set(strips.flatMap((strip) => strip.blocks))
  return { blocks, from, to, top, depth: bottom - top }
}

/** As few runs as possible, about equally long; undefined where one item alone is too long. */
function evenRuns(items, room, lengthOf) {
  if (items.some((item) => lengthOf([item]) > room)) return undefined
  const fewest = runsIn(items, room, lengthOf)
  for (let limit = lengthOf(items) / fewest.length; limit < room; limit += 10) {
    const runs = runsIn(items, limit, lengthOf)
    if (runs.length === fewest.length) return runs
  }
  return fewest
}

function runsIn(items, room, lengthOf) {
  const runs = []
  for (const item of items) {
    const last = runs.at(-1)
    if (last && lengthOf([...last, item]) <= room) last.push(item)
    else runs.push([item])
  }
  return runs
}

/** A line as points, in the drawing's own units. */
function traced(line, svg) {
  const toDrawing = svg.getScreenCTM().inverse().multiply(line.getScreenCTM())
  const length = line.getTotalLength()
  const steps = Math.max(1, Math.ceil(length / STEP))
  const points = Array.from({ length: steps + 1 }, (_, index) => {
    const own = line.getPointAtLength((length * index) / steps)
    const { x, y } = own.matrixTransform(toDrawing)
    return { own, x, y }
  })
  return { line, points }
}

/** One copy of the drawing, with only what is in these rows, moved below each other. */
function pictureOf(svg, { rows, lines, axes: { along, across }, title }) {
  const copy = svg.cloneNode(true)
  svg.after(copy)
  const twins = new Map()
  const copies = copy.querySelectorAll('*')
  for (const [index, one] of [...svg.querySelectorAll('*')].entries()) twins.set(one, copies[index])
  const kept = new Set()
  const above = title ? title.height + EDGE : 0
  let depth = EDGE + (along === 'x' ? above : 0)
  for (const row of rows) {
    const start = EDGE + (along === 'y' ? above : 0)
    const by = { [along]: start - row.from, [across]: depth - row.top }
    const move = `translate(${by.x.toFixed(1)} ${by.y.toFixed(1)})`
    for (const block of row.blocks) {
      const twin = twins.get(block)
      twin.setAttribute('transform', `${move} ${twin.getAttribute('transform') ?? ''}`)
      kept.add(twin)
    }
    for (const { line, points } of lines) {
      for (const stretch of stretchesIn(points, row, along)) {
        const twin = twins.get(line).cloneNode(true)
        twin.setAttribute('transform', `${move} ${twin.getAttribute('transform') ?? ''}`)
        if (stretch.length < points.length) twin.setAttribute('d', pathOf(stretch))
        if (stretch[0] !== points[0]) twin.removeAttribute('marker-start')
        if (stretch.at(-1) !== points.at(-1)) twin.removeAttribute('marker-end')
        twins.get(line).before(twin)
      }
    }
    depth += row.depth + GAP
  }
  for (const { line } of lines) twins.get(line).remove()
  for (const block of copy.querySelectorAll(BLOCKS)) {
    if (!block.parentElement?.closest(BLOCKS) && !kept.has(block)) block.remove()
  }
  const size = {
    [along]: Math.max(...rows.map(({ from, to }) => to - from)) + 2 * EDGE,
    [across]: depth - GAP + EDGE,
  }
  if (along === 'y') size.y += above
  const name = copy.querySelector(TITLE)
  if (title) {
    size.x = Math.max(size.x, title.width + 2 * EDGE)
    for (const [look, value] of [
      ['text-anchor', 'start'],
      ['x', EDGE],
      ['y', EDGE + title.height * 0.8],
    ])
      name.setAttribute(look, value)
    name.style.textAnchor = 'start'
  } else name?.remove()
  copy.setAttribute('viewBox', `0 0 ${Math.ceil(size.x)} ${Math.ceil(size.y)}`)
  return copy
}

/** The parts of a line within a row, each of two points or more. */
function stretchesIn(points, { from, to }, along) {
  const stretches = []
  let open
  for (const point of points) {
    if (point[along] < from || point[along] > to) {
      open = undefined
      continue
    }
    if (!open) {
      open = []
      stretches.push(open)
    }
    open.push(point)
  }
  return stretches.filter((stretch) => stretch.length > 1)
}

function pathOf(points) {
  return `M${points.map(({ own }) => `${own.x.toFixed(1)} ${own.y.toFixed(1)}`).join('L')}`
}
