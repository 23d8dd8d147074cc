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

const OVER = 'The room has ended, and takes no more questions.'
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
  const name = `throughline asked ${ways.token}`
  let known = read(name)
  let isOver = false
  const all = new Map<string, Kept>()
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
    showSoon()
  }
  const modal = makeModal('ask', 'Ask a question')
  const form = make('form', { className: 'question-form' })
  const words = make('textarea', { rows: 3, required: true, maxLength: LONGEST_QUESTION })
  const about = make('select', {})
  const who = make('input', { type: 'text', maxLength: LONGEST_NAME, autocomplete: 'off' })
  const status = make('p', { className: 'question-status' })
  status.setAttribute('role', 'status')
  const send = make('button', { type: 'submit', className: 'question-main', textContent: 'Send' })
  form.append(
    fieldOf('Your question', words),
    fieldOf('About', about),
    ...(ways.isClosed ? [fieldOf('Your name, if you like', who)] : []),
    make('p', {
      className: 'question-where',
      textContent: ways.isClosed ? KEPT.named : KEPT.nameless,
    }),
    send,
    status,
  )
  const lists = make('div', { className: 'question-lists' })
  bodyOf(modal).append(form, lists)

  const sendOne = (question: Asked): void => {
    ways.say('question', question)
    sentAt.set(question.id, sentAt.get(question.id) ?? performance.now())
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    // A broker turns away who sends a sign that nobody sees.
    const asked = plainWords(words.value)
    if (asked === '') return
    if (known.mine.length >= MOST_OF_DEVICE) {
      status.textContent = `You have sent ${MOST_OF_DEVICE} questions, and no more are taken from one device.`
      return
    }
    const question = {
      id: newDevice(),
      about: about.value,
      words: asked,
      name: plainWords(who.value),
    }
    sendOne(question)
    words.value = ''
    set({ mine: [...known.mine, question] })
  })
  const askToo = (id: string): void => {
    ways.say('same', { id })
    untold.set(id, all.get(id)?.version ?? 0)
    set({ same: [...known.same, id] })
  }
  const stateOf = ({ id }: Asked): string => {
    const kept = all.get(id)
    if (kept) return OUTCOMES[kept.outcome] + sameOf(kept.same)
    if (isFull(all.values())) return 'Not taken: this room has as many questions as it keeps.'
    const isLate = performance.now() - (sentAt.get(id) ?? 0) > LATE
    return isLate ? 'Not taken yet. This page tries again for as long as it is open.' : 'Sending …'
  }
  const lineOf = (said: string, state: string, ...more: readonly HTMLElement[]): HTMLElement => {
    const line = make('li', {})
    line.append(
      make('bdi', { textContent: said }),
      make('span', { className: 'question-state', textContent: state }),
      ...more,
    )
    return line
  }
  let shown = ''
  let isAll = false
  /** Draws once for whatever comes within a frame, and only while it is open. */
  let isDrawing = false
  const showSoon = (): void => {
    if (isOver || isDrawing || !modal.open) return
    isDrawing = true
    requestAnimationFrame(show)
  }
  const show = (): void => {
    isDrawing = false
    if (isOver) return
    const mine = new Set(known.mine.map(({ id }) => id))
    const others = inOrder([...all.values()].filter(({ id }) => !mine.has(id) && isShown(all, id)))
    const seen = isAll ? others : others.slice(0, FIRST)
    const lines = {
      'You asked': known.mine.toReversed().map((one) => [one.words, stateOf(one), ''] as const),
      'Others ask': seen.map(
        ({ id, words: said, same, outcome }) =>
          [said, (outcome === 'open' ? '' : OUTCOMES[outcome]) + sameOf(same), id] as const,
      ),
    }
    const key = JSON.stringify([lines, others.length, known.same])
    if (key === shown) return
    shown = key
    // What has the focus keeps it.
    const focused = document.activeElement?.closest<HTMLElement>('[data-same]')?.dataset.same
    lists.replaceChildren(
      ...Object.entries(lines).flatMap(([title, own]) => {
        if (own.length === 0) return []
        const list = make('ul', {})
        list.append(
          ...own.map(([said, state, id]) => lineOf(said, state, ...(id ? [sameButton(id)] : []))),
        )
        return [make('h3', { textContent: title }), list]
      }),
      ...(others.length > seen.length ? [showAll(others.length)] : []),
    )
    const latest = known.mine.at(-1)
    if (latest)
      status.textContent = all.has(latest.id) ? 'Kept: who presents has it.' : stateOf(latest)
    if (focused) lists.querySelector<HTMLElement>(`[data-same="${focused}"]`)?.focus()
  }
  const showAll = (count: number): HTMLButtonElement =>
    buttonOf(`Show all ${count}`, () => {
      isAll = true
      show()
      // The button is gone: one reads on with what it brought.
      lists.querySelectorAll<HTMLElement>('[data-same]')[FIRST]?.focus()
    })
  const sameButton = (id: string): HTMLButtonElement => {
    const button = buttonOf('Me too', () => {
      if (!known.same.includes(id)) askToo(id)
    })
    const isSame = known.same.includes(id)
    button.dataset.same = id
    button.setAttribute('aria-pressed', String(isSame))
    button.setAttribute('aria-label', `Me too: ${all.get(id)?.words ?? ''}`)
    return button
  }
  const open = (question: string): void => {
    if (question !== '') words.value = question
    about.replaceChildren(...subjectsOn(ways.slide()))
    if (!isOver) show()
    modal.showModal()
    words.focus()
  }
  document.addEventListener(
    'toggle',
    ({ target, newState }) => {
      const isCard = target instanceof HTMLElement && target.matches('.card')
      if (isOver || !isCard || newState !== 'open' || target.querySelector('.question-about'))
        return
      const button = buttonOf('Ask about this', () => open(''))
      button.className = 'question-about'
      target.append(button)
    },
    true,
  )
  const again = setInterval(() => {
    // One after another: a device has a limit.
    const next = known.mine.find(({ id }) => !all.has(id))
    const [same] = untold.keys()
    if (next) sendOne(next)
    else if (same) ways.say('same', { id: same })
    showSoon()
  }, AGAIN)
  return {
    open,
    hear(kept) {
      if ((all.get(kept.id)?.version ?? 0) >= kept.version) return
      all.set(kept.id, kept)
      if ((untold.get(kept.id) ?? Number.POSITIVE_INFINITY) < kept.version) untold.delete(kept.id)
      showSoon()
    },
    end() {
      clearInterval(again)
      isOver = true
      const untaken = [
        ...known.mine.filter(({ id }) => !all.has(id)).map((one) => one.words),
        plainWords(words.value),
      ].filter((one) => one !== '')
      const copy = make('textarea', { rows: 4, readOnly: true, value: untaken.join('\n') })
      copy.addEventListener('focus', () => copy.select())
      form.replaceChildren(OVER, ...(untaken.length > 0 ? [fieldOf(UNTAKEN, copy)] : []))
      lists.remove()
      for (const button of document.querySelectorAll('.question-about')) button.remove()
      return untaken.length > 0
    },
  }
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

function isShown(all: ReadonlyMap<string, Kept>, id: string): boolean {
  return all.get(id)?.outcome !== 'hidden'
}

function read(name: string): Known {
  try {
    return { mine: [], same: [], ...JSON.parse(localStorage.getItem(name) ?? 'null') }
  } catch {
    return { mine: [], same: [] }
  }
}
