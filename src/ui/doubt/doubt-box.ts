/**
 * What falls with something: a dialog on a page, and a slide in the deck. What falls in the graph is
 * worked out here, by the function that the terminal asks too; the sums come with the data.
 */
import { doubterOf, type FindFalls } from '../../core/doubt/falls.ts'
import { type DoubtLine, type ToldDoubt, tellDoubt } from '../../core/doubt/in-words.ts'
import type { DoubtData } from '../../core/doubt/index.ts'
import { isDoubtable } from '../../core/doubt/support-graph.ts'
import { shorten } from '../../core/text/phrases.ts'
import { areLetterKeysOn } from '../dialogs/letter-keys.ts'
import { bodyOf, leave, makeModal } from '../dialogs/modal.ts'
import look from './doubt.css?inline'

/** What the dialog works with once its data is there. */
interface Known {
  readonly data: DoubtData
  readonly doubt: FindFalls
  /** Key of an item → its place. */
  readonly at: ReadonlyMap<string, number>
}

/** Lines of one part that are shown: more would bury them. A slide has as many as it has room for. */
const SHOWN = { page: 12, slide: 6 } as const

let dialog: HTMLDialogElement | undefined
let known: Known | undefined
let doubted: readonly number[] = []
let near: readonly number[] = []

/** Opens the box with the first of some items doubted. */
export async function openDoubt(keys: readonly string[]): Promise<void> {
  // A card that closes gives the focus back to what opened it, and so does the dialog later.
  for (const card of document.querySelectorAll<HTMLElement>('.card:popover-open'))
    card.hidePopover()
  dialog ??= makeDialog()
  dialog.classList.toggle('doubt-slide', isSlide())
  say('Loading')
  dialog.showModal()
  try {
    known ??= knownOf(await read())
  } catch {
    say('This could not be loaded. Close it, and try again in a while')
    return
  }
  const places = [...new Set(keys)].flatMap((key) => known?.at.get(key) ?? [])
  near = places
  doubted = places.slice(0, 1)
  show(known)
}

function isSlide(): boolean {
  return document.documentElement.classList.contains('presenting')
}

/** A page from disk carries the data; any other loads it. */
async function read(): Promise<DoubtData> {
  const element = document.getElementById('doubts')
  const src = element?.dataset.src
  if (src === undefined) return JSON.parse(element?.textContent ?? '')
  const response = await fetch(src)
  if (!response.ok) throw new Error(`${response.status} for ${src}`)
  return response.json()
}

function knownOf(data: DoubtData): Known {
  const { items } = data.support
  return {
    data,
    doubt: doubterOf(data.support),
    at: new Map(items.flatMap((item, at) => (isDoubtable(item) ? [[item.key, at]] : []))),
  }
}

function makeDialog(): HTMLDialogElement {
  const made = makeModal('doubt', 'What if')
  // A sheet made by a script needs no leave of the page's policy, also in a page from disk.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(look)
  document.adoptedStyleSheets.push(sheet)
  const verdict = make('p', { className: 'doubt-ask' })
  verdict.setAttribute('role', 'status')
  bodyOf(made).append(
    verdict,
    make('div', { className: 'doubt-parts' }),
    make('div', { className: 'doubt-more' }),
  )
  made.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event
    const isChoosing = target instanceof HTMLSelectElement
    if (
      key.toLowerCase() !== 'x' ||
      isChoosing ||
      ctrlKey ||
      metaKey ||
      altKey ||
      !areLetterKeysOn()
    )
      return
    event.preventDefault()
    // The key that opened it must not open it again.
    event.stopPropagation()
    leave(made)
  })
  made.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) leave(made)
  })
  return made
}

function part(name: string): HTMLElement {
  const found = dialog?.querySelector<HTMLElement>(name)
  if (!found) throw new Error(`A dialog without ${name}`)
  return found
}

function say(words: string): void {
  part('h2').textContent = 'What if'
  const verdict = part('.doubt-ask')
  verdict.className = 'doubt-ask'
  verdict.textContent = words
  part('.doubt-parts').replaceChildren()
  part('.doubt-more').replaceChildren()
}

