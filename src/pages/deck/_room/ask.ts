/** What one of the audience asks, and what others ask: the dialog behind "Ask". */
import { plainWords } from '../../../core/feedback/plain.ts'
import {
  inOrder,
  isFull,
  LONGEST_NAME,
  LONGEST_QUESTION,
  MOST_OF_DEVICE,
} from '../../../core/feedback/questions.ts'
import type { Said } from '../../../core/room/messages.ts'
import { ENDED } from '../../../core/room/words.ts'
import { buttonOf, fieldOf, make } from '../../../ui/dialogs/fields.ts'
import { bodyOf, makeModal } from '../../../ui/dialogs/modal.ts'
import { addSheet } from '../_questions/sheet.ts'
import { subjectsOn } from '../_questions/subjects.ts'
import { newDevice } from './device.ts'

/** What is kept of what one sends. */
const KEPT = {
  named:
    'What is kept: your words, what they are about, when you sent them, and your name if you give one. The team of this case keeps them. All in the room can read the question; your name is for the team alone.',
  nameless:
    'What is kept: your words, what they are about, and when you sent them, without your name. The team of this case keeps them. All in the room can read the question.',
} as const

const OVER = `${ENDED} It takes no more questions.`
const UNTAKEN = 'Nobody took these words of yours. Copy them before you close this page'

/** How often one sends again what nobody has taken, ms. */
const AGAIN = 5000

/** What is taken later than this, ms, is not taken yet: one is told. */
const LATE = 10_000

/** So many of those of others show at first. */
const FIRST = 20

type Asked = Said<'question'>
type Kept = Said<'kept'>

interface AskWays {
  /** Whether nobody but presenters hears what is sent: over a broker of others, anybody in the room might. */
  readonly isClosed: boolean
  /** Of the room: what one asked is known when the page has loaded again. */
  readonly token: string
  slide(): HTMLElement | undefined
  say<One extends 'question' | 'same'>(sort: One, said: Said<One>): void
}

/** What asks. */
interface Asking {
  /** @param question Words to begin with. */
  open(question: string): void
  /** A question is kept: one's own, or another's. */
  hear(kept: Kept): void
  /** A question is not taken: one's own, or another's. */
  refuse(refused: Said<'refused'>): void
  /** The room has ended: nobody takes questions any more. Returns whether some words were not taken. */
  end(): boolean
}

/** What is known between loads of the page. */
interface Known {
  readonly mine: readonly Asked[]
  /** Ids of what one asks too. */
  readonly same: readonly string[]
}

/** Makes the dialog, and a button in each card that opens. */
export function makeAsking(ways: AskWays): Asking {
  addSheet()
  const modal = makeModal('ask', 'Ask a question')
  const form = makeForm(ways.isClosed)
  const lists = make('div', { className: 'question-lists' })
  bodyOf(modal).append(form.element, lists)
  const book = openBook(ways.token)
  let isOver = false
  const sendOne = (question: Asked): void => {
    ways.say('question', question)
    book.sent(question.id)
  }
  const show = drawLists(lists, book, {
    askToo(id) {
      ways.say('same', { id })
      book.askToo(id)
      showSoon()
    },
    tell: (latest) => form.say(latest),
  })
  /** Draws once for whatever comes within a frame, and only while it is open. */
  let isDrawing = false
  const showSoon = (): void => {
    if (isOver || isDrawing || !modal.open) return
    isDrawing = true
    requestAnimationFrame(() => {
      isDrawing = false
      if (!isOver) show()
    })
  }
  form.element.addEventListener('submit', (event) => {
    event.preventDefault()
    const asked = form.read()
    if (asked.words === '') return
    if (book.known().mine.length >= MOST_OF_DEVICE) {
      form.say(`You have sent ${MOST_OF_DEVICE} questions, and no more are taken from one device.`)
      return
    }
    const question = { id: newDevice(), ...asked }
    sendOne(question)
    form.empty()
    book.add(question)
    showSoon()
  })
  const open = (question: string): void => {
    form.fill(question, subjectsOn(ways.slide()))
    if (!isOver) show()
    modal.showModal()
    form.focus()
  }
  offerInCards(
    () => !isOver,
    () => open(''),
  )
  const again = setInterval(() => {
    // One after another: a device has a limit.
    const next = book.untaken()
    const same = book.untold()
    if (next) sendOne(next)
    else if (same) ways.say('same', { id: same })
    showSoon()
  }, AGAIN)
  return {
    open,
    hear(kept) {
      if (book.hear(kept)) showSoon()
    },
    refuse(refused) {
      book.refuse(refused)
      showSoon()
    },
    end() {
      clearInterval(again)
      isOver = true
      const untaken = [...book.allUntaken(), form.read().words].filter((one) => one !== '')
      form.end(untaken)
      lists.remove()
      for (const button of document.querySelectorAll('.question-about')) button.remove()
      return untaken.length > 0
    },
  }
}

