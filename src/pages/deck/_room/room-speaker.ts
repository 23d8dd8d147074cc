/** The speaker view in a room: on a phone a remote for one thumb, beside the deck what the room asks. */
import { isPresenters, roomIn, waysIn } from '../../../core/room/address.ts'
import { brokerAddress } from '../../../core/room/place.ts'
import { isSteering } from '../../../core/room/steer.ts'
import type { Pen } from '../_pen/pen.ts'
import type { QuestionStore } from '../_questions/store.ts'
import type { Steps } from '../_slides/messages.ts'
import { codeOf } from './code.ts'
import type { RoomCommand } from './command.ts'
import { forgetRoom } from './device.ts'
import { keepFor } from './keeper.ts'
import { makePad } from './pad.ts'
import { joinAsPresenter } from './presenter.ts'
import { makeRoomPanel } from './room-panel.ts'
import { shareInk } from './share-ink.ts'
import { addSheet } from './sheet.ts'

/** What of the speaker view a room works with. */
export interface SpeakerWays {
  readonly root: HTMLElement
  /** Address of the folder in which the deck stands. */
  readonly folder: string
  /** Whether the deck is open in another window: then that is what the room sees. */
  isDeckOpen(): boolean
  readonly questions: QuestionStore
  loadPen(): Promise<Pen>
  /** Another presenter shows a slide, with so many of its steps. */
  moved(slide: string, step: number): void
}

interface Slide {
  readonly id: string
  readonly element: Element
}

/** The room, once one is in it. */
export interface SpeakerRoom {
  /** Shows a slide with so many of its steps to all, if it can. Returns how many have come. */
  show(slide: Slide, step: number): Steps
  /** How many steps of a slide have come, as another says. */
  look(slide: Slide, step: number): Steps
}

/** Comes into the room of an address; undefined where it leads to none, or not as a presenter. */
export function join(hash: string, broker: string, ways: SpeakerWays): SpeakerRoom | undefined {
  const { root, folder } = ways
  const room = roomIn(hash)
  if (!room || !isPresenters(room)) return undefined
  addSheet()
  root.classList.add('in-room')
  const channel = new BroadcastChannel(`throughline ${folder}`)
  const keeper = keepFor(() => presenter, ways.questions)
  const ink = shareInk(() => presenter, ways.loadPen)
  const presenter = joinAsPresenter(room, brokerAddress(broker, location.href), {
    asked: keeper.asked,
    kept: keeper.kept,
    refused: keeper.refused,
    drawn: ink.drawn,
    left() {
      keeper.left()
      ink.left()
    },
    settled() {
      keeper.settled()
      ink.settled()
    },
    changed() {
      if (presenter.isOver()) forgetRoom(new URL(folder), room.token)
      panel.show()
    },
    moved({ slide, step }) {
      if (!ways.isDeckOpen()) ways.moved(slide, step)
      panel.show()
    },
  })
  /** Takes over where it may, since whoever presses means it. */
  const isOurs = (): boolean => {
    if (!isSteering(presenter.state()) && presenter.mayTake()) presenter.take()
    return isSteering(presenter.state())
  }
  const command = (what: Omit<RoomCommand, 'type'>): void => {
    if (ways.isDeckOpen()) channel.postMessage({ type: 'room', ...what } satisfies RoomCommand)
    else if (isOurs()) presenter.tell(what)
  }
  const { audience, presenters } = waysIn(hash) ?? waysFrom(hash)
  let kept = 'No question was kept.'
  let last: string | undefined
  ways.questions.listen(({ questions, file }) => {
    last = file ?? last
    const here = ways.questions.isLasting ? 'this browser' : 'this page until you close it'
    const where = file ?? (last ? `${last}, or in ${here} alone` : here)
    const many = questions.length === 1 ? '1 question is' : `${questions.length} questions are`
    if (questions.length > 0) kept = `${many} kept in ${where}.`
  })
  const panel = makeRoomPanel(presenter, {
    isDeckOpen: ways.isDeckOpen,
    kept: () => kept,
    command,
    codes: () => [
      codeOf(audience, 'QR code for the audience'),
      codeOf(presenters, 'QR code for another presenter'),
    ],
  })
  root.querySelector('.speaker-bar')?.after(panel.element)
  makePad(root, (said) => {
    if (!ways.isDeckOpen() && isSteering(presenter.state())) presenter.point(said)
  })
  setInterval(panel.show, 1000)
  const look = ({ element }: Slide, wanted: number): Steps => {
    const of = stepsIn(element)
    return { n: Math.max(0, Math.min(of, wanted)), of }
  }
  return {
    look,
    show(slide, step) {
      const steps = look(slide, step)
      if (isOurs()) presenter.tell({ slide: slide.id, step: steps.n, isBlack: false, begins: 0 })
      return steps
    },
  }
}

// Matches the path of presenters in front of a page: "/0123456789abcdef01234567/deck/".
const RE_OF_PRESENTERS = /^\/[\da-f]{24}(?=\/)/

/** The ways in, as a page that has come by one of them knows them. */
function waysFrom(hash: string): { readonly audience: string; readonly presenters: string } {
  const here = new URL(location.href)
  const audience = new URL('..', here)
  audience.pathname = audience.pathname.replace(RE_OF_PRESENTERS, '')
  audience.hash = hash.split('.').slice(0, 2).join('.')
  here.hash = hash
  return { audience: String(audience), presenters: String(here) }
}

/**
 * How many steps a slide has. The deck's `fragments.ts` counts the same: shared, it would be a file
 * more for the deck.
 */
function stepsIn(slide: Element): number {
  const parts = [...slide.querySelectorAll('.step')].map((step) => {
    const lists = [...step.children].filter((child) => /^[ou]l$/.test(child.localName))
    const entries = lists.reduce((sum, list) => sum + list.children.length, 0)
    return lists.length === 0 ? 1 : entries + step.children.length - lists.length
  })
  return parts.reduce((sum, count) => sum + count, 0)
}
