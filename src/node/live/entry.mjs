/** One finding of the list in a page: what, where in the files, and where in this page. */

/** As wide as a phone, where an open list would cover what it leads to, in CSS pixels. */
const NARROW = 480

/** True on the page on which items are slides, at `/deck/`. */
export function isDeck() {
  return /^\/deck\/?$/.test(location.pathname)
}

/**
 * @param {import('./listed.ts').Entry} entry
 * @param {Element} note Where it is said what a link did.
 * @returns {HTMLLIElement}
 */
export function entryOf({ severity, message, check, place, edit, keys }, note) {
  const item = document.createElement('li')
  item.dataset['severity'] = severity
  const words = document.createElement('p')
  words.append(tag('strong', severity), ` ${message} `, tag('span', `(${check})`))
  const links = document.createElement('p')
  links.className = 'links'
  links.append(editLink(place, edit, note))
  const address = addressOf(keys)
  if (address !== undefined) links.append(' ', showLink(address, place))
  item.append(words, links)
  return item
}

/** @param {string} place @param {string} edit @param {Element} note */
function editLink(place, edit, note) {
  const link = tag('a', place)
  link.href = edit
  link.title = 'Open in your editor'
  link.addEventListener('click', async (event) => {
    // The address answers with an empty page; staying here is what is meant.
    event.preventDefault()
    const answer = await fetch(edit).catch(() => undefined)
    note.textContent = answer?.ok ? `Opening ${place} in your editor` : `Cannot open ${place}`
  })
  return link
}

/** @param {string} address @param {string} place */
function showLink(address, place) {
  const link = tag('a', address.startsWith('#') ? 'Show' : 'Show in the narrative')
  link.href = address
  link.setAttribute('aria-label', `${link.textContent}: ${place}`)
  link.addEventListener('click', () => {
    const box = link.closest('details')
    if (box && innerWidth < NARROW) box.open = false
  })
  return link
}

/**
 * Where this page tells the nearest of the keys; from pages that tell none of them, where the
 * narrative does. Undefined for what has no place in the case.
 * @param {readonly string[]} keys
 */
function addressOf(keys) {
  const here = keys.find((key) => document.getElementById(key))
  if (here !== undefined) return isDeck() ? `#/${here}` : `#${here}`
  return location.pathname === '/' || keys[0] === undefined ? undefined : `/#${keys[0]}`
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} words
 */
function tag(name, words) {
  const element = document.createElement(name)
  element.textContent = words
  return element
}