/** What one asks with. */
function makeForm(isClosed: boolean) {
  const element = make('form', { className: 'question-form' })
  const words = make('textarea', { rows: 3, required: true, maxLength: LONGEST_QUESTION })
  const about = make('select', {})
  const who = make('input', { type: 'text', maxLength: LONGEST_NAME, autocomplete: 'off' })
  const status = make('p', { className: 'question-status' })
  status.setAttribute('role', 'status')
  const kept = isClosed ? KEPT.named : KEPT.nameless
  element.append(
    fieldOf('Your question', words),
    fieldOf('About', about),
    ...(isClosed ? [fieldOf('Your name, if you like', who)] : []),
    make('p', { className: 'question-where', textContent: kept }),
    make('button', { type: 'submit', className: 'question-main', textContent: 'Send' }),
    status,
  )
  return {
    element,
    // A broker turns away who sends a sign that nobody sees.
    read: () => ({
      about: about.value,
      words: plainWords(words.value),
      name: plainWords(who.value),
    }),
    fill(question: string, subjects: readonly HTMLOptionElement[]): void {
      if (question !== '') words.value = question
      about.replaceChildren(...subjects)
    },
    empty(): void {
      words.value = ''
    },
    focus: (): void => words.focus(),
    say(said: string): void {
      status.textContent = said
    },
    /** Nobody takes questions any more: what was not taken can be copied. */
    end(untaken: readonly string[]): void {
      const copy = make('textarea', { rows: 4, readOnly: true, value: untaken.join('\n') })
      copy.addEventListener('focus', () => copy.select())
      element.replaceChildren(OVER, ...(untaken.length > 0 ? [fieldOf(UNTAKEN, copy)] : []))
    },
  }
}

type Book = ReturnType<typeof openBook>

/** What is known of one's own questions and of those of others. */
function openBook(token: string) {
  const name = `throughline asked ${token}`
  let known = read(name)
  const all = new Map<string, Kept>()
  const refused = new Map<string, Said<'refused'>['why']>()
  const sentAt = new Map<string, number>()
  /** Id of what one asks too → its version before. */
  const untold = new Map<string, number>()
  const set = (next: Partial<Known>): void => {
    known = { ...known, ...next }
    try {
      localStorage.setItem(name, JSON.stringify(known))
    } catch {
      // It is known for as long as the page is open.
    }
  }
  const allUntaken = (): readonly Asked[] => known.mine.filter(({ id }) => !all.has(id))
  /** For good: a room that is full may have room again. */
  const isRefused = ({ id }: Asked): boolean => (refused.get(id) ?? 'room') !== 'room'
  return {
    known: () => known,
    wordsOf: (id: string): string => all.get(id)?.words ?? '',
    isKept: (id: string): boolean => all.has(id),
    add: (question: Asked): void => set({ mine: [...known.mine, question] }),
    sent: (id: string): void => void sentAt.set(id, sentAt.get(id) ?? performance.now()),
    askToo(id: string): void {
      untold.set(id, all.get(id)?.version ?? 0)
      set({ same: [...known.same, id] })
    },
    /** Returns whether it is news. */
    hear(kept: Kept): boolean {
      if ((all.get(kept.id)?.version ?? 0) >= kept.version) return false
      all.set(kept.id, kept)
      if ((untold.get(kept.id) ?? Number.POSITIVE_INFINITY) < kept.version) untold.delete(kept.id)
      return true
    },
    refuse: ({ id, why }: Said<'refused'>): void => void refused.set(id, why),
    allUntaken: () => allUntaken().map(({ words }) => words),
    /** What is to be sent again. */
    untaken: (): Asked | undefined => allUntaken().find((one) => !isRefused(one)),
    untold: (): string | undefined => [...untold.keys()][0],
    /** Of others, the most wanted first. */
    others(): readonly Kept[] {
      const mine = new Set(known.mine.map(({ id }) => id))
      const told = [...all.values()].filter(({ outcome }) => outcome !== 'hidden')
      return inOrder(told.filter(({ id }) => !mine.has(id)))
    },
    /** What became of a question of one's own. */
    stateOf({ id }: Asked): string {
      const kept = all.get(id)
      if (kept) return OUTCOMES[kept.outcome] + sameOf(kept.same)
      const why = refused.get(id) ?? (isFull(all.values()) ? 'room' : undefined)
      if (why) return REFUSED[why]
      const isLate = performance.now() - (sentAt.get(id) ?? 0) > LATE
      return isLate
        ? 'Not taken yet. This page tries again for as long as it is open.'
        : 'Sending …'
    },
  }
}

