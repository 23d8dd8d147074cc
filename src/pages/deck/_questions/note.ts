/** The dialog of key `n`: keeps a question that was asked in the room, without phone or network. */
import { plainWords } from '../../../core/feedback/plain.ts'
import {
  type AskedQuestion,
  LONGEST_NAME,
  LONGEST_QUESTION,
} from '../../../core/feedback/questions.ts'
import { fieldOf, make } from '../../../ui/dialogs/fields.ts'
import { bodyOf, leave, makeModal } from '../../../ui/dialogs/modal.ts'
import { fileOf } from './file.ts'
import { addSheet } from './sheet.ts'
import { newId, openStore } from './store.ts'
import { subjectsOn } from './subjects.ts'

/** What of its page the dialog works with. */
interface NoteWays {
  /** Address of the folder in which the deck stands. */
  readonly folder: string
  /** Where the server takes questions; absent where none does. */
  readonly post: string | undefined
  /** The slide that is shown. */
  slide(): HTMLElement | undefined
  /** Says in short what was done; absent where the dialog has to say it. */
  say?: ((words: string) => void) | undefined
}

const WHERE = {
  case: 'It is kept in the case, for the team alone until the team shows it.',
  browser:
    'It is kept in this browser alone, in a private window until you close it. Save it as a file, and bring it into the case: ',
  page: 'This browser keeps nothing: it is gone once you close this page. Save it as a file, and bring it into the case: ',
} as const

const COMMAND = 'npx throughline import questions.json'

let dialog: ReturnType<typeof makeDialog> | undefined

/** Opens the dialog: the question is about the card that is open, else about the slide. */
export function openNote(ways: NoteWays, words = ''): void {
  dialog ??= makeDialog(ways)
  dialog.open(words)
}

function makeDialog({ folder, post, slide, say }: NoteWays) {
  addSheet()
  const store = openStore(folder, post)
  const modal = makeModal('note', 'Keep a question')
  const form = make('form', { className: 'question-form' })
  const words = make('textarea', { rows: 3, required: true, maxLength: LONGEST_QUESTION })
  const about = make('select', {})
  const name = make('input', { type: 'text', maxLength: LONGEST_NAME, autocomplete: 'off' })
  const status = make('p', { className: 'question-status' })
  status.setAttribute('role', 'status')
  const where = make('p', {
    className: 'question-where',
    textContent: WHERE[post ? 'case' : store.isLasting ? 'browser' : 'page'],
  })
  if (!post) where.append(make('code', { textContent: COMMAND }))
  const save = make('button', { type: 'button' })
  const buttons = make('p', { className: 'question-buttons' })
  buttons.append(
    make('button', { type: 'submit', className: 'question-main', textContent: 'Keep' }),
    save,
  )
  form.append(
    fieldOf('What was asked', words),
    fieldOf('About', about),
    fieldOf('Who asked, if you know', name),
    where,
    status,
    buttons,
  )
  bodyOf(modal).append(form)
  let kept: readonly AskedQuestion[] = []
  const show = (): void => {
    save.hidden = kept.length === 0 || post !== undefined
    save.textContent =
      kept.length === 1 ? 'Save 1 question as a file' : `Save ${kept.length} questions as a file`
  }
  save.addEventListener('click', () => fileOf(kept))
  store.listen(({ questions }) => {
    kept = questions
    show()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const asked = plainWords(words.value)
    if (asked === '') return
    const who = plainWords(name.value)
    const question = {
      id: newId(),
      about: about.value,
      words: asked,
      ...(who ? { name: who } : {}),
    }
    status.textContent = 'Keeping it …'
    void store.act([{ act: 'ask', ...question }]).then(({ problem, limits, file, questions }) => {
      const fault = problem ?? limits[0]
      const here = store.isLasting ? 'in this browser' : 'until you close this page'
      const done = file ? `Kept in ${file}` : `Kept ${here}: ${questions.length} so far`
      status.textContent = fault ?? done
      if (questions.some(({ id }) => id === question.id)) words.value = name.value = ''
      if (fault || !say) return
      leave(modal)
      say(done)
    })
  })
  // It is one line, however it is shown: Enter keeps it.
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })
  return {
    open(given: string): void {
      about.replaceChildren(...subjectsOn(slide()))
      status.textContent = ''
      if (given) words.value = given
      show()
      modal.showModal()
      words.focus()
      void store.act([])
    },
  }
}
