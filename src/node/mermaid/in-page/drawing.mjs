/** In the browser: hands back an author’s drawing, stripped, with its size and names. */
import { draw } from './draw.mjs'
import { setAsText, takeFirst } from './foreign.mjs'
import { layInRows } from './rows.mjs'
import { numberSteps } from './steps.mjs'
import { INHERITED, SVG, strip } from './strip.mjs'

/**
 * Draws, and gives the drawing with its looks as attributes and without anything that could run,
 * load or style. One that is too large for a slide comes in parts too.
 * @param {string} text Mermaid.
 * @param {object} config Mermaid's.
 * @param {{ id: string, slide: { width: number, height: number, below: number, label: number } }} set Start of every
 *   id in the result; room on a slide and the smallest label there, px.
 */
export async function stripDrawing(text, config, { id, slide }) {
  let svg = await drawTrimmed(text, config)
  const upright = scaleOn(slide, svg)
  const other = upright < 1 && turned(text)
  if (other) {
    svg = await drawTrimmed(other, config)
    if (scaleOn(slide, svg) <= upright) svg = await drawTrimmed(text, config)
  }
  for (const either of svg.querySelectorAll('switch')) takeFirst(either)
  for (const foreign of svg.querySelectorAll('foreignObject')) setAsText(foreign)
  // Mermaid blends streams into the words below them, which no printer does.
  for (const words of svg.querySelectorAll('.node-labels')) words.parentNode.append(words)
  const labelSize = smallestLabel(svg)
  const overlap = overlapIn(svg)
  const whole = stripOne(svg, sizeOf(svg), id)
  const scale = labelSize / slide.label
  const room = { width: slide.width * scale, height: slide.height * scale }
  const higher = { ...room, height: slide.below * scale }
  const { parts, one } = await fewestPictures(svg, { id, rooms: [room, higher], text, config })
  // On one picture, what stood upright is read more easily as it was, if it is read.
  const isWorth = parts.length > 1 || whole.width > whole.height || whole.height > higher.height
  return { ...whole, labelSize, parts: isWorth ? parts : [], one, overlap }
}

/**
 * The pictures in which a drawing is read on a slide, and the one that holds all where a slide has most
 * room. A flowchart is also set in narrower boxes, and the other way, if it takes fewer then.
 */
async function fewestPictures(svg, { id, rooms, text, config }) {
  const [room, higher] = rooms
  const ways = flowWays(text, config)
  let parts = []
  let one
  for (let drawn = svg; drawn; drawn = await drawNext(ways)) {
    const isOther = drawn !== svg
    const inRows = (set) => {
      const whole = isOther && isWithin(drawn, set) ? [drawn] : layInRows(drawn, set)
      return whole.map((part) => stripOne(part, sizeOf(part), id))
    }
    const own = inRows(room)
    if (own.length > 0 && (parts.length === 0 || own.length < parts.length)) parts = own
    if (parts.length === 1 || (!isOther && isWithin(drawn, room))) return { parts }
    const higherOwn = one ? [] : inRows(higher)
    if (higherOwn.length === 1) [one] = higherOwn
  }
  return { parts, one }
}

function isWithin(svg, room) {
  const { width, height } = sizeOf(svg)
  return width <= room.width && height <= room.height
}

// Matches the head of a flowchart with its direction; not one that was written as C4.
const RE_FLOW = /^(\s*(?:flowchart|graph)(?:-elk)?[ \t]+)(LR|RL|TB|TD|BT)(?=[\s;]|$)/m

const OTHER_WAY = { LR: 'TB', RL: 'TB', TB: 'LR', TD: 'LR', BT: 'LR' }

/** Narrower boxes, closer together. */
const NARROW = { wrappingWidth: 150, nodeSpacing: 24, rankSpacing: 28 }

/** Texts and settings in which a flowchart may take less room; `[]` for anything else. */
function flowWays(text, config) {
  if (!RE_FLOW.test(text) || text.includes(C4)) return []
  const other = text.replace(RE_FLOW, (_, start, way) => `${start}${OTHER_WAY[way]}`)
  const narrow = { ...config, flowchart: { ...config.flowchart, ...NARROW } }
  return [
    [text, narrow],
    [other, config],
    [other, narrow],
  ]
}

/** The next way, drawn; undefined where there is none. */
async function drawNext(ways) {
  const way = ways.shift()
  if (!way) return undefined
  const svg = await drawTrimmed(...way)
  for (const foreign of svg.querySelectorAll('foreignObject')) setAsText(foreign)
  return svg
}

