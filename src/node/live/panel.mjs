/**
 * The list of findings in the corner of a page: a bar that opens. It stands in a shadow root, so
 * that neither its style nor that of the page reaches the other.
 */
import { entryOf, isDeck } from './entry.mjs'
// @ts-expect-error: served as a module, see client.ts
import style from './panel.css'

/** What a tab of the browser remembers: the state that was dismissed, and whether the list is open. */
const DISMISSED = 'throughline-dismissed'
const OPEN = 'throughline-open'

const STALE = 'This page shows the case as it was, since now it cannot be read.'

/** @typedef {import('./listed.ts').Listed} Listed */

/** @type {ReturnType<typeof build> | undefined} */
let panel

/**
 * Shows the latest findings in place of those before; nothing where there are none, or where these
 * were dismissed. That the case cannot be read is always shown.
 * @param {Listed & { readonly unreadable?: string }} told
 */
export function showFindings({ total, gravest, state, entries, unreadable }) {
  const isDismissed = unreadable === undefined && sessionStorage.getItem(DISMISSED) === state
  panel ??= build()
  const { host, box, title, note, list, dismiss } = panel
  host.hidden = isDismissed || (entries.length === 0 && unreadable === undefined)
  box.dataset['severity'] = unreadable === undefined ? gravest : 'error'
  host.classList.toggle('old', unreadable !== undefined)
  setText(title, unreadable === undefined ? total : oldWords(entries, unreadable))
  const words = entries.length === 0 ? `${STALE}\n${unreadable}` : STALE
  setText(note, unreadable === undefined ? '' : words)
  list.replaceChildren(...entries.map((entry) => entryOf(entry, note)))
  dismiss.hidden = unreadable !== undefined
  dismiss.onclick = () => {
    sessionStorage.setItem(DISMISSED, state)
    host.hidden = true
  }
}

/**
 * What a banner says over the last good page: that it is old, where the fault is, and what to do.
 * @param {Listed['entries']} entries @param {string} unreadable
 */
function oldWords([first], unreadable) {
  const why = first ? `${first.place}: ${first.message}` : unreadable.split('\n')[0]
  return `This page is old. The case cannot be read now: ${why}`
}

/** Leaves the same words alone: a live region would read them out again. @param {Element} element @param {string} words */
function setText(element, words) {
  if (element.textContent !== words) element.textContent = words
}

function build() {
  const host = document.createElement('div')
  host.id = 'throughline-findings'
  host.lang = 'en-GB'
  host.classList.toggle('above-controls', isDeck())
  const root = host.attachShadow({ mode: 'open' })
  root.innerHTML = `<section class="panel" aria-label="Findings">
    <details class="box"><summary><span class="title" role="status"></span></summary>
      <p class="note" role="status"></p><ol class="list"></ol></details>
    <button class="dismiss" type="button" aria-label="Hide until the findings change"
      title="Hide until the findings change">×</button>
  </section>`
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  root.adoptedStyleSheets = [sheet]
  const box = find(root, '.box', HTMLDetailsElement)
  box.open = sessionStorage.getItem(OPEN) !== null
  box.addEventListener('toggle', () => {
    if (box.open) sessionStorage.setItem(OPEN, '')
    else sessionStorage.removeItem(OPEN)
  })
  for (const name of /** @type {const} */ (['keydown', 'keypress']))
    host.addEventListener(name, (event) => closeOnEscape(event, box))
  document.body.append(host)
  return {
    host,
    box,
    title: find(root, '.title', HTMLElement),
    note: find(root, '.note', HTMLElement),
    list: find(root, '.list', HTMLElement),
    dismiss: find(root, '.dismiss', HTMLButtonElement),
  }
}

/** Keys that are meant for the list must not turn slides. @param {KeyboardEvent} event @param {HTMLDetailsElement} box */
function closeOnEscape(event, box) {
  event.stopPropagation()
  if (event.key !== 'Escape' || !box.open) return
  box.open = false
  box.querySelector('summary')?.focus()
}

/**
 * @template {Element} T
 * @param {ShadowRoot} root
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
function find(root, selector, type) {
  const element = root.querySelector(selector)
  if (!(element instanceof type)) throw new Error(`No ${selector} in the list of findings`)
  return element
}
