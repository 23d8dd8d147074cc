/** The presenter's list of questions, in the speaker view: the most wanted first, and what becomes of each. */
import {
  type AskedQuestion,
  floodsIn,
  inOrder,
  isInOrder,
} from '../../../core/feedback/questions.ts'
import { buttonOf, make } from '../../../ui/dialogs/fields.ts'
import { areLetterKeysOn } from '../../../ui/dialogs/letter-keys.ts'
import { isTyping } from '../../../ui/dialogs/typing.ts'
import { type EntryWays, makeEntry } from './entry.ts'
import { openNote } from './note.ts'
import { addSheet } from './sheet.ts'
import { openStore, type QuestionStore } from './store.ts'

/** So many show at first. */
const FIRST = 20

/** What of the speaker view it works with. */
export interface PanelWays {
  readonly root: HTMLElement
  readonly folder: string
  readonly post: string | undefined
  slide(): HTMLElement | undefined
  /** What a slide or item is called; undefined where the deck has none of that name. */
  nameOf(about: string): string | undefined
  /** Shows it to all, and its card where it is an item that has one. */
  show(about: string): void
  /** Back to where one was before the first of them was shown. */
  back(): void
}

/** What the speaker view calls. */
export interface QuestionsPanel {
  readonly store: QuestionStore
  openNote(): void
}

/** Makes the panel. Without a question it is its head alone. */
export function makeQuestions(ways: PanelWays): QuestionsPanel {
  addSheet()
  const { root, folder, post } = ways
  const store = openStore(folder, post)
  const panel = make('section', { className: 'speaker-panel speaker-questions' })
  panel.setAttribute('aria-label', 'Questions')
  const head = make('h2', { textContent: 'Questions' })
  const status = make('p', { className: 'question-status' })
  status.setAttribute('role', 'status')
  const list = make('ol', { className: 'question-list' })
  const bar = make('div', { className: 'speaker-head' })
  // What is new is read out; on the desk it stands in the list.
  const news = make('p', { className: 'unseen' })
  news.setAttribute('role', 'status')
  const keep = (): void =>
    openNote({
      folder,
      post,
      slide: ways.slide,
      say(words) {
        news.textContent = words
      },
    })
  /** Their ids as they stand, until one sorts them: numbers and what one reads stay where they are. */
  let order: readonly string[] = []
  const sort = buttonOf('Sort', () => {
    order = []
    void store.act([])
  })
  sort.title = 'Those that most people ask come first'
  sort.hidden = true
  sort.className = 'question-sort'
  bar.append(head, news, sort, buttonOf('Keep a question', keep))
  const flood = makeFlood((ids) => {
    void store.act(ids.map((id) => ({ act: 'mark', id, outcome: 'hidden' })))
  })
  const scroll = make('div', { className: 'speaker-scroll', tabIndex: 0 })
  scroll.setAttribute('role', 'group')
  scroll.setAttribute('aria-label', 'Questions')
  let isAll = false
  const more = buttonOf('', () => {
    isAll = true
    render()
    // The button is gone: one reads on with what it brought.
    list.children[FIRST]?.querySelector('button')?.focus()
  })
  more.hidden = true
  scroll.append(list, more)
  panel.append(bar, status, flood.element, scroll)
  root.querySelector('.speaker-right')?.prepend(panel)
  let shown: readonly AskedQuestion[] = []
  let known = ''
  /** Whether what came before the page is here. */
  let isKnown = false
  const mark: EntryWays['mark'] = (question, outcome, more = {}) => {
    // What one does oneself may move: what is done goes down.
    order = []
    void store.act([{ act: 'mark', id: question.id, outcome, ...more }])
  }
  /** Id → what an entry shows, and its element: what did not change stays as it is, also what is open in it. */
  const entries = new Map<string, { readonly key: string; readonly element: HTMLElement }>()
  const entryFor = (question: AskedQuestion, index: number): HTMLElement => {
    const key = JSON.stringify([question, index])
    const known = entries.get(question.id)
    if (known?.key === key) return known.element
    const element = makeEntry(question, index, { ...ways, mark })
    for (const part of known?.element.querySelectorAll<HTMLElement>('[data-part]:not([hidden])') ??
      [])
      if (question.outcome !== 'taken' || part.dataset.part !== 'away')
        element.querySelector(`[data-part="${part.dataset.part}"]`)?.replaceWith(part)
    entries.set(question.id, { key, element })
    return element
  }
  const render = (): void => {
    scroll.hidden = shown.length === 0
    const open = shown.filter(({ outcome }) => outcome === 'open').length
    head.textContent = open === 0 ? 'Questions' : `Questions: ${open} open`
    const seen = isAll ? shown : shown.slice(0, FIRST)
    more.hidden = seen.length === shown.length
    more.textContent = `Show all ${shown.length}`
    const key = JSON.stringify(seen)
    if (key === known) return
    known = key
    const focused = document.activeElement
    const of = focused?.closest<HTMLElement>('[data-question]')?.dataset.question
    list.replaceChildren(...seen.map(entryFor))
    if (!of || !(focused instanceof HTMLElement)) return
    if (focused.isConnected) focused.focus()
    else list.querySelector<HTMLElement>(`[data-question="${of}"] button`)?.focus()
  }
  store.listen(({ questions, limits, problem }) => {
    const before = new Set(shown.map(({ id }) => id))
    const fresh = questions.filter(({ id }) => !before.has(id))
    const sorted = inOrder(questions)
    const places = new Map(order.map((id, at) => [id, at]))
    const placeOf = ({ id }: AskedQuestion): number => places.get(id) ?? order.length
    shown = sorted.toSorted((one, other) => placeOf(one) - placeOf(other))
    order = shown.map(({ id }) => id)
    sort.hidden = isInOrder(shown)
    flood.show(floodsIn(questions)[0])
    render()
    const [latest] = fresh.slice(-1)
    if (latest && isKnown) news.textContent = `New question: ${latest.words}`
    isKnown = true
    const said = problem ?? limits[0]
    if (said) status.textContent = said
  })
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event
    if (ctrlKey || metaKey || altKey || defaultPrevented || !areLetterKeysOn()) return
    if (isTyping(document.activeElement) || document.querySelector('dialog[open]')) return
    const question = /^[1-9]$/.test(key) ? shown[Number(key) - 1] : undefined
    if (question) ways.show(question.about)
    else if (key === 'Backspace') ways.back()
    else return
    event.preventDefault()
  })
  void store.act([])
  return {
    store,
    openNote: keep,
  }
}

/** Offers to set aside what came from one address, after a yes: it may be one router for a whole room. */
function makeFlood(setAside: (ids: readonly string[]) => void) {
  const element = make('div', { className: 'question-flood', hidden: true })
  const words = make('p', { className: 'question-state' })
  let ids: readonly string[] = []
  const sure = make('p', { className: 'question-buttons', hidden: true })
  const first = buttonOf('Set them aside …', () => {
    sure.hidden = !sure.hidden
  })
  const yes = buttonOf('', () => {
    sure.hidden = true
    setAside(ids)
  })
  sure.append(yes)
  element.append(words, first, sure)
  return {
    element,
    show(flood: readonly string[] | undefined): void {
      ids = flood ?? []
      element.hidden = ids.length === 0
      words.textContent = `${ids.length} open questions came from one network address: a flood, or many people behind one router.`
      yes.textContent = `Set aside all ${ids.length}`
    },
  }
}