/** Draws, and mends what is too large for its words, or hangs on styles. */
async function drawTrimmed(text, config) {
  const svg = await draw(text, config)
  numberSteps(svg, text)
  endAtNodes(svg)
  endAtMessages(svg)
  turnMilestones(svg)
  centreStates(svg)
  trim(svg)
  return svg
}

/** How large it is on a slide, of its own size. */
function scaleOn(slide, svg) {
  const { width, height } = sizeOf(svg)
  return Math.min(1, slide.width / width, slide.height / height)
}

/** In a flowchart that was written as C4, whose author says no direction. */
const C4 = '%% c4'

/** The text of a drawing that grows the other way; undefined where its author says how. */
function turned(text) {
  if (text.includes(C4)) return text.replace('flowchart LR', 'flowchart TB')
  const kind =
    /^\s*(?:erDiagram|requirementDiagram|classDiagram(?:-v2)?|stateDiagram(?:-v2)?)[^\S\n]*$/m
  return kind.test(text) && !/^\s*direction\s/m.test(text)
    ? text.replace(kind, (line) => `${line}\n  direction LR`)
    : undefined
}

function stripOne(svg, { width, height }, id) {
  const copy = /** @type {Element} */ (strip(svg, undefined, id))
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  dropUnused(copy)
  numberIds(copy, id)
  const titles = { title: takeText(copy, 'title'), description: takeText(copy, 'desc') }
  return {
    inner: [...copy.childNodes].map(serialise).join(''),
    width,
    height,
    ...titles,
    ...frame(copy),
  }
}

function frame(copy) {
  const viewBox = copy.getAttribute('viewBox')
  const looks = [...copy.attributes].filter(({ name }) => INHERITED.includes(name))
  return {
    viewBox: viewBox ?? `0 0 ${copy.getAttribute('width')} ${copy.getAttribute('height')}`,
    looks: looks.map(({ name, value }) => [name, value]),
  }
}

/** The lines of a timeline run on far below its last event, and make its words small. */
function endAtNodes(svg) {
  const nodes = [...svg.querySelectorAll('.timeline-node')]
  const bottom = Math.max(...nodes.map((node) => node.getBoundingClientRect().bottom))
  for (const line of svg.querySelectorAll('.lineWrapper line')) {
    const end = new DOMPoint(0, bottom).matrixTransform(line.getScreenCTM().inverse()).y + 3 * EDGE
    if (line.y2.baseVal.value > end) line.setAttribute('y2', String(end))
  }
}

/** The lines of those who speak run on for ever where no names stand below them. */
function endAtMessages(svg) {
  const lines = [...svg.querySelectorAll('line.actor-line')]
  if (lines.length === 0) return
  const said = [...svg.querySelectorAll('text, rect, path, line:not(.actor-line)')]
  const bottom = Math.max(...said.map((one) => one.getBoundingClientRect().bottom))
  for (const line of lines) {
    const end = new DOMPoint(0, bottom).matrixTransform(line.getScreenCTM().inverse()).y
    line.setAttribute('y2', String(end + 3 * EDGE))
  }
}

/** Milestones are squares that a style turns, which a copy without styles would lose. */
function turnMilestones(svg) {
  for (const square of svg.querySelectorAll('rect.milestone')) {
    const { x, y, width, height } = square.getBBox()
    square.setAttribute('transform', `rotate(45 ${x + width / 2} ${y + height / 2})`)
    square.style.transform = 'none'
    const side = 0.7 * Math.min(width, height)
    const place = {
      x: x + (width - side) / 2,
      y: y + (height - side) / 2,
      width: side,
      height: side,
    }
    for (const [name, value] of Object.entries(place)) square.setAttribute(name, String(value))
  }
}

/** Boxes of states are wider than short words, which Mermaid sets at their left edge. */
function centreStates(svg) {
  for (const label of svg.querySelectorAll('.statediagram-state > .label')) {
    const moved = label.transform.baseVal.consolidate()?.matrix
    if (!moved) continue
    label.setAttribute('transform', `translate(0, ${moved.f})`)
    for (const text of label.querySelectorAll('text')) text.setAttribute('text-anchor', 'middle')
  }
}

/**
 * Room that nothing stands in makes words smaller where the whole is scaled to a slide. Words that stand
 * out of Mermaid's own frame would be cut off.
 */