function show(now: Known): void {
  if (doubted.length === 0) {
    say('Nothing here can be doubted, but other things can')
    part('.doubt-more').replaceChildren(chooser(now))
    return
  }
  const { data, doubt } = now
  const [first = -1, ...others] = doubted
  const isOne = others.length === 0
  const sums = isOne ? data.sums[data.sumsOf[first] ?? -1] : undefined
  const withoutSums = !isOne && data.hasSums
  const found = { falls: doubt(doubted), sums, withoutSums }
  const told = tellDoubt(data.support, found, isSlide() ? 'brief' : 'whole')
  part('h2').textContent = told.title
  const verdict = part('.doubt-ask')
  verdict.className = `doubt-ask ${told.ask.stands ? 'doubt-stands' : 'doubt-falls'}`
  verdict.replaceChildren(...nodesOf(told.ask.line))
  const also = withoutSums ? [command(now)] : []
  part('.doubt-more').replaceChildren(...chips(now), chooser(now), ...also)
  fill(told.parts)
}

/** On a slide with fewer lines until they fit; what is left out is counted. */
function fill(parts: ToldDoubt['parts']): void {
  const place = part('.doubt-parts')
  let most: number = isSlide() ? SHOWN.slide : SHOWN.page
  do {
    place.replaceChildren(...parts.map((one) => sectionOf(one, most)))
    most -= 1
  } while (isSlide() && most > 0 && place.scrollHeight > place.clientHeight)
  // Who has no pointer scrolls by the focus.
  place.tabIndex = place.scrollHeight > place.clientHeight ? 0 : -1
}

function sectionOf({ title, lines }: ToldDoubt['parts'][number], most: number): HTMLElement {
  const list = make('ul', {})
  list.append(...lines.slice(0, most).map(entryOf))
  const more = lines.length - most
  const rest = { className: 'doubt-rest', textContent: `And ${more} more.` }
  if (more > 0) list.append(make('li', rest))
  const section = make('section', {})
  section.append(make('h3', { textContent: title }), list)
  return section
}

function entryOf(line: DoubtLine): HTMLElement {
  const entry = make('li', {})
  entry.append(...nodesOf(line))
  return entry
}

function nodesOf(line: DoubtLine): readonly Node[] {
  const base = document.getElementById('doubts')?.dataset.base ?? '#'
  return line.map(({ text, to }) =>
    to && 'key' in to
      ? make('a', { textContent: text, href: `${base}${to.key}` })
      : // A line does not break behind a minus.
        document.createTextNode(text.replaceAll('−', '−\u2060')),
  )
}

/** What is doubted, each to be taken back, where it is several. */
function chips(now: Known): readonly HTMLElement[] {
  if (doubted.length < 2) return []
  return doubted.map((at) => {
    const name = now.data.support.items[at]?.name ?? ''
    const chip = make('button', { type: 'button', className: 'doubt-chip' })
    chip.append(`${name} `, make('span', { textContent: 'holds' }))
    chip.addEventListener('click', () =>
      change(
        now,
        doubted.filter((one) => one !== at),
      ),
    )
    return chip
  })
}

function chooser(now: Known): HTMLElement {
  const label = make('label', {
    className: 'doubt-also',
    textContent:
      doubted.length > 0 ? 'And if this does not hold either ' : 'If this does not hold ',
  })
  const select = make('select', {})
  const option = (at: number): HTMLOptionElement => {
    const { name = '', text = '' } = now.data.support.items[at] ?? {}
    return make('option', { value: String(at), textContent: `${name}: ${shorten(text, 60)}` })
  }
  const left = [...now.at.values()].filter((at) => !doubted.includes(at))
  const [here, others] = [true, false].map((isNear) =>
    left.filter((at) => near.includes(at) === isNear),
  )
  const group = (title: string, places: readonly number[] = []): readonly HTMLElement[] => {
    if (places.length === 0) return []
    const made = make('optgroup', { label: title })
    made.append(...places.map(option))
    return [made]
  }
  select.append(make('option', { value: '', textContent: 'Choose' }))
  select.append(...group('On this slide', here), ...group('In the case', others))
  select.addEventListener('change', () => {
    if (select.value !== '') change(now, [...doubted, Number(select.value)])
  })
  label.append(select)
  return label
}

function change(now: Known, to: readonly number[]): void {
  doubted = to
  show(now)
  dialog?.querySelector<HTMLElement>('.doubt-also select')?.focus()
}

/** The sums of several doubts at once are the terminal's. */
function command({ data }: Known): HTMLElement {
  const ids = doubted.map((at) => `-${data.support.items[at]?.id ?? ''}`).join(', ')
  const words = make('p', {
    className: 'doubt-command',
    textContent: 'What the sums become with all of these, the terminal says: ',
  })
  words.append(make('code', { textContent: `${data.command} "${ids}"` }))
  return words
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  of: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), of)
}
