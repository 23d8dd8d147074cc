/**
 * Puts the next state of a page into the page that is open: just what is another, so that the reader
 * stays where they are. Where that cannot be done, the page loads anew.
 */

/** What scripts of a page know by itself: where some of it is another, the page loads anew. */
const KNOWN = 'script, style, link, video, audio, canvas, dialog, form, .fragment'

/** On slides scripts know pictures too. */
const KNOWN_ON_SLIDES = `${KNOWN}, img, svg, figure, details, section`

/** The page as it came, before scripts changed it. @type {Promise<Document | undefined> | undefined} */
let source

/** Reads the page as it came, so that what changes later can be told from it. */
export function remember() {
  source = load()
}

/** Shows the page as it is now. */
export async function show() {
  const before = await source
  const now = await load()
  source = Promise.resolve(now)
  if (!before || !now || !isSameHead(before.head, now.head)) return location.reload()
  const known = document.querySelector('.reveal') ? KNOWN_ON_SLIDES : KNOWN
  /** @type {(() => void)[]} */
  const changes = []
  if (!compare({ before: before.body, now: now.body, live: document.body }, known, changes))
    return location.reload()
  document.title = now.title
  for (const change of changes) change()
}

async function load() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(
    () => undefined,
  )
  if (!answer?.ok) return undefined
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  // It says which state it belongs to.
  page.querySelector('script[src^="/__live/"]')?.remove()
  return page
}

/** Titles and descriptions may differ. @param {Element} before @param {Element} now */
function isSameHead(before, now) {
  const tell = (/** @type {Element} */ head) =>
    [...head.querySelectorAll('link, style, script')].map((one) => one.outerHTML).join()
  return tell(before) === tell(now)
}

/**
 * Collects what is to be done to make a live element what it is now.
 * @param {{ before: Element, now: Element, live: Element }} three The same element: as it came, as it
 *   would come now, and as it is.
 * @param {string} known
 * @param {(() => void)[]} changes
 * @returns {boolean} Whether it can be done.
 */
function compare({ before, now, live }, known, changes) {
  if (before.isEqualNode(now)) return true
  if (before.nodeName !== now.nodeName || before.nodeName !== live.nodeName) return false
  compareAttributes({ before, now, live }, changes)
  const [old, next] = [[...before.childNodes], [...now.childNodes]]
  const here = align(old, live)
  let start = 0
  while (start < old.length && start < next.length && old[start]?.isEqualNode(next[start] ?? null))
    start += 1
  let end = 0
  const most = Math.min(old.length, next.length) - start
  while (end < most && old.at(-1 - end)?.isEqualNode(next.at(-1 - end) ?? null)) end += 1
  const gone = old.slice(start, old.length - end)
  const come = next.slice(start, next.length - end)
  // Words in the same elements: just these are another.
  if (gone.length === come.length && gone.every((node, at) => node.nodeName === come[at]?.nodeName))
    return gone.every((node, at) =>
      compareNode({ before: node, now: come[at], live: here[start + at] }, known, changes),
    )
  if ([...gone, ...come].some((node) => isKnown(node, known))) return false
  const leaving = here.slice(start, start + gone.length)
  if (leaving.some((node, at) => node?.textContent !== gone[at]?.textContent)) return false
  const behind = here[start + gone.length] ?? here[start + gone.length - 1]?.nextSibling ?? null
  changes.push(() => {
    for (const node of come) live.insertBefore(document.importNode(node, true), behind)
    for (const node of leaving) node?.remove()
  })
  return true
}

/** @param {{ before: Node, now: Node | undefined, live: Node | undefined }} three @param {string} known @param {(() => void)[]} changes */
function compareNode({ before, now, live }, known, changes) {
  if (!now) return false
  if (before.isEqualNode(now)) return true
  // Scripts have taken it away, or keep it elsewhere.
  if (!live) return false
  if (before instanceof Element && now instanceof Element && live instanceof Element) {
    // What scripts have read of such data stays as it was: what it is for asks for no more.
    if (before.matches('style, script:not([type="application/json"])')) return false
    return compare({ before, now, live }, known, changes)
  }
  if (live.nodeValue !== before.nodeValue) return false
  changes.push(() => {
    live.nodeValue = now.nodeValue
  })
  return true
}

/**
 * The children of a live element that are those that came with it: scripts have added others between, and
 * taken some away, which are undefined.
 * @param {readonly Node[]} old
 * @param {Element} live
 */
function align(old, live) {
  const rest = [...live.childNodes]
  return old.map((node) => {
    const at = rest.findIndex((one) => one.nodeName === node.nodeName && idOf(one) === idOf(node))
    return rest.splice(0, at + 1).at(-1)
  })
}

/** Scripts take away ids that begin with a slash: without them, these are addresses. @param {Node} node */
function idOf(node) {
  return node instanceof Element && !node.id.startsWith('/') ? node.id : ''
}

/** Classes one by one: scripts add some. @param {{ before: Element, now: Element, live: Element }} three @param {(() => void)[]} changes */
function compareAttributes({ before, now, live }, changes) {
  const names = new Set([...before.getAttributeNames(), ...now.getAttributeNames()])
  for (const name of names) {
    const [was, is] = [before.getAttribute(name), now.getAttribute(name)]
    if (was === is) continue
    if (name === 'class')
      changes.push(() => {
        live.classList.remove(...before.classList)
        live.classList.add(...now.classList)
      })
    else
      changes.push(() => (is === null ? live.removeAttribute(name) : live.setAttribute(name, is)))
  }
}

/** @param {Node} node @param {string} known */
function isKnown(node, known) {
  return node instanceof Element && (node.matches(known) || node.querySelector(known) !== null)
}