interface ListWays {
  askToo(id: string): void
  /** Says what became of the latest question of one's own. */
  tell(words: string): void
}

/** Returns what draws the lists, where they are others than before. */
function drawLists(lists: HTMLElement, book: Book, { askToo, tell }: ListWays): () => void {
  let shown = ''
  let isAll = false
  const sameButton = (id: string): HTMLButtonElement => {
    const isSame = (): boolean => book.known().same.includes(id)
    const button = buttonOf('Me too', () => {
      if (!isSame()) askToo(id)
    })
    button.dataset.same = id
    button.setAttribute('aria-pressed', String(isSame()))
    button.setAttribute('aria-label', `Me too: ${book.wordsOf(id)}`)
    return button
  }
  const showAll = (count: number): HTMLButtonElement =>
    buttonOf(`Show all ${count}`, () => {
      isAll = true
      show()
      // The button is gone: one reads on with what it brought.
      lists.querySelectorAll<HTMLElement>('[data-same]')[FIRST]?.focus()
    })
  const show = (): void => {
    const { mine, same } = book.known()
    const others = book.others()
    const seen = isAll ? others : others.slice(0, FIRST)
    const lines = {
      'You asked': mine.toReversed().map((one) => [one.words, book.stateOf(one), ''] as const),
      'Others ask': seen.map(
        ({ id, words, same, outcome }) =>
          [words, (outcome === 'open' ? '' : OUTCOMES[outcome]) + sameOf(same), id] as const,
      ),
    }
    const key = JSON.stringify([lines, others.length, same])
    if (key === shown) return
    shown = key
    // What has the focus keeps it.
    const focused = document.activeElement?.closest<HTMLElement>('[data-same]')?.dataset.same
    lists.replaceChildren(
      ...Object.entries(lines).flatMap(([title, own]) => {
        if (own.length === 0) return []
        const list = make('ul', {})
        list.append(
          ...own.map(([words, state, id]) => lineOf(words, state, ...(id ? [sameButton(id)] : []))),
        )
        return [make('h3', { textContent: title }), list]
      }),
      ...(others.length > seen.length ? [showAll(others.length)] : []),
    )
    const latest = mine.at(-1)
    if (latest) tell(book.isKept(latest.id) ? 'Kept: who presents has it.' : book.stateOf(latest))
    if (focused) lists.querySelector<HTMLElement>(`[data-same="${focused}"]`)?.focus()
  }
  return show
}

function lineOf(words: string, state: string, ...more: readonly HTMLElement[]): HTMLElement {
  const line = make('li', {})
  line.append(
    make('bdi', { textContent: words }),
    make('span', { className: 'question-state', textContent: state }),
    ...more,
  )
  return line
}

/** A button in each card that opens. */
function offerInCards(isOpen: () => boolean, ask: () => void): void {
  document.addEventListener(
    'toggle',
    ({ target, newState }) => {
      const isCard = target instanceof HTMLElement && target.matches('.card')
      if (!isOpen() || !isCard || newState !== 'open' || target.querySelector('.question-about'))
        return
      const button = buttonOf('Ask about this', ask)
      button.className = 'question-about'
      target.append(button)
    },
    true,
  )
}

/** Why a question is not taken. */
const REFUSED: Readonly<Record<Said<'refused'>['why'], string>> = {
  device: `Not taken: ${MOST_OF_DEVICE} questions came from this device, and no more are taken.`,
  room: 'Not taken: this room has as many questions as it keeps. This page tries again.',
  network: 'Not taken: too many questions came from the network of this device.',
}

const OUTCOMES: Readonly<Record<Kept['outcome'], string>> = {
  open: 'Kept.',
  answered: 'Answered.',
  later: 'To be answered later.',
  taken: 'Taken away: the team answers later.',
  hidden: 'Set aside by who presents.',
}

function sameOf(same: number): string {
  if (same === 0) return ''
  return same === 1 ? ' One more asks this.' : ` ${same} more ask this.`
}

function read(name: string): Known {
  try {
    return { mine: [], same: [], ...JSON.parse(localStorage.getItem(name) ?? 'null') }
  } catch {
    return { mine: [], same: [] }
  }
}