function trim(svg) {
  const frame = svg.viewBox.baseVal
  const box = svg.getBBox()
  if (!frame?.width || !box.width) return
  const toDrawing = svg.getScreenCTM().inverse()
  const words = wordsIn(svg).map(({ rect }) => ({
    start: new DOMPoint(rect.left, rect.top).matrixTransform(toDrawing),
    end: new DOMPoint(rect.right, rect.bottom).matrixTransform(toDrawing),
  }))
  const left = Math.min(Math.max(frame.x, box.x - EDGE), ...words.map(({ start }) => start.x))
  const top = Math.min(Math.max(frame.y, box.y - EDGE), ...words.map(({ start }) => start.y))
  const ends = [frame.x + frame.width, frame.y + frame.height]
  const right = Math.max(
    Math.min(ends[0], box.x + box.width + EDGE),
    ...words.map(({ end }) => end.x),
  )
  const bottom = Math.max(
    Math.min(ends[1], box.y + box.height + EDGE),
    ...words.map(({ end }) => end.y),
  )
  svg.setAttribute('viewBox', [left, top, right - left, bottom - top].join(' '))
}

/** What is written, text by text, with its place on the screen. */
function wordsIn(svg) {
  return [...svg.querySelectorAll('text')].flatMap((text) => {
    const rect = text.getBoundingClientRect()
    const words = text.textContent.trim()
    return words && rect.width > 0 ? [{ text, words, rect }] : []
  })
}

/** Two texts of which one lies on the other; undefined where none does. */
function overlapIn(svg) {
  // The box of words that stand aslant is larger than they are.
  const upright = wordsIn(svg).filter(({ text }) => Math.abs(text.getScreenCTM().b) < 0.01)
  for (const [index, one] of upright.entries()) {
    for (const other of upright.slice(index + 1)) {
      if (one.words !== other.words && isOver(one.rect, other.rect)) return [one.words, other.words]
    }
  }
  return undefined
}

function isOver(one, other) {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  // Lines that follow each other closely share what no letter takes.
  return wide > 4 && high > Math.min(one.height, other.height) / 2
}

/** Around what is drawn, for half a line's width, px. */
const EDGE = 8

function sizeOf(svg) {
  const { width, height } = svg.viewBox.baseVal ?? {}
  if (width && height) return { width: Math.ceil(width), height: Math.ceil(height) }
  const box = svg.getBoundingClientRect()
  return { width: Math.ceil(box.width), height: Math.ceil(box.height) }
}

/** Mermaid defines every marker and gradient that it knows. */
function dropUnused(copy) {
  const markup = serialise(copy)
  for (const defined of copy.querySelectorAll('marker, linearGradient')) {
    if (!markup.includes(`#${defined.id})`)) defined.remove()
  }
  for (const used of copy.querySelectorAll('[id]')) {
    if (!markup.includes(`#${used.id})`) && !markup.includes(`"#${used.id}"`))
      used.removeAttribute('id')
  }
}

/** Mermaid counts some of them over all that a page has drawn; here each drawing begins anew. */
function numberIds(copy, id) {
  const defined = [...copy.querySelectorAll('[id]')]
  const numbered = new Map(defined.map((one, index) => [one.id, `${id}-${index + 1}`]))
  for (const one of [copy, ...copy.querySelectorAll('*')]) {
    for (const attribute of one.attributes) {
      const { name, value } = attribute
      if (name === 'id') attribute.value = numbered.get(value) ?? value
      // `url(#drawing-arrow)` and `#drawing-arrow`; links into the page name nothing of ours.
      else
        attribute.value = value.replace(/#([^)]+)/, (all, to) =>
          numbered.has(to) ? `#${numbered.get(to)}` : all,
        )
    }
  }
}

function takeText(copy, name) {
  const found = copy.querySelector(`:scope > ${name}`)
  found?.remove()
  return found?.textContent ?? ''
}

function serialise(node) {
  return new XMLSerializer().serializeToString(node).replaceAll(` xmlns="${SVG}"`, '')
}

/** Size of the smallest label, px at the intrinsic size; without labels, that of running text. */
function smallestLabel(svg) {
  const labels = [...svg.querySelectorAll('text, text tspan')].filter(
    (text) => text.textContent.trim() && text.getBoundingClientRect().width > 0,
  )
  const leaves = labels.filter((text) => !text.firstElementChild)
  const sizes = leaves.map((text) => Number.parseFloat(getComputedStyle(text).fontSize))
  return sizes.length === 0 ? 16 : Math.min(...sizes)
}
