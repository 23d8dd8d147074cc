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
  const { root, folder, post, slide } = ways
  const store = openStore(folder, post)
  const order = newOrder()
  const frame: Frame = makeFrame({
    sort() {
      order.forget()
      void store.act([])
    },
    keep: () => openNote({ folder, post, slide, say: (words) => frame.say(words) }),
    showAll: () => list.showAll(),
  })
  const flood = makeFlood((ids) => {
    void store.act(ids.map((id) => ({ act: 'mark', id, outcome: 'hidden' })))
  })
  frame.flood.replaceWith(flood.element)
  const list = makeList(frame, {
    ...ways,
    mark(question, outcome, more = {}) {
      // What one does oneself may move: what is done goes down.
      order.forget()
      void store.act([{ act: 'mark', id: question.id, outcome, ...more }])
    },
  })
  root.querySelector('.speaker-right')?.prepend(frame.element)
  /** Ids of what is known; absent before what came before the page is. */
  let known: ReadonlySet<string> | undefined
  store.listen(({ questions, limits, problem }) => {
    const latest = questions.findLast(({ id }) => known && !known.has(id))
    known = new Set(questions.map(({ id }) => id))
    const shown = order.of(questions)
    frame.sort.hidden = isInOrder(shown)
    flood.show(floodsIn(questions)[0])
    list.show(shown)
    if (latest) frame.say(`New question: ${latest.words}`)
    const said = problem ?? limits[0]
    if (said) frame.status.textContent = said
  })
  listenToKeys(list.at, ways)
  void store.act([])
  return { store, openNote: frame.keep }
}

type Frame = ReturnType<typeof makeFrame>

/** What the questions stand in. */
function makeFrame(ways: { sort(): void; keep(): void; showAll(): void }) {
  const element = make('section', { className: 'speaker-panel speaker-questions' })
  element.setAttribute('aria-label', 'Questions')
  const head = make('h2', { textContent: 'Questions' })
  const status = make('p', { className: 'question-status' })
  // What is new is read out; on the desk it stands in the list.
  const news = make('p', { className: 'unseen' })
  for (const one of [status, news]) one.setAttribute('role', 'status')
  const sort = buttonOf('Sort', ways.sort)
  sort.title = 'Those that most people ask come first'
  sort.hidden = true
  sort.className = 'question-sort'
  const bar = make('div', { className: 'speaker-head' })
  bar.append(head, news, sort, buttonOf('Keep a question', ways.keep))
  const scroll = make('div', { className: 'speaker-scroll', tabIndex: 0 })
  scroll.setAttribute('role', 'group')
  scroll.setAttribute('aria-label', 'Questions')
  const list = make('ol', { className: 'question-list' })
  const more = buttonOf('', ways.showAll)
  more.hidden = true
  scroll.append(list, more)
  const flood = make('div', {})
  element.append(bar, status, flood, scroll)
  const say = (words: string): void => {
    news.textContent = words
  }
  return { element, head, status, sort, flood, scroll, list, more, say, keep: ways.keep }
}

/** The order in which they stand, until one sorts them: numbers and what one reads stay where they are. */
function newOrder() {
  let ids: readonly string[] = []
  return {
    forget(): void {
      ids = []
    },
    of(questions: readonly AskedQuestion[]): readonly AskedQuestion[] {
      const places = new Map(ids.map((id, at) => [id, at]))
      const placeOf = ({ id }: AskedQuestion): number => places.get(id) ?? ids.length
      const shown = inOrder(questions).toSorted((one, other) => placeOf(one) - placeOf(other))
      ids = shown.map(({ id }) => id)
      return shown
    },
  }
}

/** The entries, of which what did not change stays as it is. */
function makeList(frame: Frame, ways: EntryWays) {
  const { head, scroll, list, more } = frame
  const entryFor = entriesOf(ways)
  let shown: readonly AskedQuestion[] = []
  let drawn = ''
  let isAll = false
  const render = (): void => {
    scroll.hidden = shown.length === 0
    const open = shown.filter(({ outcome }) => outcome === 'open').length
    head.textContent = open === 0 ? 'Questions' : `Questions: ${open} open`
    const seen = isAll ? shown : shown.slice(0, FIRST)
    more.hidden = seen.length === shown.length
    more.textContent = `Show all ${shown.length}`
    const key = JSON.stringify(seen)
    if (key === drawn) return
    drawn = key
    const focused = document.activeElement
    const of = focused?.closest<HTMLElement>('[data-question]')?.dataset.question
    list.replaceChildren(...seen.map(entryFor))
    if (!of || !(focused instanceof HTMLElement)) return
    if (focused.isConnected) focused.focus()
    else list.querySelector<HTMLElement>(`[data-question="${of}"] button`)?.focus()
  }
  return {
    show(questions: readonly AskedQuestion[]): void {
      shown = questions
      render()
    },
    showAll(): void {
      isAll = true
      render()
      // The button is gone: one reads on with what it brought.
      list.children[FIRST]?.querySelector('button')?.focus()
    },
    /** The one that has a number, from 1 on. */
    at: (number: number): AskedQuestion | undefined => shown[number - 1],
  }
}

/** Returns what makes an entry, or finds the one that is there: also what is open in it stays open. */
function entriesOf(ways: EntryWays): (question: AskedQuestion, index: number) => HTMLElement {
  const entries = new Map<string, { readonly key: string; readonly element: HTMLElement }>()
  return (question, index) => {
    const key = JSON.stringify([question, index])
    const known = entries.get(question.id)
    if (known?.key === key) return known.element
    const element = makeEntry(question, index, ways)
    for (const part of known?.element.querySelectorAll<HTMLElement>('[data-part]:not([hidden])') ??
      [])
      if (question.outcome !== 'taken' || part.dataset.part !== 'away')
        element.querySelector(`[data-part="${part.dataset.part}"]`)?.replaceWith(part)
    entries.set(question.id, { key, element })
    return element
  }
}

/** A number shows what a question is about, Backspace goes back. */
function listenToKeys(
  questionAt: (number: number) => AskedQuestion | undefined,
  { show, back }: Pick<PanelWays, 'show' | 'back'>,
): void {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event
    if (ctrlKey || metaKey || altKey || defaultPrevented || !areLetterKeysOn()) return
    if (isTyping(document.activeElement) || document.querySelector('dialog[open]')) return
    const question = /^[1-9]$/.test(key) ? questionAt(Number(key)) : undefined
    if (question) show(question.about)
    else if (key === 'Backspace') back()
    else return
    event.preventDefault()
  })
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
