/**
 * A box to find where to go: type a number, an id or words, choose with the arrows, go with Enter. The
 * field keeps the focus, and says which result is chosen (a combobox with a listbox, as in the ARIA
 * practices).
 */
import { makeSearch, type Search, type Target } from '../../core/text/search.ts'
import { bodyOf, leave, makeModal } from './modal.ts'

/** What one box is for. */
interface FindBox {
  readonly title: string
  readonly label: string
  /** Said while nothing is typed. */
  readonly hint: string
  /** Asked once, when something is typed. */
  readonly read: () => readonly Target[] | Promise<readonly Target[]>
  readonly visit: (target: Target) => void
  /** Answers what the search finds nothing for, as people ask it; `said` stands above the results. */
  readonly answer?: (query: string) => Promise<Answer>
  /** What stands below the results. */
  readonly foot?: HTMLElement
}

/** What answers a question. */
export interface Answer {
  readonly found: readonly Target[]
  readonly said: string
  /** What else can be done, below the results. */
  readonly more?: HTMLElement
}

const UNLOADED = 'This could not be loaded. Type again in a while'

/** How many results stand in the list: more is for more letters. */
const MOST = 20

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
])

/** Returns what opens the box. */
export function offerFindBox({
  title,
  label: called,
  hint,
  read,
  visit,
  answer,
  foot,
}: FindBox): () => void {
  const dialog = makeModal('goto', title)
  const { label, field, list, status } = makeParts(called)
  bodyOf(dialog).append(label, field, status, list, ...(foot ? [foot] : []))
  let search: Search | undefined
  let results: readonly Target[] = []
  let chosen = 0

  const choose = (index: number): void => {
    chosen = index
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(at === index))
      if (at === index) option.scrollIntoView({ block: 'nearest' })
    }
    const option = list.children[index]
    if (option) field.setAttribute('aria-activedescendant', option.id)
    else field.removeAttribute('aria-activedescendant')
  }
  let isReading = false
  /** Reading a thousand titles takes a while, and loading them longer: the box opens first. */
  const start = async (): Promise<void> => {
    isReading = true
    try {
      search = makeSearch(await read())
      find()
    } catch {
      status.textContent = UNLOADED
    }
    isReading = false
  }
  const find = (): void => {
    if (field.value !== '' && !search && !isReading) start()
    const query = field.value
    const found = search?.(query) ?? []
    const said = query === '' || search ? statusOf(query, found.length, hint) : 'Loading'
    show(found, said)
    // A number alone is no question.
    if (!search || !answer || found.length > 0 || !/\p{L}/u.test(query)) return
    // What another letter has asked since is answered by itself.
    answer(query).then(
      (known) => field.value === query && show(known.found, known.said, known.more),
      () => show([], UNLOADED),
    )
  }
  let more: HTMLElement | undefined
  const show = (found: readonly Target[], said: string, added?: HTMLElement): void => {
    more?.remove()
    more = added
    if (added) list.after(added)
    results = found.slice(0, MOST)
    list.replaceChildren(...results.map(makeOption))
    list.hidden = results.length === 0
    field.setAttribute('aria-expanded', String(results.length > 0))
    status.textContent = said
    choose(0)
  }
  const go = (index: number): void => {
    const target = results[index]
    if (!target) return
    // Closed first: the focus goes back to where it was, and from there to the slide.
    leave(dialog)
    visit(target)
  }

  field.addEventListener('input', find)
  field.addEventListener('keydown', (event) => {
    const by = STEPS.get(event.key)
    if (event.key === 'Enter' && !event.isComposing) go(chosen)
    else if (by && results.length > 0) choose((chosen + by + results.length) % results.length)
    else return
    event.preventDefault()
  })
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('[role="option"]') : null
    if (option) go([...list.children].indexOf(option))
  })
  return () => {
    field.value = ''
    find()
    dialog.showModal()
    field.focus()
  }
}

function statusOf(query: string, found: number, hint: string): string {
  if (query.trim() === '') return hint
  if (found === 0) return `Nothing found for “${query.trim()}”`
  if (found > MOST) return `${MOST} of ${found} results`
  return found === 1 ? '1 result' : `${found} results`
}

function makeOption({ name, words, about }: Target, index: number): HTMLElement {
  const option = document.createElement('li')
  option.id = `goto-${index}`
  option.setAttribute('role', 'option')
  const [first, second] = [document.createElement('b'), document.createElement('span')]
  first.textContent = name
  second.textContent = words
  option.append(first, ' ', second)
  if (about) {
    const third = document.createElement('small')
    third.textContent = about
    option.append(' ', third)
  }
  return option
}

function makeParts(called: string) {
  const label = document.createElement('label')
  label.htmlFor = 'goto-field'
  label.textContent = called
  const field = document.createElement('input')
  field.id = 'goto-field'
  field.type = 'text'
  field.autocomplete = 'off'
  field.spellcheck = false
  field.setAttribute('autocapitalize', 'off')
  field.enterKeyHint = 'go'
  field.setAttribute('role', 'combobox')
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-controls', 'goto-results')
  field.setAttribute('aria-expanded', 'false')
  const status = document.createElement('p')
  status.setAttribute('role', 'status')
  const list = document.createElement('ul')
  list.id = 'goto-results'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Results')
  return { label, field, list, status }
}
