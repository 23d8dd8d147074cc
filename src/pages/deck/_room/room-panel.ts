/** What the speaker view says of the room: who steers, who asks to, when it begins, and the codes. */
import { isSteering } from '../../../core/room/steer.ts'
import { ENDED, OFFLINE } from '../../../core/room/words.ts'
import { buttonOf } from '../../../ui/dialogs/fields.ts'
import type { RoomCommand } from './command.ts'
import { countdown } from './countdown.ts'
import type { Presenter } from './presenter.ts'

/** Minutes until the talk begins, as one chooses. */
const MINUTES = [1, 2, 5, 10]

interface PanelWays {
  isDeckOpen(): boolean
  /** What is kept of the room, in a sentence. */
  kept(): string
  command(what: Omit<RoomCommand, 'type'>): void
  /** Of the audience first. */
  codes(): readonly HTMLElement[]
}

interface RoomPanel {
  readonly element: HTMLElement
  show(): void
}

/** Makes the part of the page. */
export function makeRoomPanel(presenter: Presenter, ways: PanelWays): RoomPanel {
  const element = document.createElement('section')
  element.className = 'room-panel'
  element.setAttribute('aria-label', 'Room')
  const status = document.createElement('p')
  status.setAttribute('role', 'status')
  const asks = document.createElement('div')
  asks.className = 'room-asks'
  const isBlack = (): boolean => presenter.state().at?.said.isBlack === true
  const takeOver = buttonOf('', () => {
    if (presenter.mayTake()) presenter.take()
    else presenter.ask('')
  })
  const black = buttonOf('Black', () => ways.command({ isBlack: !isBlack() }))
  const codes = buttonOf('Codes', () => dialog.showModal())
  const ending = makeEnding(presenter, ways.kept)
  const end = buttonOf('End …', ending.open)
  const begin = document.createElement('select')
  begin.setAttribute('aria-label', 'When it begins')
  begin.append(
    new Option('Begins …', ''),
    ...MINUTES.map((minutes) => new Option(`in ${minutes} min`, `${minutes * 60_000}`)),
    new Option('now', '0'),
  )
  begin.addEventListener('change', () => {
    if (begin.value !== '') ways.command({ begins: Number(begin.value) })
    begin.value = ''
  })
  const tools = document.createElement('div')
  tools.className = 'room-tools'
  tools.append(takeOver, black, begin, codes, end)
  const dialog = makeDialog(ways.codes())
  element.append(status, asks, tools, dialog, ending.dialog)
  let asked = ''
  const showAsks = (): void => {
    const all = presenter.state().asks
    const key = all.map(({ by }) => by).join()
    if (key === asked) return
    asked = key
    asks.replaceChildren(
      ...all.map(({ by, name }) => {
        const line = document.createElement('p')
        line.append(
          `${name || 'Another presenter'} asks to steer. `,
          buttonOf('Yes', () => presenter.answer(by, true)),
          buttonOf('No', () => presenter.answer(by, false)),
        )
        return line
      }),
    )
  }
  return {
    element,
    show() {
      const words = presenter.isOver()
        ? `${ENDED} ${ways.kept()}`
        : wordsOf(presenter, ways.isDeckOpen())
      tools.hidden = asks.hidden = presenter.isOver()
      end.hidden = !ways.isDeckOpen() && !isSteering(presenter.state())
      if (status.textContent !== words) status.textContent = words
      takeOver.hidden = ways.isDeckOpen() || isSteering(presenter.state()) || !presenter.isOnline()
      takeOver.textContent = presenter.mayTake() ? 'Take over' : 'Ask to steer'
      black.setAttribute('aria-pressed', String(isBlack()))
      showAsks()
    },
  }
}

function wordsOf(presenter: Presenter, isDeckOpen: boolean): string {
  const { at, who, me } = presenter.state()
  const left = presenter.beginsAt() - performance.now()
  if (!presenter.isOnline()) return `${OFFLINE} Trying again.`
  if (who === undefined) return 'Nobody steers the room yet.'
  const begins = left > 0 ? ` It begins in ${countdown(left)}.` : ''
  if (at?.said.isBlack) return `The screen is black.${begins}`
  if (who === me) return `You steer the room.${begins}`
  // The deck of this machine is a device of its own.
  return isDeckOpen ? `The room follows.${begins}` : `Another device steers.${begins}`
}

/** Asks before the room ends, and says what is kept. */
function makeEnding(presenter: Presenter, kept: () => string) {
  const dialog = document.createElement('dialog')
  dialog.className = 'room-codes'
  dialog.setAttribute('aria-label', 'End the room')
  const head = document.createElement('h2')
  head.textContent = 'End the room'
  const words = document.createElement('p')
  const status = document.createElement('p')
  status.setAttribute('role', 'status')
  const yes = buttonOf('End the room', () => {
    void presenter.end().then((isThere) => {
      if (isThere) dialog.close()
      else status.textContent = `${OFFLINE} Try again.`
    })
  })
  const buttons = document.createElement('p')
  buttons.className = 'room-tools'
  yes.className = 'room-end'
  buttons.append(
    yes,
    buttonOf('Close', () => dialog.close()),
  )
  dialog.append(head, words, status, buttons)
  return {
    dialog,
    open(): void {
      words.textContent = `All who follow are told, and the addresses of the room lead nowhere from then on. ${kept()} What is drawn goes when you close the windows, unless you keep a copy.`
      status.textContent = ''
      dialog.showModal()
    },
  }
}

function makeDialog(codes: readonly HTMLElement[]): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = 'room-codes'
  dialog.setAttribute('aria-label', 'Ways into the room')
  const close = document.createElement('p')
  close.className = 'room-tools'
  close.append(buttonOf('Close', () => dialog.close()))
  const head = document.createElement('h2')
  head.textContent = 'The audience'
  // Who shows a phone around shows this one: that of presenters only after a press.
  const more = document.createElement('details')
  const name = document.createElement('summary')
  name.textContent = 'Another presenter: who has this steers, and reads private notes'
  const [audience, presenters] = codes
  more.append(name, ...(presenters ? [presenters] : []))
  dialog.append(close, head, ...(audience ? [audience] : []), more)
  dialog.addEventListener('close', () => {
    more.open = false
  })
  return dialog
}
