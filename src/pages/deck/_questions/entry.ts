/** A question in the presenter's list: what it is about, what becomes of it, and what the case has on it. */
import { type AskedQuestion, LONGEST_NAME, type Outcome } from '../../../core/feedback/questions.ts'
import { buttonOf, fieldOf, make } from '../../../ui/dialogs/fields.ts'
import { answersTo } from './answers.ts'

/** What an entry works with. */
export interface EntryWays {
  /** What a slide or item is called; undefined where the deck has none of that name. */
  nameOf(about: string): string | undefined
  /** Shows it to all. */
  show(about: string): void
  /** Says what becomes of the question. */
  mark(question: AskedQuestion, outcome: Outcome, more?: Away): void
}

/** Who answers what was taken away, and until when. */
interface Away {
  readonly owner?: string
  readonly due?: string
}

/**
 * Makes an entry of the list.
 * @param index place in the list; the first nine have a key.
 */
export function makeEntry(question: AskedQuestion, index: number, ways: EntryWays): HTMLElement {
  const { id, about, words, outcome } = question
  const entry = make('li', { className: `question-${outcome}` })
  entry.dataset.question = id
  const show = buttonOf('', () => ways.show(about))
  show.className = 'question-show'
  if (index < 9) show.append(make('kbd', { textContent: String(index + 1) }), ' ')
  show.append(make('bdi', { textContent: words }))
  const answers = make('div', { className: 'question-answers', hidden: true })
  answers.dataset.part = 'answers'
  const buttons = make('p', { className: 'question-buttons' })
  buttons.append(
    // What is open stays as it is when the entry is made anew: it is asked for by its name.
    buttonOf('In the case', () => {
      const place = partOf(entry, 'answers')
      place?.toggleAttribute('hidden')
      if (place && !place.hidden) void showAnswers(words, place, ways)
    }),
    ...markButtons(question, entry, ways),
  )
  const form = awayForm(question, (more) => ways.mark(question, 'taken', more))
  entry.append(show, factsOf(question, ways), buttons, form, answers)
  return entry
}

function partOf(entry: HTMLElement, name: 'answers' | 'away'): HTMLElement | null {
  return entry.querySelector<HTMLElement>(`[data-part="${name}"]`)
}

function factsOf(question: AskedQuestion, { nameOf }: EntryWays): HTMLElement {
  const { about, name, same, outcome, owner, due } = question
  const taken = ['Taken away', owner && `by ${owner}`, due && `until ${due}`]
  const facts = [
    nameOf(about) ?? 'Not about a slide',
    name,
    sameOf(same),
    outcome === 'taken' ? taken.filter(Boolean).join(' ') : STATES[outcome],
  ].filter((fact) => fact !== undefined)
  const line = make('p', { className: 'question-state' })
  for (const [at, fact] of facts.entries())
    line.append(at === 0 ? '' : ' · ', make('bdi', { textContent: fact }))
  return line
}

function markButtons(
  question: AskedQuestion,
  entry: HTMLElement,
  { mark }: EntryWays,
): readonly HTMLElement[] {
  const { outcome } = question
  return (Object.entries(MARKS) as [Outcome, string][]).map(([to, called]) => {
    const button = buttonOf(called, () => {
      if (to !== 'taken' || outcome === 'taken') mark(question, outcome === to ? 'open' : to)
      else {
        const form = partOf(entry, 'away')
        form?.toggleAttribute('hidden')
        form?.querySelector('input')?.focus()
      }
    })
    button.dataset.mark = to
    button.setAttribute('aria-pressed', String(outcome === to))
    return button
  })
}

/** What the case has on a question, each to be shown by a press. */
async function showAnswers(
  words: string,
  place: HTMLElement,
  { nameOf, show }: EntryWays,
): Promise<void> {
  const { found, said } = await answersTo(words, []).catch(() => UNLOADED)
  const list = make('ul', {})
  list.append(
    ...found.map(({ key, name, words: text, about = '' }) => {
      const entry = make('li', {})
      const isThere = nameOf(key) !== undefined
      const called = make('b', { textContent: name })
      const state = make('small', { textContent: isThere ? about : `${about} Not on a slide.` })
      const line = isThere ? buttonOf('', () => show(key)) : make('span', {})
      line.append(called, ' ', make('span', { textContent: text }), ' ', state)
      entry.append(line)
      return entry
    }),
  )
  place.replaceChildren(make('p', { textContent: said }), list)
}

const UNLOADED = { found: [], said: 'The words of the case could not be loaded.' } as const

function sameOf(same: number): string | undefined {
  if (same === 0) return undefined
  return same === 1 ? 'One more asks this' : `${same} more ask this`
}

/** What becomes of a question, as buttons. */
const MARKS: Partial<Readonly<Record<Outcome, string>>> = {
  answered: 'Answered',
  later: 'Later',
  taken: 'Take away',
  hidden: 'Set aside',
}

const STATES: Partial<Readonly<Record<Outcome, string>>> = {
  answered: 'Answered',
  later: 'Later',
  hidden: 'Set aside: phones no longer show it',
}

/** Asks who takes a question away, and until when. */
function awayForm(
  { owner = '', due = '' }: AskedQuestion,
  done: (more: Away) => void,
): HTMLFormElement {
  const form = make('form', { className: 'question-away', hidden: true })
  const who = make('input', {
    type: 'text',
    maxLength: LONGEST_NAME,
    required: true,
    value: owner,
    autocomplete: 'off',
  })
  const until = make('input', { type: 'date', required: true, value: due })
  form.dataset.part = 'away'
  form.append(
    fieldOf('Who answers it', who),
    fieldOf('Until', until),
    make('button', { type: 'submit', textContent: 'Take away' }),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    form.hidden = true
    done({ owner: who.value.trim(), due: until.value })
  })
  return form
}
